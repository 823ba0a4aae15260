/** The form asks in the address: what it shows as chosen is what it sends, under the names that it was given. */
import { type CheerioAPI, load } from "cheerio";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ChoiceField } from "@/cards/choices/choices";
import { isPlaced, placesText } from "@/site/live/boxPlaces";
import { matches, steps } from "@/site/live/picker";
import { SelectionForm, type SelectionFormProps } from "@/site/SelectionForm";
import { present } from "../cards/present";

const choice = (name: string, values: readonly string[], chosen: string): ChoiceField => ({
  name,
  label: name,
  choices: values.map((value) => ({ value, label: value.toUpperCase(), checked: value === chosen })),
});

const PROPS: SelectionFormProps = {
  action: "/months/2025-03",
  clearHref: "/months/2025-03",
  words: "Nasdaq-listed · months",
  panel: choice("panel", ["all", "nasdaq", "top15"], "nasdaq"),
  periodKind: choice("by", ["month", "quarter", "year"], "month"),
  from: choice("from", ["2025-01", "2025-02", "2025-03"], "2025-02"),
  to: choice("to", ["2025-01", "2025-02", "2025-03"], "2025-03"),
  companies: {
    name: "c",
    label: "Companies",
    groups: [
      {
        label: "Nasdaq",
        choices: [
          { value: "riot", label: "Riot Platforms", checked: true, note: "RIOT" },
          { value: "hive", label: "HIVE Digital", checked: true, note: "HIVE" },
        ],
      },
      { label: "NYSE", choices: [{ value: "cango", label: "Cango", checked: false, note: "CANG" }] },
    ],
    sets: [
      { label: "All", values: ["riot", "hive", "cango"] },
      { label: "Miners of Canada", values: ["hive"] },
    ],
  },
  basis: choice("basis", ["gross", "net"], "net"),
  evidence: choice("evidence", ["best", "reported"], "reported"),
  asOf: { name: "asof", label: "As known on", value: "2025-05-31" },
  hidden: [{ name: "sort", value: "sold_btc" }],
};

/** What a browser without a script would send: the successful controls of the form, in order (HTML, "constructing the entry list"). */
function sent($: CheerioAPI): [string, string][] {
  return $("form [name]")
    .toArray()
    .flatMap((control): [string, string][] => {
      const at = $(control);
      const name = at.attr("name") ?? "";
      if (at.is("select")) return [[name, at.find("option[selected]").attr("value") ?? ""]];
      if (at.is("[type=radio], [type=checkbox]") && at.attr("checked") === undefined) return [];
      return [[name, at.attr("value") ?? ""]];
    });
}

const draw = (props: SelectionFormProps = PROPS) => load(renderToStaticMarkup(<SelectionForm {...props} />));

describe("the selection form", () => {
  test("sends what it shows as chosen, under the given names", () => {
    expect(sent(draw())).toEqual([
      ["sort", "sold_btc"],
      ["panel", "nasdaq"],
      ["by", "month"],
      ["from", "2025-02"],
      ["to", "2025-03"],
      ["c", "riot"],
      ["c", "hive"],
      ["basis", "net"],
      ["evidence", "reported"],
      ["asof", "2025-05-31"],
    ]);
  });

  test("is a GET form to its page with a button, so that it works without a script", () => {
    const $ = draw();
    expect($("form").attr("method")).toBe("get");
    expect($("form").attr("action")).toBe("/months/2025-03");
    expect($("form button[type=submit]").text()).toBe("Show");
    expect($("form a").last().attr("href")).toBe("/months/2025-03");
  });

  test("what only a script can serve is neither sent nor a submit button", () => {
    const $ = draw();
    expect($("[type=search]").attr("name")).toBeUndefined();
    expect($(".js-only button:not([type=button])").length).toBe(0);
  });

  test("a field that is left out is neither drawn nor sent", () => {
    const $ = draw({ action: "/", clearHref: "/", words: "Nasdaq-listed", panel: PROPS.panel });
    expect(sent($)).toEqual([["panel", "nasdaq"]]);
    expect($("details details").length).toBe(0);
  });

  test("closed folds say what is chosen in them", () => {
    const $ = draw();
    expect($("summary").eq(0).text()).toContain("Nasdaq-listed · months");
    expect($("summary").eq(1).text()).toContain("2 of 3");
    expect($("summary").eq(2).text()).toContain("NET, REPORTED, as of 31 May 2025");
  });

  test("every control has a label", () => {
    const $ = draw();
    const bare = $("input:not([type=hidden]), select")
      .toArray()
      .filter((control) => $(control).closest("label").length === 0 && $(control).attr("aria-label") === undefined);
    expect(bare).toEqual([]);
  });
});

describe("finding a company", () => {
  const hut: [string, string] = ["Hut 8", "HUT"];
  test.each([
    ["hut8", ...hut, true],
    ["hut-8", ...hut, true],
    ["HUT", ...hut, true],
    ["btdr", "Bitdeer", "BTDR", true],
    ["", ...hut, true],
    ["riot", ...hut, false],
  ])("“%s” against %s (%s): %s", (query, label, note, expected) => {
    expect(matches(`${label} ${note}`, query)).toBe(expected);
  });

  test.each([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 2, 2],
    ["ArrowUp", 0, 0],
    ["ArrowUp", 2, 1],
    ["Escape", 2, 0],
    ["a", 1, undefined],
    ["ArrowDown", -1, undefined],
  ])("%s at stop %i of three leads to %s", (key, at, expected) => {
    expect(steps(key, at, 3)).toBe(expected);
  });
});

describe("a button for a whole group", () => {
  const PLACES = fc.uniqueArray(fc.nat({ max: 40 }));

  test("names the boxes of that group and no others, in whatever order they are told", () => {
    fc.assert(
      fc.property(PLACES, (places) => {
        const text = placesText(places);
        expect(Array.from({ length: 41 }, (_, place) => place).filter((place) => isPlaced(text, place))).toEqual(
          places.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  test("stands for its companies in the order of the boxes", () => {
    const $ = draw();
    const boxes = $("input[type=checkbox]").toArray();
    const picked = (label: string) => {
      const text = $("button[data-boxes]")
        .filter((_, button) => $(button).text() === label)
        .attr("data-boxes");
      return boxes.flatMap((box, place) => (isPlaced(present(text), place) ? [$(box).attr("value")] : []));
    };
    expect([picked("All"), picked("Miners of Canada"), picked("None")]).toEqual([["riot", "hive", "cango"], ["hive"], []]);
  });
});
