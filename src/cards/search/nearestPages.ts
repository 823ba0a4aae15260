/** Suggestions for an address that leads nowhere: the invalid part, and the nearest addresses by spelling. */
import { type Asked } from "../asked";
import { shortName } from "@/domain/facts/company";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import { parsePeriod, period } from "@/domain/values/period";
import { companyAddress, periodAddress } from "../selection/address";
import { decoded } from "../selection/ownChoice";
import { parseRecordPeriod, parseRecordSlug, type RecordYears } from "../selection/recordYears";
import { DEFAULT_SELECTION, nearest, type SelectionProblem, type ParsedSelection } from "../selection/selection";
import { capitalized, listed, periodName, shortened, uncapitalized } from "../words/phrases";

export interface NearestPages {
  readonly sentences: readonly string[];
  readonly choices: readonly { readonly label: string; readonly href: string }[];
}

/** `years` are those of the current record, whatever version or day is selected. */
export function nearestPages(
  address: string,
  { problems, years, figures }: Omit<ParsedSelection, "selection"> & Pick<Asked, "figures">,
): NearestPages {
  const [path = "/"] = address.split("?");
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const found = [...problems.map((problem) => aboutParameter(problem, address)), ...aboutPath(parts, figures, years)];
  return { sentences: found.map((f) => f.sentence), choices: found.flatMap((f) => f.choices) };
}

interface Finding extends Pick<NearestPages, "choices"> {
  readonly sentence: string;
}

function aboutParameter({ parameter, value, expected, choices, more, tooMany }: SelectionProblem, address: string): Finding {
  const offered = choices.length > 0 ? `: ${choices.join(", ")}` : "";
  const asked = tooMany ? `gives ${parameter} ${value}` : `asks for ${parameter}=${shortened(value)}, which names nothing`;
  return {
    sentence: `The address ${asked}; ${parameter} takes ${expected}${offered}.${more === undefined ? "" : ` ${more}`}`,
    choices: choices.map((choice) => ({ label: `${parameter}=${choice}`, href: withValue(address, parameter, value, choice) })),
  };
}

/** The address with another value of one parameter; in a list only the invalid name is replaced. */
function withValue(address: string, parameter: string, value: string, choice: string): string {
  const [path = "/", query = ""] = address.split("?");
  const params = new URLSearchParams(query);
  const listed = parameter === "c" ? params.getAll("c").join(",").split(",") : [];
  params.set(parameter, listed.length > 1 ? listed.map((name) => (name.toLowerCase() === value ? choice : name)).join(",") : choice);
  return `${path}?${params.toString().replaceAll("%2C", ",")}`;
}

function aboutPath([section, first, second, third]: readonly string[], figures: Figures, years: RecordYears | undefined): Finding[] {
  const found = [
    section === "companies" || section === "figures" ? aboutCompany(first, figures) : undefined,
    section === "months" ? aboutPeriod(first, figures, years) : undefined,
    section === "figures" ? aboutPeriod(second, figures, years, parseRecordSlug) : undefined,
    section === "figures" ? aboutMetric(third) : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

function aboutCompany(id: string | undefined, { record }: Figures): Finding | undefined {
  const ids = record.companies.map((company) => company.id);
  if (id === undefined || ids.some((known) => known === id)) return undefined;
  // A name of which half the letters are others is no slip of the keyboard.
  const near = nearest(id, ids, Math.ceil(id.length / 2));
  const close = near.flatMap((known) => record.companies.filter((company) => company.id === known));
  const names = close.length === 0 ? "" : ` The nearest ${close.length === 1 ? "name is" : "names are"} ${listed(close.map(shortName))}.`;
  return {
    sentence: `The record tracks no company “${shortened(id)}”.${names}`,
    choices: close.map((company) => ({ label: shortName(company), href: companyAddress(company.id, DEFAULT_SELECTION) })),
  };
}

function aboutPeriod(
  text: string | undefined,
  figures: Figures,
  years: RecordYears | undefined,
  parse = parseRecordPeriod,
): Finding | undefined {
  if (text === undefined || parse(text, years) !== undefined) return undefined;
  const span = recordSpan(figures);
  const year = /(20\d\d)/.exec(text)?.[1];
  const offered = [year, span?.to].flatMap((known) => (known === undefined ? [] : (parseRecordPeriod(known, years) ?? [])));
  const sentence =
    parsePeriod(text) === undefined
      ? `“${shortened(text)}” is no period. A month is written 2025-03, a quarter 2025-Q1, a year 2025.`
      : `The record has no figures for ${periodName(period(text))}${years === undefined ? "" : `: it covers the years ${years.from} to ${years.to}`}.`;
  return {
    sentence,
    choices: offered.map((known) => ({ label: capitalized(periodName(known)), href: periodAddress(known, DEFAULT_SELECTION) })),
  };
}

function aboutMetric(name: string | undefined): Finding | undefined {
  if (name === undefined || name === "sell_through" || METRIC_IDS.some((id) => id === name)) return undefined;
  return {
    sentence: `“${shortened(name)}” is no figure of the record. Figures are ${METRIC_IDS.map((id) => `${id} (${uncapitalized(METRICS[id].label)})`).join(", ")}.`,
    choices: [],
  };
}
