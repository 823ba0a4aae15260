/**
 * What to say about an address that leads nowhere: which part of it was not understood, and the nearest addresses that exist.
 * Address + record → sentences and links. It guesses nothing about what was meant beyond spelling.
 */
import { shortName } from "@/domain/company";
import { type Figures, recordSpan } from "@/domain/figures";
import { METRIC_IDS, METRICS } from "@/domain/metric";
import { parsePeriod } from "@/domain/period";
import { companyAddress, periodAddress } from "./address";
import { DEFAULT_SELECTION, nearest, type SelectionProblem } from "./selection";
import { capitalized, periodName } from "../words/words";

export interface Nowhere {
  readonly sentences: readonly string[];
  readonly choices: readonly { readonly label: string; readonly href: string }[];
}

export function nowhere(address: string, problems: readonly SelectionProblem[], figures: Figures): Nowhere {
  const [path = "/"] = address.split("?");
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map((part) => decode(part));
  const found = [...problems.map((problem) => aboutParameter(problem, path)), ...aboutPath(parts, figures)];
  return { sentences: found.map((f) => f.sentence), choices: found.flatMap((f) => f.choices) };
}

interface Finding {
  readonly sentence: string;
  readonly choices: Nowhere["choices"];
}

function aboutParameter({ parameter, value, expected, choices }: SelectionProblem, path: string): Finding {
  const offered = choices.length > 0 ? `: ${choices.join(", ")}` : "";
  return {
    sentence: `The address asks for ${parameter}=${value}, which names nothing; ${parameter} takes ${expected}${offered}.`,
    choices: choices.map((choice) => ({ label: `${parameter}=${choice}`, href: `${path}?${parameter}=${encodeURIComponent(choice)}` })),
  };
}

function aboutPath([section, first, second, third]: readonly string[], figures: Figures): Finding[] {
  if (section === "companies" && first !== undefined) return aboutCompany(first, figures);
  if (section === "months" && first !== undefined) return aboutPeriod(first, figures);
  if (section === "figures" && first !== undefined) {
    return [...aboutCompany(first, figures), ...(second === undefined ? [] : aboutPeriod(second, figures)), ...aboutMetric(third)];
  }
  return [];
}

function aboutCompany(id: string, { record }: Figures): Finding[] {
  const ids = record.companies.map((company) => company.id);
  if (ids.some((known) => known === id)) return [];
  const close = nearest(id, ids).flatMap((known) => record.companies.filter((company) => company.id === known));
  return [
    {
      sentence: `The record tracks no company “${id}”. The nearest names are ${close.map(shortName).join(", ")}.`,
      choices: close.map((company) => ({ label: shortName(company), href: companyAddress(company.id, DEFAULT_SELECTION) })),
    },
  ];
}

function aboutPeriod(text: string, figures: Figures): Finding[] {
  if (parsePeriod(text) !== undefined) return [];
  const span = recordSpan(figures);
  const year = /(20\d\d)/.exec(text)?.[1];
  const offered = [year, span?.to].flatMap((known) => (known === undefined ? [] : (parsePeriod(known) ?? [])));
  return [
    {
      sentence: `“${text}” is no period. A month is written 2025-03, a quarter 2025-Q1, a year 2025.`,
      choices: offered.map((period) => ({ label: capitalized(periodName(period)), href: periodAddress(period, DEFAULT_SELECTION) })),
    },
  ];
}

function aboutMetric(name: string | undefined): Finding[] {
  if (name === undefined || name === "sell_through" || METRIC_IDS.some((id) => id === name)) return [];
  return [
    {
      sentence: `“${name}” is no figure of the record. Figures are ${METRIC_IDS.map((id) => `${id} (${METRICS[id].label.toLowerCase()})`).join(", ")}.`,
      choices: [],
    },
  ];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
