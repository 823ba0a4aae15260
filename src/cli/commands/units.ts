/** Tagged holdings that differ from the record as a document for the queue, always the same one, so a decision about it lasts. */
import { sha256Of } from "@/record/sha256";
import { METRICS } from "@/domain/metric";
import { type Day, endOf } from "@/domain/period";
import { UNITS_CONCEPT, type UnitDifference } from "@/finder/edgarUnits";
import type { ReadDocument } from "@/record/store/documents";

export function toUnitDocument({ proposal, sentence }: UnitDifference, retrievedOn: Day): ReadDocument {
  const { company, metric, period, value, written, source, reasons } = proposal;
  const { accession, form, filing, filedOn, unit, address } = source;
  const before = `${form} filed with the SEC on ${filedOn}, number ${accession}.\n\nTagged in it as us-gaap:${UNITS_CONCEPT} at ${endOf(period)}:\n`;
  const text = `${before}${written} ${unit}\n\nThe SEC lists the company's tagged units at ${address}.\nThe filing itself: ${filing}\n`;
  return {
    sha256: sha256Of(text),
    address: filing,
    kind: "filing",
    title: `${form} of ${filedOn}: ${METRICS[metric].label.toLowerCase()} as tagged for ${period}`,
    company,
    publishedOn: filedOn,
    retrievedOn,
    text,
    warnings: [],
    candidates: [
      {
        ...{ company, metric, period, amount: value, plain: written, written },
        ...{ start: before.length, end: before.length + written.length, confidence: "low" },
        reasons: [sentence, ...reasons],
      },
    ],
  };
}
