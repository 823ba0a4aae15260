/**
 * The question "does it do what it says?": the policy that a company stated beside what its sales amounted to, over time.
 * Figures + selection + company → spans of months with the same stance and the same stated policy, newest first; and what sources say
 * about the treasury in words. A stance that rests on the stated policy itself proves nothing and is not set against it.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { SOURCE_KIND_LABEL, SOURCE_KINDS_TEXT } from "@/domain/fact";
import type { Period } from "@/domain/period";
import type { Policy } from "@/domain/record";
import { differsFromPolicy, POLICY_LABEL, type Stance, STANCE_LABEL, stanceAt, statedPolicy } from "@/domain/stance";
import { textCell } from "../words/cells";
import { companyMonths } from "./companyPeriods";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table } from "../table";
import { periodAddress } from "../selection/address";
import { capitalized, count, dayName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

/** One month's deed and word. */
interface DeedMonth {
  readonly month: Period;
  readonly stance: Stance | undefined;
  readonly policy: Policy | undefined;
  /** The sales of all its trailing months were taken from the policy. */
  readonly byWordOnly: boolean;
  readonly differs: boolean;
}

export function deedMonths(figures: Figures, selection: Selection, company: Company): DeedMonth[] {
  return companyMonths(figures, selection, company).map((month) => {
    const found = stanceAt(figures, company.id, month, selection.evidence);
    const policy = statedPolicy(figures, company.id, month);
    const byWordOnly = found?.months.every(({ sellThrough }) => sellThrough.cells.sold.evidence === "policy") ?? false;
    const differs = found !== undefined && policy !== undefined && !byWordOnly && differsFromPolicy(found.stance, policy.policy);
    return { month, stance: found?.stance, policy, byWordOnly, differs };
  });
}

export const DEED_COLUMNS: readonly Column[] = [
  textColumn("from", "From", "First month of the span."),
  textColumn("to", "To", "Last month of the span."),
  numberColumn("months", "Months", "", "How many months the span has."),
  textColumn(
    "stance",
    "What it did",
    "At the end of each month, by sell-through over the last three months with data: holds below 5%, sells some, sells all 95–105%, sells more above.",
  ),
  {
    ...textColumn("policy", "What it had said", "The treasury policy that the company had stated for these months, linked to its source."),
    sourced: true,
  },
  textColumn("agreement", "Word and deed", "Whether what it did is what it had said."),
];

export function deedsTable(figures: Figures, selection: Selection, company: Company): Table {
  const months = deedMonths(figures, selection, company);
  const words = deedsSentence(company, months);
  const spans: DeedMonth[][] = [];
  for (const month of months) {
    const span = spans.at(-1);
    const before = span?.[0];
    if (span && before && sameDeed(before, month)) span.push(month);
    else spans.push([month]);
  }
  return {
    id: `deeds-${company.id}`,
    title: `${shortName(company)}: word and deed`,
    ...(words !== undefined && { sentence: words }),
    columns: DEED_COLUMNS,
    rows: spans
      .filter(([first]) => first?.stance !== undefined || first?.policy !== undefined)
      .map((span) => deedRow(selection, span))
      .reverse(),
  };
}

const sameDeed = (a: DeedMonth, b: DeedMonth): boolean =>
  a.stance === b.stance && a.policy === b.policy && a.byWordOnly === b.byWordOnly && a.differs === b.differs;

function deedRow(selection: Selection, span: readonly DeedMonth[]): Row {
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) throw new RangeError("a span of deeds has no month");
  const { stance, policy, byWordOnly, differs } = first;
  const agreement =
    stance === undefined || policy === undefined
      ? ""
      : byWordOnly
        ? "not tested: its sales are not known"
        : differs
          ? "deeds differ"
          : "agree";
  return {
    key: first.month,
    cells: {
      from: textCell(shortPeriodName(first.month), periodAddress(first.month, selection)),
      to: textCell(shortPeriodName(last.month), periodAddress(last.month, selection)),
      months: textCell(String(span.length)),
      stance: textCell(stance === undefined ? "not known" : byWordOnly ? `${STANCE_LABEL[stance]}, by its word` : STANCE_LABEL[stance]),
      policy: policy ? textCell(POLICY_LABEL[policy.policy], policy.sourceUrl) : textCell("none stated"),
      agreement: textCell(agreement),
    },
  };
}

function deedsSentence(company: Company, months: readonly DeedMonth[]): string | undefined {
  const tested = months.filter(({ stance, policy, byWordOnly }) => stance !== undefined && policy !== undefined && !byWordOnly);
  const name = shortName(company);
  if (tested.length === 0) return undefined;
  const differ = tested.filter(({ differs }) => differs).length;
  const of = count(tested.length, "month");
  if (differ === 0) return `In all ${of} for which both are known, ${name}’s sales were what it had said.`;
  return `In ${differ} of the ${of} for which both are known, ${name}’s sales were not what it had said.`;
}

const STATEMENT_COLUMNS: readonly Column[] = [
  textColumn("period", "Period", "Period that the source speaks of."),
  textColumn("statement", "What is said", "In the words of the record, not a quotation."),
  textColumn("source", "Source", "Who published it."),
  textColumn("source_kind", "Kind", `${capitalized(SOURCE_KINDS_TEXT)}.`),
  textColumn("published_on", "Published", "Day of publication, where the source bears one."),
];

/** What sources say about the treasury in words, newest first. */
export function statementsTable(figures: Figures, company: Company): Table {
  const said = figures.record.statements
    .filter((statement) => statement.company === company.id)
    .sort((a, b) => (a.period > b.period ? -1 : 1));
  return {
    id: `statements-${company.id}`,
    title: `${shortName(company)}: what is said about its treasury`,
    columns: STATEMENT_COLUMNS,
    rows: said.map(({ period, note, source }, at) => ({
      key: String(at + 1),
      cells: {
        period: textCell(shortPeriodName(period)),
        statement: textCell(note),
        source: textCell(source.publisher, source.address),
        source_kind: textCell(SOURCE_KIND_LABEL[source.kind]),
        published_on: textCell(source.publishedOn === null ? "undated" : dayName(source.publishedOn)),
      },
    })),
  };
}
