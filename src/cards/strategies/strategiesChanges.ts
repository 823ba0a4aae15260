/** Changes of stance, newest first, dated as precisely as the record allows, and months in which a miner breaks its stated policy. */
import { periodText } from "../words/cells";
import { selectedMonths, companiesInMonths } from "../selection/scope";
import { shortName } from "@/domain/facts/company";
import { runsBy, compareText } from "@/domain/shared/group";
import { lengthOf, shift } from "@/domain/values/period";
import { isByPolicyOnly, type Stance, STANCE_LABEL, STANCE_PERIODS } from "@/domain/measures/stance";
import { type Disagreement, policyDisagreements, type Transition, transitions } from "@/domain/measures/strategies";
import { companyAddress, periodAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card } from "../card";
import type { Selection } from "../selection/selection";
import { memoizeMonths } from "../selection/memoize";
import { link, type Sentence, sentence } from "../tables/sentence";
import { trailingCell, trailingLink } from "./strategiesStances";
import { companyNames, count, periodName, thePeriod } from "../words/phrases";
import { columnsOf, companyColumn, linkedPeriod } from "../words/columns";
import { policyCell, STANCE_WORDS } from "../words/stanceWords";

/** Changes of stance in the selection, newest first. */
export const changes = memoizeMonths((asked): Transition[] => {
  const { figures, selection } = asked;
  const months = selectedMonths(asked);
  return transitions(figures, companiesInMonths(asked), months, selection.evidence).toSorted((a, b) => compareText(b.month, a.month));
});

/** "CleanSpark stopped holding in May 2025: …", with its sell-through over the months behind the new stance. */
export function changeWords(change: Transition, selection: Selection): Sentence {
  const { company, month, before, finding } = change;
  const name = link(shortName(company), companyAddress(company.id, selection));
  const [{ period: newest }] = finding.periods;
  const when = link(thePeriod(newest), periodAddress(newest, selection));
  const gap = before !== undefined && before < shift(month, -1) ? `, the first figures known after ${periodName(before)}` : "";
  const byPolicy = isByPolicyOnly(finding) ? " (by its stated policy alone)" : "";
  const over = lengthOf(newest) > 1 ? "" : `over ${count(finding.periods.length, "month")} with data up to then `;
  return sentence`${name} ${turned(change.from, change.to)} in ${when}${gap}: ${over}it sold ${trailingLink(finding, company, selection)} of its production${byPolicy}.`;
}

function turned(from: Stance, to: Stance): string {
  if (from === "holds") return `stopped holding and ${STANCE_WORDS[to].did}`;
  if (to === "holds") return `stopped selling and ${STANCE_WORDS.holds.did}`;
  return `went from ${STANCE_WORDS[from].doing} to ${STANCE_WORDS[to].doing}`;
}

const RATIO_MEANING = `Sold ÷ produced over ${STANCE_PERIODS}.`;

const changed = columnsOf<Transition>();

export const changesCard = card({
  id: "stance-changes",
  page: "/strategies",
  query: { show: "production" },
  title: "Who changed course, newest first",
  entries: changes,
  sentence: (_, { length }) =>
    length === 0 ? "No company of this selection is known to have gone over from holding to selling or back." : undefined,
  caveat:
    "A change counts when it shows in two months with data in a row or in a quarter known as a whole, and is dated by the first; so the latest one may show a month after it happened.",
  row: ({ company, month }, { selection }) => ({ key: `${company.id}-${month}`, href: companyAddress(company.id, selection) }),
  columns: [
    companyColumn,
    linkedPeriod(
      ({ finding }: Transition) => finding.periods[0].period,
      "First month with figures, or the quarter, in which the change showed; what was known next bore it out.",
      "Month",
    ),
    changed.text("from", "From", "What it did before.", ({ from }) => STANCE_LABEL[from]),
    changed.text("to", "To", "What it has done from then on.", ({ to }) => STANCE_LABEL[to]),
    changed.number("trailing_pct", "Sell-through, three months", RATIO_MEANING, ({ finding, company }, { selection }) =>
      trailingCell(finding, company, selection),
    ),
    changed.text(
      "after",
      "Last known before",
      "The last month with data before the change: it may have come at any time after that month.",
      ({ before }) => (before === undefined ? "" : periodText(before)),
    ),
  ],
});

/** Disagreements of one company, policy and stance in consecutive months. */
interface Episode {
  readonly first: Disagreement;
  readonly last: Disagreement;
  readonly months: number;
}

const episodes = memoizeMonths((asked): Episode[] => {
  const { figures, selection } = asked;
  const months = selectedMonths(asked);
  const goesOn = (a: Disagreement, b: Disagreement) =>
    a.company === b.company && a.policy === b.policy && a.stance.stance === b.stance.stance && shift(a.month, 1) === b.month;
  return runsBy(policyDisagreements(figures, companiesInMonths(asked), months, selection.evidence), goesOn)
    .map((run) => ({ first: run[0], last: run.at(-1) ?? run[0], months: run.length }))
    .sort((a, b) => compareText(b.last.month, a.last.month));
});

const differing = columnsOf<Episode>();

export const policyCard = card({
  id: "stance-policy",
  page: "/strategies",
  title: "Where deeds differ from words",
  entries: episodes,
  sentence: policySentence,
  row: ({ first }, { selection }) => ({ key: `${first.company.id}-${first.month}`, href: companyAddress(first.company.id, selection) }),
  columns: [
    { ...companyColumn, cell: ({ first }, asked) => companyColumn.cell(first, asked) },
    linkedPeriod(({ first }: Episode) => first.month, "First month in which it did not do what it had said.", "From", "from"),
    linkedPeriod(({ last }: Episode) => last.month, "Last month in which they differ without a break.", "To", "to"),
    differing.sourced("policy", "It says", "The policy it stated, with the source that says so.", ({ first: { policy } }) =>
      policyCell(policy),
    ),
    differing.text(
      "stance",
      "It does",
      "What its sales show, over months in which the policy was already in force.",
      ({ last }) => STANCE_LABEL[last.stance.stance],
    ),
    differing.number(
      "trailing_pct",
      "Sell-through tested",
      "Sold ÷ produced in the last of these months and in those of the two known months before it, or of its quarter, that lie under the same policy.",
      ({ last }, { selection }) => trailingCell(last.stance, last.company, selection),
    ),
  ],
});

/** The number of company-months, and the companies. */
export function policySentence(asked: Asked): Sentence {
  const found = episodes(asked);
  if (found.length === 0) return sentence`In no month of this selection do known sales differ from a policy in force.`;
  const companies = [...new Set(found.map(({ first }) => first.company))];
  const months = found.reduce((sum, episode) => sum + episode.months, 0);
  const who = `${companyNames(companies)}${companies.length === 1 ? "" : " together"}`;
  const policy = companies.length === 1 ? "its stated policy" : "their stated policies";
  return sentence`In ${count(months, "month")}, ${who} did not do what ${policy} said. A month is tested where its own sales are known, by its last three months with figures, as far as they lie under the policy in force.`;
}
