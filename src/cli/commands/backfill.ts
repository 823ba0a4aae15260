/** `record backfill`: finds, fetches and reads everything since a month, twice, into the queue, and reports. Resumable. */
import { Refusal } from "@/domain/shared/refusal";
import { CONFIRMATION_LABEL, CONFIRMATIONS } from "@/domain/review/confirmed";
import { formatAmount } from "@/domain/values/metric";
import { parseMonth, type Period, startOf } from "@/domain/values/period";
import { undecided } from "@/domain/review/worth";
import { type BackfillDone, runBackfill } from "@/finder/run/backfill";
import { type BackfillReport, backfillReport, type Coverage } from "@/finder/run/backfillReport";
import { toQueue } from "@/finder/run/toQueue";
import { candidates } from "@/record/store/review/candidates";
import { confirmedInQueue } from "@/record/store/review/confirm";
import { addPrices } from "@/record/store/review/deskEntry";
import { queueDocument } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { askingAs, finderSettings, printUnsearchable, printFetched, printProblems } from "./finderSetup";
import { command, count, figuresNow, operatorNow, text, withStore, yes } from "./terminal";

export const backfillCommand = command({
  usage: "backfill --since MONTH [--company COMPANY]… [--folder DIR] [--offline] [--prices] [--by NAME]",
  does: "(SEC_USER_AGENT must say who asks)",
  options: { company: { ...text, multiple: true }, since: text, folder: text, offline: yes, prices: yes, by: text },
  run: async (values, _, usage) => {
    const from = monthIn(values.since, usage);
    const online = values.offline !== true;
    const userAgent = online ? askingAs() : undefined;
    return withStore(async (store) => {
      const record = await loadRecord(store);
      const settings = finderSettings(record.companies, values.company);
      const queued = { figures: 0, reread: 0 };
      const done = await runBackfill({
        ...settings,
        since: startOf(from),
        pages: values.folder ?? null,
        online,
        userAgent,
        withPrices: values.prices === true,
        record,
        reading: printProgress,
        keep: async (document, reading) => {
          const { added, reread } = await queueDocument(store, toQueue(reading, document), operatorNow(values.by));
          queued.figures += added;
          queued.reread += reread;
        },
      });
      if (done.fetched !== null && done.fetched.prices.length > 0) await addPrices(store, done.fetched.prices, operatorNow(values.by));
      const figures = await figuresNow(store);
      const waiting = undecided(figures, await candidates(store, { state: "proposed" }));
      const companyIds = settings.companies.map(({ id }) => id);
      printReport(done, queued, backfillReport(figures, waiting, await confirmedInQueue(store, figures), companyIds, from), from);
      return done.problems.length === 0 ? 0 : printProblems(done.problems, "; run the command again when it is mended");
    });
  },
});

function monthIn(written: string | undefined, usage: string): Period {
  const month = parseMonth(written ?? "");
  if (month === undefined)
    throw new Refusal(`${written === undefined ? "Since when?" : `"${written}" is no month.`} Write: ${usage.replace("MONTH", "2022-01")}`);
  return month;
}

/** Prints one line per this many documents, to keep logs short. */
const TELL_EVERY = 25;

function printProgress(round: 1 | 2, done: number, of: number): void {
  if (done % TELL_EVERY === 0 || done === of) console.error(`reading ${round} of 2: ${done} of ${count(of, "document")}`);
}

function printReport(done: BackfillDone, queued: { figures: number; reread: number }, report: BackfillReport, from: Period): void {
  const { fetched, pages, documents, learned } = done;
  if (fetched !== null) printFetched(fetched);
  if (pages.taken + pages.alreadyHere > 0)
    console.log(`${count(pages.taken, "page")} taken from the folder, ${pages.alreadyHere} were here already.`);
  console.log(
    `${count(documents.length, "document")} read twice; the first reading taught the second ${count(learned, "figure")}. ${count(queued.figures, "figure is", "figures are")} new in the queue${queued.reread === 0 ? "" : `, and of ${queued.reread} the reader now knows more`}.`,
  );
  for (const line of waitingLines(report)) console.log(line);
  console.log(`Since ${from}${report.confirmedFigures > 0 ? ", now and when the confirmed figures are approved" : ""}:`);
  for (const line of coverageLines(report.before, report.after, report.confirmedFigures > 0)) console.log(`  ${line}`);
  const closed = report.newlyClosed.map(({ company, month }) => `${company} ${month}`);
  if (closed.length > 0)
    console.log(
      `  Books that then close: ${closed.slice(0, MOST_BOOKS).join(", ")}${closed.length > MOST_BOOKS ? ` and ${closed.length - MOST_BOOKS} more` : ""}`,
    );
  if (report.confirmedFigures > 0) console.log("To approve the confirmed ones: npm run record -- accept --corroborated");
  if (fetched !== null) printUnsearchable(fetched.cannotLook);
}

const MOST_BOOKS = 24;

function waitingLines({ waiting, confirmed, confirmedFigures, choices }: BackfillReport): string[] {
  if (waiting === 0) return ["Nothing waits for a decision."];
  const why = CONFIRMATIONS.map((kind) => `${confirmed[kind]} because ${CONFIRMATION_LABEL[kind]}`).join(", ");
  return [
    `${count(waiting, "figure waits", "figures wait")} for a decision:`,
    confirmedFigures === 0 ? "  none of them is confirmed" : `  ${confirmedFigures} confirmed and with nothing against: ${why}`,
    ...(choices === 0 ? [] : [`  ${choices} for which different numbers were read: a person chooses`]),
  ];
}

function coverageLines(before: Coverage, after: Coverage, changes: boolean): string[] {
  const btc = (amount: number) => formatAmount(amount, "BTC", 0);
  const line = (what: string, of: (coverage: Coverage) => string) => `${what}: ${of(before)}${changes ? `, then ${of(after)}` : ""}`;
  return [
    line("Company-months with production known", ({ produced }) => String(produced)),
    line("Company-months with production and sales known", ({ covered }) => String(covered)),
    line("BTC produced in these", ({ coveredProduction, knownProduction }) => `${btc(coveredProduction)} of ${btc(knownProduction)} known`),
    line("Company-months whose books close", ({ booksClosed }) => String(booksClosed)),
  ];
}
