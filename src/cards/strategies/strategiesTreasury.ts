/**
 * The value of holding: proceeds of sales since the start of the range, and the same bitcoin at the latest close. A quarter's
 * sales count in its last month; unknown months are counted but in no sum; no interest, costs or taxes.
 */
import { selectedMonths, companiesInMonths } from "../selection/scope";
import { plainAmount } from "@/domain/values/amount";
import { type CompanyId, inSpan } from "@/domain/facts/company";
import { atPrice } from "@/domain/measures/dollars";
import { formatAmount } from "@/domain/values/metric";
import { once } from "@/domain/shared/once";
import { lastMonth, lengthOf, monthsOf, type Period } from "@/domain/values/period";
import type { Consolidation } from "@/domain/facts/record";
import { type HoldingDifference, holdingDifference } from "@/domain/measures/strategies";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { lineChart } from "../charts/lineChart";
import { amountCell, valueCell } from "../words/cells";
import { memoizeMonths } from "../selection/memoize";
import { link, type Sentence, sentence } from "../tables/sentence";
import type { TableCell, TableEvidence } from "../tables/table";
import { btc, count, dollars, periodName } from "../words/phrases";
import { columnsOf, companyColumn, type FieldOf, monthColumn, companyRow, monthRow } from "../words/columns";

/** For each company of the selection, largest sales first; those without a known month are left out. */
export const differences = memoizeMonths((asked): HoldingDifference[] => {
  const { figures, selection } = asked;
  const months = selectedMonths(asked);
  return companiesInMonths(asked)
    .flatMap((company) => {
      const span = figures.reportingSpan(company.id);
      const [first, last] = [months[0], months.at(-1)];
      if (!span || first === undefined || last === undefined) return [];
      // Months outside its reporting span are not unknown: the company could not have sold.
      const [from, to] = [span.from > first ? span.from : first, span.to < last ? span.to : last];
      return holdingDifference(figures, company, from, to, selection.evidence) ?? [];
    })
    .toSorted((a, b) => b.sold - a.sold);
});

interface SummedMonth {
  readonly month: Period;
  readonly companies: number;
  readonly sold: number;
  /** Sums since the start of the range, in satoshis and cents. */
  readonly soldSoFar: number;
  readonly broughtSoFar: number;
  readonly worthSoFar: number;
  /** Worth less brought. */
  readonly difference: number;
}

/** All companies together, month by month. A consolidated child's sales are left out where its parent's are counted: those include them. */
export const summedMonths = memoizeMonths((asked): SummedMonth[] => {
  const { figures } = asked;
  const all = differences(asked);
  const price = figures.record.prices.at(-1);
  if (!price) return [];
  const salesOf = new Map(all.map(({ company, sales }) => [company.id, sales]));
  const soldIn = once((parent: CompanyId) => new Set(salesOf.get(parent)?.flatMap(({ period }) => monthsOf(period))));
  const sums = new Map(selectedMonths(asked).map((month) => [month, { companies: 0, sold: 0, brought: 0 }]));
  for (const { company, sales } of all) {
    const links = figures.consolidationsOf(company.id);
    for (const sale of sales) {
      const sum = sums.get(lastMonth(sale.period));
      if (!sum || isInParent(links, soldIn, sale.period)) continue;
      sum.companies++;
      sum.sold += sale.sold;
      sum.brought += sale.proceeds?.value ?? 0;
    }
  }
  let [soldSoFar, broughtSoFar] = [0, 0];
  return [...sums].map(([month, { companies, sold, brought }]) => {
    soldSoFar += sold;
    broughtSoFar += brought;
    const worthSoFar = atPrice(soldSoFar, price.close);
    return { month, companies, sold, soldSoFar, broughtSoFar, worthSoFar, difference: worthSoFar - broughtSoFar };
  });
});

/** Whether the parent's stated sales for the period, a part of it or a longer one already include the child's. */
function isInParent(links: readonly Consolidation[], soldIn: (parent: CompanyId) => ReadonlySet<Period>, period: Period): boolean {
  if (links.length === 0) return false;
  const months = monthsOf(period);
  return links.some((link) => months.some((month) => inSpan(link, month)) && months.some((month) => soldIn(link.parent).has(month)));
}

const ESTIMATE = "Where proceeds are not reported, sold × the month’s mean price.";

/** Dollars in short words, because most of them are estimated. */
const amountOrDollars = (key: string, value: number, evidence: TableEvidence, href: string | undefined): TableCell =>
  key.endsWith("_btc") ? amountCell(value, "BTC", evidence, href) : valueCell(plainAmount(value, "USD"), dollars(value), evidence, href);

const one = columnsOf<HoldingDifference>();

const amountOf = (
  key: string,
  label: string,
  description: string,
  field: FieldOf<HoldingDifference, number>,
  evidence: (entry: HoldingDifference) => TableEvidence,
): CardColumn<HoldingDifference> =>
  one.number(key, label, description, (entry, _, href) => amountOrDollars(key, entry[field], evidence(entry), href));

/** Evidence for dollars: estimated parts turn reported sales into derived ones. */
const dollarEvidence = ({ estimated, evidence }: HoldingDifference): TableEvidence =>
  estimated > 0 && evidence === "reported" ? "derived" : evidence;

const computed = ({ evidence }: HoldingDifference): TableEvidence => (evidence === "policy" ? "policy" : "derived");

export const differenceCard = card({
  id: "treasury-difference",
  page: "/strategies",
  query: { show: "treasury" },
  title: "Holding against selling, by company",
  entries: differences,
  row: companyRow,
  columns: [
    companyColumn,
    amountOf("sold_btc", "Sold", "Bitcoin sold in the months and quarters whose sales are known.", "sold", ({ evidence }) => evidence),
    amountOf("brought_usd", "Brought", `Dollars that these sales brought. ${ESTIMATE}`, "brought", dollarEvidence),
    amountOf("estimated_usd", "Of that estimated", "The part of it that is estimated from mean prices.", "estimated", dollarEvidence),
    amountOf("worth_usd", "Worth at last close", "What the sold bitcoin would be worth at the latest month’s close.", "worth", computed),
    amountOf(
      "difference_usd",
      "Holding would have left",
      "Worth less brought: positive where holding would have been worth more. Interest, costs and taxes are left out.",
      "difference",
      computed,
    ),
    one.count("months_known", "Months known", "Months whose sales are known, by themselves or with their quarter.", ({ sales }) =>
      sales.reduce((sum, { period }) => sum + lengthOf(period), 0),
    ),
    one.count(
      "months_unknown",
      "Not known",
      "Months of its reporting in which sales, or what they brought, are not known: they are in no sum.",
      ({ unknown }) => unknown.length,
    ),
  ],
});

const summed = columnsOf<SummedMonth>();

const sumOf = (key: string, label: string, description: string, field: FieldOf<SummedMonth, number>) =>
  summed.number(key, label, description, (entry, _, href) => amountOrDollars(key, entry[field], "derived", href));

export const summedCard = card({
  id: "treasury-months",
  page: "/strategies",
  query: { show: "treasury" },
  leads: ["/strategies"],
  title: "What the sales brought, and what the sold bitcoin would be worth",
  entries: summedMonths,
  sentence: treasurySentence,
  caveat: treasuryLimits,
  row: monthRow,
  columns: [
    monthColumn,
    sumOf(
      "sold_btc",
      "Sold",
      "Bitcoin sold in the month, as far as known. What is known for a whole quarter only stands in its last month.",
      "sold",
    ),
    sumOf("sold_so_far_btc", "Sold since the start", "Bitcoin sold since the start of the range, as far as known.", "soldSoFar"),
    sumOf("brought_usd", "Brought", `Dollars that these sales brought. ${ESTIMATE}`, "broughtSoFar"),
    sumOf("worth_usd", "Worth at last close", "The bitcoin sold since the start, at the latest month’s close.", "worthSoFar"),
    sumOf("difference_usd", "Holding would have left", "Worth less brought.", "difference"),
    summed.count("companies", "Companies", "Companies whose sales of the month, or of the quarter that it ends, are known.", "companies"),
  ],
  chart: lineChart({
    what: "two lines, the dollars that sales brought and what the sold bitcoin would be worth, both added up",
    measure: "Added up since the start, US dollars",
    format: "usd",
    series: [
      ["brought_usd", "Brought", "sold"],
      ["worth_usd", "Worth at last close", "holds"],
    ],
  }),
});

/** "Since October 2021, 24 miners sold 210,000 BTC that is known. It brought $6.1 billion; at the close of July 2026 it would be worth …". */
export function treasurySentence(asked: Asked): Sentence | undefined {
  const { figures } = asked;
  const months = summedMonths(asked);
  const [first, last] = [months[0], months.at(-1)];
  const price = figures.record.prices.at(-1);
  if (!first || !last || !price || last.soldSoFar === 0) return undefined;
  const all = differences(asked);
  const sellers = all.filter((one) => one.sold > 0).length;
  const close = `${periodName(price.month)} ($${formatAmount(price.close, "USD", 0)} per bitcoin)`;
  const total = link(btc(last.soldSoFar), "#treasury-difference");
  const outcome =
    last.difference === 0
      ? "the same"
      : `${dollars(last.worthSoFar)}, ${dollars(Math.abs(last.difference))} ${last.difference > 0 ? "more" : "less"}`;
  return sentence`From ${periodName(first.month)} to ${periodName(last.month)}, ${count(sellers, "miner")} sold ${total} whose proceeds are known or can be estimated. The sales brought ${dollars(last.broughtSoFar)}; at the close of ${close} the same bitcoin would be worth ${outcome}.`;
}

/** The sales that the sums leave out. */
function treasuryLimits(asked: Asked): string {
  const unknown = differences(asked).reduce((sum, one) => sum + one.unknown.length, 0);
  const months =
    unknown === 0
      ? ""
      : `${count(unknown, "company-month")} of these miners ${unknown === 1 ? "is" : "are"} left out, because the sales, or what they brought, are not known. `;
  return `${months}Interest, costs and taxes are left out.`;
}
