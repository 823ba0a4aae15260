/** An earlier state of the record names itself wherever a table of it goes, and is compared with today's. */
import { describe, expect, it } from "vitest";
import { asOf } from "@/domain/facts/asOf";
import { figuresOf } from "@/domain/figures/figures";
import { titleIn } from "@/cards/card";
import { chartOf, tableById } from "@/cards/registry";
import { momentNoun } from "@/cards/choices/selectionWords";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { toCsv } from "@/files/tables/csv";
import { seedRecord } from "../domain/seed";
import { present } from "./present";

const DAY = "2025-05-01";
const record = seedRecord();
const latest = figuresOf(record, "2026-09-01");
const then = figuresOf(asOf(record, DAY), DAY);
const selection = { ...DEFAULT_SELECTION, asOf: DAY };

const IDS = ["pooled-sell-through", "held-together", "history-riot", "holders-and-sellers-2025-03", "stance-lanes", "map"];

describe.each(IDS)("%s of an earlier day", (id) => {
  const table = present(tableById({ figures: then, selection }, id));

  it("says the day in its title, its picture's words and its chart's alternative text", () => {
    expect(table.title).toMatch(/, as known on 1 May 2025$/);
    const chart = present(chartOf(table));
    expect(chart.title).toBe(table.title);
    expect(chart.alt).toContain("as known on 1 May 2025");
  });

  it("says it in a note on each line of its files", () => {
    const [head, ...lines] = toCsv(table).trimEnd().split("\r\n");
    expect(head).toMatch(/,notes$/);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain("as known on 1 May 2025");
  });

  it("says nothing of a day where today's record is asked for", () => {
    const now = present(tableById({ figures: latest, selection: DEFAULT_SELECTION }, id));
    expect(now.moment).toBeUndefined();
    expect(toCsv(now)).not.toContain("as known on");
  });
});

it("a version is named as a day is", () => {
  const table = present(tableById({ figures: latest, selection: { ...DEFAULT_SELECTION, version: "1a2b3c4d5e6f" } }, "map"));
  expect(table.title).toMatch(/, version 1a2b3c4d5e6f of the record$/);
});

it("an earlier state is a noun that sentences can take: a day of the record, a version of it, or both", () => {
  const version = "1a2b3c4d5e6f";
  expect(momentNoun(DEFAULT_SELECTION)).toBeUndefined();
  expect(momentNoun(selection)).toBe("the record as known on 1 May 2025");
  expect(momentNoun({ ...DEFAULT_SELECTION, version })).toBe("version 1a2b3c4d5e6f of the record");
  expect(momentNoun({ ...selection, version })).toBe("version 1a2b3c4d5e6f of the record, as known on 1 May 2025");
  const titles = ["since", "since-effect"].map(
    (id) => present(tableById({ figures: then, selection: { ...DEFAULT_SELECTION, version }, latest }, id)).title,
  );
  expect(titles).toEqual([
    "Figures that are new, restated or withdrawn since version 1a2b3c4d5e6f of the record",
    "Sell-through in version 1a2b3c4d5e6f of the record and as known now",
  ]);
});

it("the title that a table will have in another state is known from the one that it has", () => {
  const states = [
    DEFAULT_SELECTION,
    selection,
    { ...DEFAULT_SELECTION, version: "1a2b3c4d5e6f" },
    { ...selection, version: "1a2b3c4d5e6f" },
  ];
  for (const id of IDS)
    for (const from of states)
      for (const to of states)
        expect(titleIn(present(tableById({ figures: then, selection: from }, id)), to)).toBe(
          present(tableById({ figures: then, selection: to }, id)).title,
        );
});

describe("what has changed since", () => {
  it("is a table of each figure that is new, restated or withdrawn, and of each period's sell-through then and now", () => {
    const since = present(tableById({ figures: then, selection, latest }, "since"));
    expect(since.title).toBe("Figures that are new, restated or withdrawn since the record as known on 1 May 2025");
    expect(since.rows.length).toBeGreaterThan(100);
    const fresh = present(since.rows.find(({ cells }) => cells["change"]?.text === "new"));
    expect(fresh.cells["before"]).toMatchObject({ kind: "missing", text: "not known then" });
    expect(fresh.cells["after"]?.kind).toBe("value");

    const effect = present(tableById({ figures: then, selection, latest }, "since-effect"));
    const april = present(effect.rows.find(({ key }) => key === "2025-04"));
    expect(april.cells["then_pct"]?.kind).toBe("missing");
    expect(april.cells["now_pct"]?.kind).toBe("value");
    expect(chartOf(effect)?.stops.length).toBe(effect.rows.length);
  });

  it("is nothing where no earlier state is asked for", () => {
    for (const id of ["since", "since-effect"])
      expect(present(tableById({ figures: latest, selection: DEFAULT_SELECTION, latest }, id)).rows).toEqual([]);
  });
});
