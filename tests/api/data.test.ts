/** The whole record as it is served: earlier states byte for byte, and the round trip through files, intake and store. */
import { unzipSync } from "fflate";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/data/[file]/route";
import { FILE_NAMES } from "@/record/csv/recordRows";
import { fileAsker, openWorld, SITE, type World } from "./world";
import { committed, emptyStore } from "../stores";

const get = fileAsker(GET);
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());
const FILES = ["sellthrough.zip", "datapackage.json", "facts.csv", "companies.csv", "cells.csv", "aggregates.csv"];

interface Described {
  readonly version: string;
  readonly resources: readonly { readonly path: string; readonly bytes: number; readonly hash: string }[];
}

const descriptorIn = (content: Uint8Array | undefined) => JSON.parse(Buffer.from(content ?? []).toString()) as Described;

function changed(): Map<string, Uint8Array> {
  const files = committed();
  const facts = Buffer.from(files.get("facts.csv") ?? []).toString("utf8");
  const lines = facts.split("\n");
  const at = lines.findIndex((line) => line.startsWith("riot,2025-04,btc_sold,475,"));
  expect(at).toBeGreaterThan(0);
  lines[at] = (lines[at] ?? "").replace(",475,", ",476,");
  files.set("facts.csv", Buffer.from(lines.join("\n")));
  return files;
}

describe("the record as files", { timeout: 120_000 }, () => {
  let world: World;
  let first = "";
  const before = new Map<string, Buffer>();
  const asOf = new Map<string, Buffer>();
  beforeAll(async () => {
    world = await openWorld();
    first = world.version;
    for (const file of FILES) before.set(file, await bytes(await get(`/data/${file}`)));
    for (const file of FILES) asOf.set(file, await bytes(await get(`/data/${file}?asof=2025-05-31`)));
  }, 120_000);
  afterAll(() => world.close());

  test("each file says what it is and under which name and version it is to be saved", async () => {
    const facts = await get("/data/facts.csv");
    expect(facts.status).toBe(200);
    expect(facts.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(facts.headers.get("content-disposition")).toBe(`attachment; filename="sellthrough_facts_v${first}.csv"`);
    expect(facts.headers.get("access-control-allow-origin")).toBe("*");
    const zip = await get("/data/sellthrough.zip");
    expect(zip.headers.get("content-type")).toBe("application/zip");
    expect(zip.headers.get("content-disposition")).toContain(`sellthrough_record_v${first}.zip`);
  });

  test("the files in the archive are those that are served alone, with the sizes and hashes that datapackage.json names", async () => {
    const archive = unzipSync(before.get("sellthrough.zip") ?? new Uint8Array());
    const { resources, version } = descriptorIn(archive["datapackage.json"]);
    expect(version).toBe(first);
    expect(resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(archive)
        .filter((name) => name !== "datapackage.json")
        .sort(),
    );
    for (const { path, bytes: size, hash } of resources) {
      const served = await bytes(await get(`/data/${path}`));
      expect(served.equals(Buffer.from(archive[path] ?? [])), path).toBe(true);
      expect({ size: served.length, hash: `sha256:${createHash("sha256").update(served).digest("hex")}` }, path).toEqual({ size, hash });
    }
  });

  test("the description that is served alone is the archive's, but that it names the files of its version by their full addresses", () => {
    const archive = unzipSync(before.get("sellthrough.zip") ?? new Uint8Array());
    const served = (before.get("datapackage.json") ?? "").toString();
    const addressed = (path: string) => `${SITE}/data/${path}?version=${first}`;
    for (const { path } of descriptorIn(archive["datapackage.json"]).resources) expect(served).toContain(`"path": "${addressed(path)}"`);
    expect(served.replaceAll(/"path": "[^"]*\/data\/([^"?]+)\?version=[^"]*"/g, '"path": "$1"')).toBe(
      Buffer.from(archive["datapackage.json"] ?? []).toString(),
    );
  });

  test("a wrong file or version is named", async () => {
    const missing = await get("/data/fact.csv");
    expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "application/problem+json; charset=utf-8"]);
    expect(((await missing.json()) as { detail: string }).detail).toContain("facts.csv");
    expect((await get("/data/facts.csv?version=000000000001")).status).toBe(400);
  });

  test("a HEAD has the headers and no content", async () => {
    const head = await get("/data/facts.csv", {}, "HEAD");
    expect([head.status, (await head.text()).length, head.headers.get("content-disposition")]).toEqual([
      200,
      0,
      (await get("/data/facts.csv")).headers.get("content-disposition"),
    ]);
  });

  test("the whole record's facts come in pieces, as fast as they are read", async () => {
    const reader = (await get("/data/facts.csv")).body?.getReader();
    const sizes: number[] = [];
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) sizes.push(piece.value.byteLength);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(before.get("facts.csv")?.length);
  });

  test("after another import the earlier version is still served, byte for byte, and so is the earlier state as of a day", async () => {
    const second = await world.save(changed(), "2026-07-02T12:00:00.000Z");
    expect(second).not.toBe(first);
    const now = await bytes(await get("/data/facts.csv"));
    expect(now.equals(before.get("facts.csv") ?? Buffer.of())).toBe(false);
    for (const file of FILES) {
      const again = await bytes(await get(`/data/${file}?version=${first}`));
      expect(again.equals(before.get(file) ?? Buffer.of()), file).toBe(true);
      const then = await bytes(await get(`/data/${file}?version=${first}&asof=2025-05-31`));
      expect(then.equals(asOf.get(file) ?? Buffer.of()), `${file} as of`).toBe(true);
    }
  });

  test.each([
    ["of an earlier version", "datapackage.json", before],
    ["of a day", "datapackage.json", asOf],
  ])(
    "whoever follows the paths of a description %s gets files of the sizes and hashes that it names, whatever came since",
    async (_, name, kept) => {
      const { resources } = descriptorIn(kept.get(name));
      expect(resources.length).toBeGreaterThan(10);
      for (const { path, bytes: size, hash } of resources) {
        const { pathname, search, origin } = new URL(path);
        expect(origin).toBe(SITE);
        const served = await bytes(await get(`${pathname}${search}`));
        expect({ size: served.length, hash: `sha256:${createHash("sha256").update(served).digest("hex")}` }, path).toEqual({ size, hash });
      }
      const now = await bytes(await get("/data/facts.csv"));
      expect(resources.map(({ hash }) => hash)).not.toContain(`sha256:${createHash("sha256").update(now).digest("hex")}`);
    },
  );

  test("as of a day, nothing published later is in the facts, and the version says that it is a part", () => {
    const days = (asOf.get("facts.csv") ?? "").toString().matchAll(/,(20\d\d-\d\d-\d\d),http/g);
    const published = [...days].map(([, day = ""]) => day);
    expect(published.length).toBeGreaterThan(300);
    expect(published.every((day) => day <= "2025-05-31")).toBe(true);
    expect(JSON.parse((asOf.get("datapackage.json") ?? "").toString())).toMatchObject({ version: `${first}-as-of-2025-05-31` });
  });
});

test(
  "the unpacked package, read by intake into an empty store, is served as the same package, byte for byte",
  { timeout: 120_000 },
  async () => {
    const one = await openWorld();
    const package1 = await bytes(await get("/data/sellthrough.zip"));
    await one.close();
    const unpacked = unzipSync(package1);
    const two = await openWorld(emptyStore);
    const again = await two.save(
      new Map(FILE_NAMES.flatMap((name) => (unpacked[name] === undefined ? [] : [[name, unpacked[name]] as const]))),
      "2027-01-01T00:00:00.000Z",
    );
    const package2 = await bytes(await get("/data/sellthrough.zip"));
    await two.close();
    expect(again).toBe(one.version);
    expect(package2.equals(package1)).toBe(true);
  },
);
