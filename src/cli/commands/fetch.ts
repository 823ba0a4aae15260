/** `record fetch`: reads what is new at the SEC and in feeds into the queue; with --prices also bitcoin's prices. Resumable. */
import { Refusal } from "@/domain/shared/refusal";
import { figuresOf } from "@/domain/figures/figures";
import { parseDay, type Day, endOf } from "@/domain/values/period";
import type { ArchivedDocument } from "@/finder/archive/archive";
import { foundDocuments } from "@/finder/run/backfill";
import { runFinder } from "@/finder/run/finder";
import { readArchived } from "@/finder/run/readTwice";
import { toQueue } from "@/finder/run/toQueue";
import { unitDifferences, UNITS_CONCEPT, type UnitDifference } from "@/finder/edgar/edgarUnits";
import { RecordIndex } from "@/reader/corroborate/recordView";
import { addPrices } from "@/record/store/review/deskEntry";
import { queueDocument, type ReadDocument } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { askingAs, finderSettings, printUnsearchable, printFetched, printProblems } from "./finderSetup";
import { command, count, operatorNow, text, withStore, yes } from "./terminal";
import { sha256Of } from "@/record/sha256";
import { METRICS } from "@/domain/values/metric";

export const fetchCommand = command({
  usage: "fetch [--company COMPANY]… [--since DAY] [--prices] [--by NAME]",
  does: "(SEC_USER_AGENT must say who asks)",
  options: { company: { ...text, multiple: true }, since: text, prices: yes, by: text },
  run: async (values, _, usage) => {
    const since = values.since === undefined ? null : parseDay(values.since);
    if (since === undefined) throw new Refusal(`"${values.since ?? ""}" is no day; write it as 2025-03-31. Write: ${usage}`);
    const userAgent = askingAs();
    return withStore(async (store) => {
      const record = await loadRecord(store);
      const settings = finderSettings(record.companies, values.company);
      const known = { companies: record.companies, record: new RecordIndex(record) };
      let candidates = 0;
      const foundDocument = foundDocuments(record);
      const read = async (archived: ArchivedDocument, documentText: string) => {
        const document = foundDocument(archived);
        const readDocument = toQueue(readArchived(document, documentText, known), document);
        const { added } = await queueDocument(store, readDocument, operatorNow(values.by));
        candidates += added;
      };
      const figures = figuresOf(record, operatorNow().at.slice(0, 10));
      const checked = { different: 0, added: [] as string[] };
      const report = await runFinder({
        ...settings,
        since,
        userAgent,
        withPrices: values.prices === true,
        propose: async (proposals) => {
          for (const difference of unitDifferences(proposals, figures)) {
            const operator = operatorNow(values.by);
            const { added } = await queueDocument(store, toUnitDocument(difference, operator.at.slice(0, 10)), operator);
            checked.different++;
            if (added > 0) checked.added.push(`  ${difference.proposal.company} ${difference.proposal.period}: ${difference.sentence}`);
          }
        },
        read,
      });
      printFetched(report);
      console.log(
        `${count(report.read.length, "document")} read; ${count(candidates, "candidate is", "candidates are")} new in the queue.`,
      );
      if (checked.different > 0)
        console.log(
          `${count(checked.different, "holdings figure")} tagged for the SEC that the record states otherwise or lacks; ${checked.added.length} new in the queue${checked.added.length === 0 ? "." : ":"}`,
        );
      for (const line of checked.added) console.log(line);
      printUnsearchable(report.cannotLook);
      if (report.prices.length > 0) {
        const { seq, details } = await addPrices(store, report.prices, operatorNow(values.by));
        for (const line of details) console.log(line);
        console.log(seq === null ? "The monthly prices are on record already." : `Import ${seq}: the prices are on record.`);
      }
      const { problems } = report;
      // If none of the companies has a place to look, nothing was done.
      if (problems.length === 0) return report.cannotLook.length === settings.companies.length ? 1 : 0;
      return printProblems(problems);
    });
  },
});

/** The same figure of the same filing always gives the same document, so earlier decisions about it still hold. */
function toUnitDocument({ proposal, sentence }: UnitDifference, retrievedOn: Day): ReadDocument {
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
