/** Suggested comparisons from the current record: largest holders, largest producers, largest beside smallest seller. */
import type { Asked } from "../asked";
import { type Company, shortName } from "@/domain/facts/company";
import { monthOfDay, type Period, shift } from "@/domain/values/period";
import { type CompanySummary, companySummaries } from "../companies/companies";
import type { Selection } from "../selection/selection";
import { listed } from "../words/phrases";
import { compareAddress } from "./compareForm";
import { type Compared, DEFAULT_OPTIONS } from "./compareOptions";

interface Suggestion {
  readonly label: string;
  readonly href: string;
}

/** Number of lines in a suggestion, and the maximum age in months of the figure that qualifies a company. */
const [LINES, RECENT_MONTHS] = [3, 12];

export function suggestions({ figures, selection }: Asked): Suggestion[] {
  const oldest = shift(monthOfDay(figures.today), -RECENT_MONTHS);
  const all = companySummaries({ figures, selection: { ...selection, companies: [] } });
  const made = [
    suggestion(selection, "btc_held", most(all, "held", oldest), (names) => `Bitcoin held by ${names}, which hold the most`),
    suggestion(selection, "btc_produced", most(all, "produced", oldest), (names) => `Bitcoin produced by ${names}, which mine the most`),
    suggestion(selection, "sell_through", extremes(all, oldest), (_, [first, last]) =>
      first && last ? `Sell-through of ${shortName(first)} and ${shortName(last)}, the highest and the lowest of late` : "",
    ),
  ];
  return made.flatMap((one) => one ?? []);
}

/** Undefined below two companies. */
function suggestion(
  selection: Selection,
  metric: Compared,
  companies: readonly Company[],
  words: (names: string, companies: readonly Company[]) => string,
): Suggestion | undefined {
  if (companies.length < 2) return undefined;
  const ask: Selection = { ...selection, companies: companies.map(({ id }) => id) };
  return { label: words(listed(companies.map(shortName)), companies), href: compareAddress(ask, { ...DEFAULT_OPTIONS, metric }) };
}

/** The companies with the largest of their latest figures, the largest first. */
function most(all: readonly CompanySummary[], what: "held" | "produced", oldest: Period): Company[] {
  const known = all.flatMap((summary) => {
    const latest = summary[what];
    return latest && latest.month >= oldest ? [{ company: summary.company, value: latest.cell.value }] : [];
  });
  return known
    .sort((a, b) => b.value - a.value)
    .slice(0, LINES)
    .map(({ company }) => company);
}

/** The companies with the largest and the smallest sell-through over the latest known months; none where all sell alike. */
function extremes(all: readonly CompanySummary[], oldest: Period): Company[] {
  const known = all
    .flatMap(({ company, stance, span }) =>
      stance && span && span.to >= oldest ? [{ company, ratio: stance.sold / stance.produced }] : [],
    )
    .sort((a, b) => b.ratio - a.ratio);
  const [first, last] = [known[0], known.at(-1)];
  return first && last && first.ratio > last.ratio ? [first.company, last.company] : [];
}
