/** Words for periods, days, panels and amounts, in English and UTC whatever the machine's settings. */
import { format } from "date-fns";
import { EVIDENCE_LABEL, type KnownCell } from "@/domain/facts/cell";
import { type Company, type CompanyId, shortName } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { formatAmount } from "@/domain/values/metric";
import { count, rounded } from "@/domain/shared/numberText";
import { once } from "@/domain/shared/once";
import { type Day, firstMonth, kindOf, lastMonth, monthOfDay, monthsBetween, type Period, yearOf } from "@/domain/values/period";
import { filterOf, type PanelName, type Selection } from "../selection/selection";

export { count };

/** "March 2025", "first quarter of 2025", "2025", "January to June 2026". Cached, because each row of a table names its period. */
export const periodName = once((of: Period) =>
  named(of, { month: "MMMM", quarter: `${ORDINAL[Number(of.charAt(6)) - 1]} quarter of`, to: " to " }),
);

/** "Mar 2025", "Q1 2025", "2025", "Jan–Jun 2026": for table rows and ticks. */
export const shortPeriodName = once((of: Period) => named(of, { month: "MMM", quarter: of.slice(5), to: "–" }));

interface PeriodWords {
  /** How date-fns writes a month's name. */
  readonly month: "MMM" | "MMMM";
  readonly quarter: string;
  readonly to: string;
}

function named(of: Period, { month, quarter, to }: PeriodWords): string {
  const monthName = (at: Period, pattern: string) => format(localDay(`${at}-01`), pattern);
  const [first, last] = [firstMonth(of), lastMonth(of)];
  switch (kindOf(of)) {
    case "month":
      return monthName(of, `${month} yyyy`);
    case "quarter":
      return `${quarter} ${yearOf(of)}`;
    case "year":
      return of;
    case "span":
      // Both ends in one year: name the year once.
      return `${monthName(first, yearOf(first) === yearOf(last) ? month : `${month} yyyy`)}${to}${monthName(last, `${month} yyyy`)}`;
  }
}

/** A part of several: "9 of 12 months", "12 months" where all of them are known. */
export const knownOf = (known: number, all: number, what: string): string =>
  known === all ? count(all, what) : `${known} of ${count(all, what)}`;

/** "in March 2025", "in the first quarter of 2025", "in 2025", "from January to June 2026". */
export const inPeriod = (of: Period): string => (kindOf(of) === "span" ? `from ${periodName(of)}` : `in ${thePeriod(of)}`);

/** The period as a noun in a sentence: "the first quarter of 2025", "March 2025". */
export const thePeriod = (of: Period): string => (kindOf(of) === "quarter" ? `the ${periodName(of)}` : periodName(of));

const ORDINAL = ["first", "second", "third", "fourth"];

/** date-fns formats in the machine's time zone; a date built from local parts reads the same everywhere. */
function localDay(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

export const PANEL_LABEL: Record<PanelName, string> = {
  nasdaq: "Nasdaq-listed miners",
  largest15: "15 largest Nasdaq-listed miners",
  all: "all tracked miners",
};

/** "CleanSpark (without collateral) counts its holdings otherwise than usual". */
export const countOtherwise = (all: readonly { readonly company: Company; readonly basis: string }[]): string =>
  `${listed(all.map(({ company, basis }) => `${shortName(company)} (${basis})`))} ${all.length === 1 ? "counts its" : "count their"} holdings otherwise than usual`;

/** The panel in words: "Nasdaq-listed miners", "chosen miners", "the chosen miner". */
export function panelName(selection: Selection): string {
  const filter = filterOf(selection);
  if (filter.kind !== "picked") return PANEL_LABEL[filter.kind];
  return isOnePicked(selection) ? "the chosen miner" : "chosen miners";
}

export const isOnePicked = ({ companies }: Selection): boolean => companies.length === 1;

/** The panel with its article: "the 15 largest Nasdaq-listed miners", "Nasdaq-listed miners". */
export const thePanel = (selection: Selection): string =>
  filterOf(selection).kind === "largest15" ? `the ${panelName(selection)}` : panelName(selection);

/** Every one of the panel: "the Nasdaq-listed miners", "all tracked miners", "the chosen miner". */
export const wholePanel = (selection: Selection): string =>
  isOnePicked(selection) || filterOf(selection).kind === "all" ? panelName(selection) : `the ${panelName(selection)}`;

/** Beginning of the sentence of an empty view: "None of the Nasdaq-listed miners has", "The chosen miner does not have". */
export const noneOf = (selection: Selection, verb: "have" | "report"): string =>
  isOnePicked(selection) ? `The chosen miner does not ${verb}` : `None of ${wholePanel(selection)} ${verb === "have" ? "has" : "reports"}`;

/** A number of the panel's companies, to start a statement: "5 Nasdaq-listed miners", "9 of the 15 largest Nasdaq-listed miners". */
export function panelCount(n: number, selection: Selection): string {
  const filter = filterOf(selection);
  switch (filter.kind) {
    case "largest15":
      return `${n} of the ${PANEL_LABEL.largest15}`;
    case "all":
      return count(n, "tracked miner");
    case "nasdaq":
      return count(n, "Nasdaq-listed miner");
    case "picked":
      return count(n, "chosen miner");
  }
}

/** The short name of the company with a slug; the slug if the record does not have it. */
export function nameIn(figures: Figures, id: CompanyId): string {
  const company = figures.company(id);
  return company === undefined ? id : shortName(company);
}

/** "1,140 BTC"; small amounts keep two decimals, large ones none. */
export const btc = (sats: number): string => `${formatAmount(sats, "BTC", Math.abs(sats) >= 1_000e8 ? 0 : 2)} BTC`;

/** "rose by 1,140 BTC", "fell by 12.5 BTC", "did not change". */
export const risenOrFallen = (sats: number): string =>
  sats === 0 ? "did not change" : `${sats > 0 ? "rose" : "fell"} by ${btc(Math.abs(sats))}`;

/** "$38.8 million", "$950,000", "$1.2 billion". */
export function dollars(cents: number): string {
  const value = cents / 100;
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size >= 1e9) return `${sign}$${rounded(size / 1e9, 3)} billion`;
  if (size >= 1e6) return `${sign}$${rounded(size / 1e6, 3)} million`;
  return `${sign}$${rounded(Math.round(size), 6)}`;
}

const NUMBER_WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** A number of companies at the start of a sentence: "Two companies", "12 companies". */
export const leadingCompanies = (n: number): string => `${NUMBER_WORDS[n] ?? n} ${n === 1 ? "company" : "companies"}`;

/** "Riot", "Riot and MARA", "Riot, MARA and HIVE". */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const inEnglish = new Intl.Collator("en").compare;

/** Companies as readers look for them: "Argo Blockchain, HIVE Digital and Vulcan", by name. */
export const companyNames = (companies: readonly Company[]): string => listed(companies.map(shortName).sort(inEnglish));

/** A label inside a sentence: its first letter in lower case unless the word is a name or a unit ("EH/s deployed" stays). */
export const uncapitalized = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Shortens text from an address for use in a message. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "April 2025, 19 months ago". `latest`: the newest with enough companies, not one that was asked for. */
export function ageWords(of: Period, today: Day, latest: boolean): string {
  const months = monthsBetween(lastMonth(of), monthOfDay(today));
  const age = months <= 0 ? "" : ` (${count(months, "month")} ago)`;
  const name = capitalized(periodName(of));
  return latest ? `${name}${age}: the latest ${kindOf(of)} with enough companies` : `${name}${age}`;
}

/** How a figure is known, as a clause: "as reported", "as derived second-hand", "by its stated policy". */
export function evidencePhrase(evidence: KnownCell["evidence"], secondHand = false): string {
  if (evidence === "policy") return "by its stated policy";
  return `as ${EVIDENCE_LABEL[evidence]}${secondHand ? " second-hand" : ""}`;
}
