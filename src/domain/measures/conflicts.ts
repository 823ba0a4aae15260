/** Keys for which sources state different numbers, with the choice and its reason, newest period first. Numbers are never averaged. */
import { wholeAnswers } from "../figures/answers";
import { byFirst } from "../shared/group";
import { type Choice, disagreeing } from "../figures/choose";
import { type Company } from "../facts/company";
import { type Fact, isSameKey, knownSince, SOURCE_KIND_LABEL } from "../facts/fact";
import type { Figures } from "../figures/figures";
import { oncePer } from "../shared/once";
import { byTime } from "../values/period";
import { agree } from "../facts/precision";
import type { Decision } from "../facts/record";

export interface Conflict {
  readonly company: Company;
  readonly choice: Choice;
  /** The facts not chosen that state another number. */
  readonly against: readonly Fact[];
  /** Largest relative difference from the chosen value (0.01 is 1%); undefined when the chosen value is 0. */
  readonly spread: number | undefined;
  /** Why this one was chosen, as a clause: "a company release goes before a news report". */
  readonly why: string;
}

/** Of the whole record; the latest period first. */
export const conflictsOf = oncePer((figures: Figures): readonly Conflict[] => conflictsAmong(figures, figures.record.companies));

/** Of some companies; the latest period first. */
export function conflictsAmong(figures: Figures, companies: readonly Company[]): Conflict[] {
  const keyOf = ({ choice: { chosen } }: Conflict) => `${chosen.company} ${chosen.metric}`;
  const periodOf = ({ choice }: Conflict) => choice.chosen.period;
  return companies
    .flatMap((company) => conflictsOfOne(figures, company, "best"))
    .sort((a, b) => byFirst(byTime(periodOf(b), periodOf(a)), keyOf(a).localeCompare(keyOf(b))));
}

const conflictsOfOne = wholeAnswers((figures, company): readonly Conflict[] => {
  // A stock stated "for March" and "for the first quarter" has one key here.
  const seen = new Set<Fact>();
  return figures.factsOf(company.id).flatMap(({ metric, period }) => {
    const choice = figures.choice(company.id, metric, period);
    if (!choice || seen.has(choice.chosen)) return [];
    seen.add(choice.chosen);
    const against = disagreeing(choice);
    if (against.length === 0) return [];
    return [{ company, choice, against, spread: spreadOf(choice.chosen, against), why: whyChosen(figures, choice) }];
  });
});

/** The rule (/method#choose) that decided, as a clause. */
export function whyChosen(figures: Figures, { chosen, others }: Choice): string {
  const isOfChosen = (d: Decision) => d.kind === "prefer" && isSameKey(d, chosen) && d.written === chosen.written;
  const decision = figures.decisionsOf(chosen.company).find(isOfChosen);
  if (decision) return `decided by a person: ${decision.note}`;
  const next = others.find((fact) => !agree(fact, chosen));
  if (!next) return "no source states another number";
  if (next.source.kind !== chosen.source.kind)
    return `a ${SOURCE_KIND_LABEL[chosen.source.kind]} goes before a ${SOURCE_KIND_LABEL[next.source.kind]}`;
  const [mine, theirs] = [knownSince(chosen), knownSince(next)];
  if (mine.day === theirs.day) return "it was recorded first";
  return mine.assumed ? "it is taken to be published later, as its source bears no date" : "it was published later";
}

function spreadOf(chosen: Fact, against: readonly Fact[]): number | undefined {
  if (chosen.value === 0) return undefined;
  return Math.max(...against.map((fact) => Math.abs(fact.value - chosen.value))) / Math.abs(chosen.value);
}
