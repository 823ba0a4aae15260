import { describe, expect, test } from "vitest";
import { withTheme } from "@/site/live/embedChoice";

const snippet = (address: string) => `<div><iframe src="https://example.org/embed/${address}" title="x"></iframe></div>`;

describe("the light of an embed", () => {
  test.each([
    ["map", "map?theme=dark"],
    ["map?panel=all", "map?panel=all&amp;theme=dark"],
    ["map?theme=light", "map?theme=dark"],
    ["map?theme=light&amp;panel=all", "map?panel=all&amp;theme=dark"],
    ["map?panel=all&amp;theme=light", "map?panel=all&amp;theme=dark"],
  ])("dark makes %s of an address %s", (before, after) => {
    expect(withTheme(snippet(before), "dark")).toBe(snippet(after));
  });

  test("as the reader's is an address that names none: the choice can be taken back", () => {
    for (const address of ["map", "map?panel=all", "map?c=riot,mara&amp;version=0123456789ab"])
      expect(withTheme(withTheme(snippet(address), "light"), "auto")).toBe(snippet(address));
  });

  test("what holds no frame stays as it is", () => {
    expect(withTheme('<script src="https://example.org/embed.js" async></script>', "dark")).not.toContain("theme");
  });
});
