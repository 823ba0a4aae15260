/**
 * What holding would have left: the bitcoin that miners sold since the start of the range, the dollars that the sales brought, and what
 * the same bitcoin would be worth at the latest close; per company, and added up month by month.
 * Figures + selection → tables and a sentence. Interest, costs and taxes are left out; unknown months are in no sum and are counted.
 */
import { plainAmount } from "@/domain/amount";
import { type Company, inSpan, shortName } from "@/domain/company";
import { atPrice } from "@/domain/dollars";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import type { Period } from "@/domain/period";
import type { BtcPrice } from "@/domain/record";
import { type HoldingDifference, holdingDifference } from "@/domain/strategies";
import { companyAddress, periodAddress } from "../selection/address";
import { textCell } from "../words/cells";
import type { Selection } from "../selection/selection";
import { kept } from "../selection/kept";
import { link, type Sentence, sentence } from "../words/sentence";
import { companiesOver, selectedMonths } from "./strategiesRange";
import type { Column, Row, Table, TableCell, TableEvidence } from "../table";
import { btc, count, dollars, periodName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

export interface CompanyDifference extends HoldingDifference {
  readonly company: Company;
}

/** For each company of the selection, largest sales first; those with no known month are left out. */
export const differences = kept((figures: Figures, selection: Selection): CompanyDifference[] => {
  const months = selectedMonths(figures, selection);
  return companiesOver(figures, selection, months)
    .flatMap((company) => {
      const span = figures.reportingSpan(company.id);
      const [first, last] = [months[0], months.at(-1)];
      if (!span || first === undefined || last === undefined) return [];
      // Months outside its reporting are not unknown: it was not there to sell.
      const [from, to] = [span.from > first ? span.from : first, span.to < last ? span.to : last];
      const found = holdingDifference(figures, company, from, to, selection.evidence);
      return found ? [{ ...found, company }] : [];
    })
    .toSorted((a, b) => b.sold - a.sold);
});

export interface SummedMonth {
  readonly month: Period;
  readonly companies: number;
  readonly sold: number;
  /** Sums since the start of the range, in satoshis and cents. */
  readonly soldSoFar: number;
  readonly broughtSoFar: number;
  readonly worthSoFar: number;
}

/** All companies together, month by month. A consolidated child's month is left out where its parent's is in: the parent's includes it. */
export const summedMonths = kept((figures: Figures, selection: Selection): SummedMonth[] => {
  const all = differences(figures, selection);
  const price = figures.record.prices.at(-1);
  if (!price) return [];
  let [soldSoFar, broughtSoFar] = [0, 0];
  return selectedMonths(figures, selection).map((month) => {
    const known = all.flatMap((one) => {
      const entry = one.months.find((sale) => sale.month === month);
      return entry ? [{ company: one.company, entry }] : [];
    });
    const inParent = (child: Company) =>
      figures.record.consolidations.some(
        (c) => c.child === child.id && inSpan(c, month) && known.some((other) => other.company.id === c.parent),
      );
    const counted = known.filter(({ company }) => !inParent(company));
    const sold = counted.reduce((sum, { entry }) => sum + entry.sold, 0);
    soldSoFar += sold;
    broughtSoFar += counted.reduce((sum, { entry }) => sum + (entry.proceeds?.value ?? 0), 0);
    return { month, companies: counted.length, sold, soldSoFar, broughtSoFar, worthSoFar: atPrice(soldSoFar, price.close) };
  });
});

const ESTIMATE = "Where proceeds are not reported, sold × the month's mean price.";

export const DIFFERENCE_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  numberColumn("sold_btc", "Sold", "BTC", "Bitcoin sold in the months whose sales are known."),
  numberColumn("brought_usd", "Brought", "USD", `Dollars that these sales brought. ${ESTIMATE}`),
  numberColumn("estimated_usd", "Of that estimated", "USD", "The part of it that is estimated from mean prices."),
  numberColumn("worth_usd", "Worth at last close", "USD", "What the sold bitcoin would be worth at the latest month's close."),
  numberColumn(
    "difference_usd",
    "Holding would have left",
    "USD",
    "Worth less brought: positive where holding would have been worth more. Interest, costs and taxes are left out.",
  ),
  numberColumn("months_known", "Months known", "", "Months in which sales are known."),
  numberColumn(
    "months_unknown",
    "Not known",
    "",
    "Months of its reporting in which sales, or what they brought, are not known: they are in no sum.",
  ),
];

export function differenceTable(figures: Figures, selection: Selection): Table {
  return {
    id: "treasury-difference",
    title: "Holding against selling, by company",
    columns: DIFFERENCE_COLUMNS,
    rows: differences(figures, selection).map((one): Row => {
      const href = companyAddress(one.company.id, selection);
      const worst = one.estimated > 0 && one.evidence === "reported" ? "derived" : one.evidence;
      return {
        key: one.company.id,
        href,
        cells: {
          company: textCell(shortName(one.company), href),
          sold_btc: amount(one.sold, "BTC", one.evidence, href),
          brought_usd: amount(one.brought, "USD", worst, href),
          estimated_usd: amount(one.estimated, "USD", worst, href),
          worth_usd: amount(one.worth, "USD", one.evidence === "policy" ? "policy" : "derived", href),
          difference_usd: amount(one.difference, "USD", one.evidence === "policy" ? "policy" : "derived", href),
          months_known: counted(one.months.length),
          months_unknown: counted(one.unknown.length),
        },
      };
    }),
  };
}

export const SUMMED_COLUMNS: readonly Column[] = [
  textColumn("period", "Month", "Calendar month (UTC)."),
  numberColumn("sold_btc", "Sold", "BTC", "Bitcoin sold in the month, as far as known."),
  numberColumn("sold_so_far_btc", "Sold since the start", "BTC", "Bitcoin sold since the start of the range, as far as known."),
  numberColumn("brought_usd", "Brought", "USD", `Dollars that these sales brought. ${ESTIMATE}`),
  numberColumn("worth_usd", "Worth at last close", "USD", "The bitcoin sold since the start, at the latest month's close."),
  numberColumn("difference_usd", "Holding would have left", "USD", "Worth less brought."),
  numberColumn("companies", "Companies", "", "Companies whose sales of the month are known."),
];

export function summedTable(figures: Figures, selection: Selection): Table {
  return {
    id: "treasury-months",
    title: "What the sales brought, and what the sold bitcoin would be worth",
    columns: SUMMED_COLUMNS,
    rows: summedMonths(figures, selection).map((entry): Row => {
      const href = periodAddress(entry.month, selection);
      return {
        key: entry.month,
        href,
        cells: {
          period: textCell(shortPeriodName(entry.month), href),
          sold_btc: amount(entry.sold, "BTC", "derived", href),
          sold_so_far_btc: amount(entry.soldSoFar, "BTC", "derived", href),
          brought_usd: amount(entry.broughtSoFar, "USD", "derived", href),
          worth_usd: amount(entry.worthSoFar, "USD", "derived", href),
          difference_usd: amount(entry.worthSoFar - entry.broughtSoFar, "USD", "derived", href),
          companies: counted(entry.companies),
        },
      };
    }),
  };
}

/** "Since October 2021, 24 miners sold 210,000 BTC that is known. It brought $6.1 billion; at the close of July 2026 it would be worth …". */
export function treasurySentence(figures: Figures, selection: Selection): Sentence | undefined {
  const months = summedMonths(figures, selection);
  const [first, last] = [months[0], months.at(-1)];
  const price: BtcPrice | undefined = figures.record.prices.at(-1);
  if (!first || !last || !price || last.soldSoFar === 0) return undefined;
  const all = differences(figures, selection);
  const sellers = all.filter((one) => one.sold > 0).length;
  const unknown = all.reduce((sum, one) => sum + one.unknown.length, 0);
  const left = last.worthSoFar - last.broughtSoFar;
  const close = `${periodName(price.month)} ($${formatAmount(price.close, "USD", 0)} per bitcoin)`;
  const total = link(btc(last.soldSoFar), "#treasury-difference");
  const outcome = left === 0 ? "the same" : `${dollars(last.worthSoFar)}, ${dollars(Math.abs(left))} ${left > 0 ? "more" : "less"}`;
  return sentence`From ${periodName(first.month)} to ${periodName(last.month)}, ${count(sellers, "miner")} sold ${total} that the record knows of. The sales brought ${dollars(last.broughtSoFar)}; at the close of ${close} the same bitcoin would be worth ${outcome}.${unknown === 0 ? "" : ` ${count(unknown, "company-month")} of these miners’ reporting ${unknown === 1 ? "is" : "are"} not known and in no sum.`} Interest, costs and taxes are left out.`;
}

function amount(value: number, unit: "BTC" | "USD", evidence: TableEvidence, href: string): TableCell {
  return { kind: "value", plain: plainAmount(value, unit), text: formatAmount(value, unit, 0), evidence, href, sources: [] };
}

const counted = (n: number): TableCell => ({ kind: "value", plain: `${n}`, text: `${n}`, evidence: "derived", sources: [] });
