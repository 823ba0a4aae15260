import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bibtex, citationOf } from "@/files/sharing/citation";
import { VERSION } from "./tables";

const WORK = {
  title: "Produced, sold and held, March 2025",
  address: "https://example.org/months/2025-03?version=1a2b3c4d5e6f",
  version: VERSION,
  accessedOn: "2026-05-20",
};

describe("citation", () => {
  it("names title, data version, the day on which the record changed and up to which it reaches, address and day of access", () => {
    expect(citationOf(WORK).short).toBe("Sellthrough, “Produced, sold and held, March 2025”, data version 1a2b3c4d5e6f (7 May 2026).");
    expect(citationOf(WORK).long).toBe(
      "Sellthrough (2026): “Produced, sold and held, March 2025”. Data version 1a2b3c4d5e6f of 7 May 2026, with figures published up to 5 May 2026. " +
        "https://example.org/months/2025-03?version=1a2b3c4d5e6f (accessed 20 May 2026). Licence: CC-BY-4.0.",
    );
  });

  it("says who published what the figure is made of", () => {
    const { long, bibtex: entry } = citationOf({ ...WORK, statedBy: "Riot (copy at A & B), company release, 5 May 2025" });
    expect(long).toMatch(/Licence: CC-BY-4\.0\. As stated by Riot \(copy at A & B\), company release, 5 May 2025\.$/);
    expect(entry).toContain("As stated by Riot (copy at A \\& B), company release, 5 May 2025}");
  });

  it("is a BibTeX entry with the same facts", () => {
    expect(bibtex(WORK)).toBe(`@misc{sellthrough-1a2b3c4d5e6f-produced-sold-and-held-march-2025,
  author = {{Sellthrough}},
  title = {{Produced, sold and held, March 2025}},
  year = {2026},
  month = {5},
  version = {1a2b3c4d5e6f},
  url = {https://example.org/months/2025-03?version=1a2b3c4d5e6f},
  urldate = {2026-05-20},
  note = {Data version 1a2b3c4d5e6f of 2026-05-07, with figures published up to 2026-05-05. Licence: CC-BY-4.0}
}
`);
  });

  it("whatever the title, the entry's braces match and TeX sees no command in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "{", "}", "\\", "%", "&", "$", "#", "_", "~", "^", "5") }), (title) => {
        const entry = bibtex({ ...WORK, title });
        const inner = /title = \{\{(.*)\}\},\n/.exec(entry)?.[1] ?? "";
        // What is left once every escape is taken out must be harmless.
        expect(inner.replace(/\\text(backslash|asciitilde|asciicircum)\{\}|\\[{}%&$#_]/g, "")).not.toMatch(/[\\{}%&$#_~^]/);
      }),
    );
  });
});
