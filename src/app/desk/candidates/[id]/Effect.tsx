/** The figures that a candidate bears on: its own, the books, sell-through and pool of its period, and the periods around it. */
import type { ClosedBooks, OpenBooks } from "@/domain/measures/books";
import { type Cell, isKnown, MISSING_LABEL } from "@/domain/facts/cell";
import { formatAmount, formatMetric, METRICS } from "@/domain/values/metric";
import { isPooled, type Pool } from "@/domain/measures/panel";
import { formatRatio, hasRatio } from "@/domain/measures/sellThrough";
import { TERM_WORD } from "@/cards/evidence/books";
import { listed } from "@/cards/words/phrases";
import type { CandidateView } from "@/cards/desk";
import { DeskTable } from "../../DeskTable";

/** What it is, before and after accepting the candidate. */
type Row = readonly [name: string, before: string, after: string];

/** A proposed one: what accepting it would change. A decided one: what the record has now. */
export function Effect({ view: { candidate, effect } }: { readonly view: CandidateView }) {
  const { metric } = candidate;
  const cell = (value: Cell) => (isKnown(value) ? `${formatMetric(metric, value.value)} (${value.evidence})` : MISSING_LABEL[value.reason]);
  const pooled = ({ ratio }: Pool) => (isPooled(ratio) ? formatRatio(ratio) : MISSING_LABEL[ratio.reason]);
  const ratio = (value: CandidateView["effect"]["ratio"]["before"]) =>
    hasRatio(value) ? formatRatio(value.ratio) : MISSING_LABEL[value.reason];
  const rows: Row[] = [
    [METRICS[metric].label, cell(effect.cell.before), cell(effect.cell.after)],
    ...effect.books.map(({ month, before, after }): Row => [`Books of ${month}`, booksText(before), booksText(after)]),
    ["Sell-through of the company", ratio(effect.ratio.before), ratio(effect.ratio.after)],
    ["Pooled, Nasdaq-listed", pooled(effect.pool.before), pooled(effect.pool.after)],
  ];
  const isOpen = candidate.state === "proposed";
  return (
    <>
      <h2>
        {isOpen ? "What it changes in" : "What the record has for"} {candidate.period}
      </h2>
      <DeskTable
        items={rows}
        keyOf={([name]) => name}
        columns={[
          { label: "Figure", is: "head", cell: ([name]) => name },
          { label: "Now", cell: ([, before]) => before },
          ...(isOpen ? [{ label: "If accepted", cell: ([, before, after]: Row) => (before === after ? "the same" : after) }] : []),
        ]}
      />
      <h2>Beside it in time</h2>
      <DeskTable
        items={effect.neighbours}
        keyOf={({ period }) => period}
        columns={[
          { label: "Period", is: "head", cell: ({ period }) => period },
          { label: METRICS[metric].label, cell: (one) => cell(one.cell) },
        ]}
      />
    </>
  );
}

/** The unexplained amount of the books, or what is missing to close them. */
function booksText(books: ClosedBooks | OpenBooks): string {
  if (books.state === "open")
    return books.otherBasis
      ? "open: the two holdings count different things"
      : `open: ${listed(books.unknown.map((term) => TERM_WORD[term]))} not stated`;
  const amount = `${formatAmount(Math.abs(books.unexplained), "BTC", 2)} BTC`;
  if (books.unexplained === 0) return "closed, nothing unexplained";
  return `${amount} ${books.unexplained > 0 ? "missing" : "too much"}${books.flagged ? ", more than the tolerance" : ", within the tolerance"}`;
}
