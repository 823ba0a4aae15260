/** Text at the edges: what XML and spreadsheets may be given, days in words, orders that are the same everywhere. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceWord } from "@/domain/facts/cell";
import { dayName } from "@/domain/shared/dayName";
import { escapeXml } from "@/domain/shared/escapeXml";
import { groupBy, byFirst, compareText } from "@/domain/shared/group";
import { guardedText, unguardedText } from "@/domain/shared/spreadsheetText";

describe("text for XML", () => {
  test("has no character that would end a text or an attribute, and none that XML cannot hold", () => {
    expect(escapeXml(`a < b && "c" > d\u0000\u{1F600}`)).toBe("a &lt; b &amp;&amp; &quot;c&quot; &gt; d\u{1F600}");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"]|&(?!(amp|lt|gt|quot);)/.test(escapeXml(text))));
  });
});

describe("text for a spreadsheet", () => {
  test("is not run as a formula, and comes back as it was", () => {
    for (const text of ["=1+1", "-5", "@x", "\t=1", "＝1", "'=1"]) {
      expect(guardedText(text)).toBe(`'${text}`);
      expect(unguardedText(guardedText(text))).toBe(text);
    }
    expect(guardedText("Riot = 5")).toBe("Riot = 5");
    expect(unguardedText("'tis")).toBe("'tis");
    fc.assert(fc.property(fc.string(), (text) => unguardedText(guardedText(text)) === text));
  });
});

test("a day is written as newspapers print it, whatever the machine's zone; what is no day stays as it is", () => {
  expect(dayName("2025-05-05")).toBe("5 May 2025");
  expect(dayName("2024-12-31")).toBe("31 December 2024");
  expect(dayName("soon")).toBe("soon");
});

test("evidence is second-hand where a fact behind it is", () => {
  expect(evidenceWord("policy")).toBe("by policy");
  expect(evidenceWord("derived", true)).toBe("derived, second-hand");
});

describe("orders", () => {
  test("the first comparison that tells two things apart decides", () => {
    expect(byFirst(0, 0, -2, 1)).toBe(-2);
    expect(byFirst(0, 0)).toBe(0);
  });

  test("texts are ordered by code unit: a total order that no locale changes", () => {
    expect(["b", "Z", "a", "ä"].sort(compareText)).toEqual(["Z", "a", "b", "ä"]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => compareText(a, b) === -compareText(b, a) || (a === b && compareText(a, b) === 0)),
    );
  });

  test("groups keep the order of keys and of what is in them", () => {
    expect([...groupBy([3, 1, 4, 2], (n) => n % 2)]).toEqual([
      [1, [3, 1]],
      [0, [4, 2]],
    ]);
  });
});
