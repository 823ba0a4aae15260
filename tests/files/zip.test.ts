import { unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toZip } from "@/files/tables/zip";

describe("ZIP archive", () => {
  const anyFiles = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^([a-z0-9]{1,6}\/)?[a-z][a-z0-9]{0,8}\.(csv|png|json)$/),
      content: fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 300 })),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  );

  it("holds every file unchanged and in the given order", () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        const read = unzipSync(toZip(files, "2026-05-05"));
        expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
        for (const { name, content } of files) expect(Buffer.from(read[name] ?? [])).toEqual(Buffer.from(content as string));
      }),
    );
  });

  it("is the same bytes for the same files, whenever it is made and in whatever time zone", () => {
    const files = [{ name: "a.csv", content: "x\r\n" }];
    const here = toZip(files, "2026-05-05");
    vi.stubEnv("TZ", "Pacific/Kiritimati");
    expect(Buffer.from(toZip(files, "2026-05-05"))).toEqual(Buffer.from(here));
    vi.unstubAllEnvs();
    expect(Buffer.from(toZip(files, "2026-05-06"))).not.toEqual(Buffer.from(here));
  });

  it("refuses two files of one name, and names that lead out of the archive", () => {
    expect(() =>
      toZip(
        [
          { name: "a", content: "" },
          { name: "a", content: "" },
        ],
        "2026-05-05",
      ),
    ).toThrow('named "a"');
    expect(() => toZip([{ name: "../a", content: "" }], "2026-05-05")).toThrow("leads out");
    expect(() => toZip([{ name: "/a", content: "" }], "2026-05-05")).toThrow("leads out");
  });
});
