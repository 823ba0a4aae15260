/** A table after an import is the one that would be made from nothing, whatever was asked of the states before: nothing stale is taken over. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { sharing } from "@/domain/facts/sharing";
import { fillPattern } from "@/cards/card";
import { CARDS, chartOf, tableById } from "@/cards/registry";
import { selectionFields } from "@/cards/choices/selectionForm";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { toCsv } from "@/files/tables/csv";
import { tablePublishers } from "@/files/tables/tableSources";
import { afterImport, edits } from "../domain/edits";
import { seedRecord } from "../domain/seed";
import { rounds } from "../rounds";
import { present } from "./present";

const TODAY = "2026-03-01";
const seed = seedRecord();

const SELECTIONS: readonly Selection[] = [
  DEFAULT_SELECTION,
  { ...DEFAULT_SELECTION, panel: "all", basis: "net", per: "quarter" },
  { ...DEFAULT_SELECTION, evidence: "firsthand" },
  { ...DEFAULT_SELECTION, panel: "largest15", evidence: "reported" },
  { ...DEFAULT_SELECTION, companies: [companyId("riot"), companyId("hut8"), companyId("american-bitcoin")] },
];

/** Every card, as file and as chart, with who published its figures; and all that a form offers. */
function told(figures: Figures, selection: Selection): string[] {
  const cards = CARDS.map(({ id }) => {
    const table = present(tableById({ figures, selection, latest: figures }, fillPattern(id, { company: "riot", period: "2025-03" })));
    return JSON.stringify([id, toCsv(table), chartOf(table), tablePublishers(table)]);
  });
  return [...cards, JSON.stringify(selectionFields({ figures, selection }, TODAY))];
}

it("every card and form after imports says what it says of a record that is loaded anew, and of the state before what it said", () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), fc.constantFrom(...SELECTIONS), (imports, selection) => {
      const first = figuresOf(seed, TODAY);
      const said = told(first, selection);
      let now = first;
      for (const made of imports) {
        const record = afterImport(now.record, made);
        now = figuresOf(sharing(record, now.record), TODAY, now);
        // Not every state is looked at.
        if (made.length % 2 === 0) told(now, selection);
      }
      expect(told(now, selection)).toEqual(told(figuresOf(structuredClone(now.record), TODAY), selection));
      expect(told(first, selection)).toEqual(said);
    }),
    { numRuns: rounds(3) },
  );
});
