/** The list of companies in words: counts by stance, and the active filters. */
import { grouped } from "@/domain/shared/numberText";
import { STANCES } from "@/domain/measures/stance";
import type { CompanySummary } from "./companies";
import type { CompaniesQuery } from "./companiesQuery";
import { count } from "../words/phrases";
import { STANCE_WORDS, stanceCounts } from "../words/stanceWords";

/** "26 companies are tracked. By the latest figures of each, however old, 5 hold what they mine and 9 sell some. For 3 companies that is not known." */
export function companiesSentence(summaries: readonly CompanySummary[]): string {
  const stances = summaries.flatMap(({ stance }) => stance?.stance ?? []);
  const known = stanceCounts(stances);
  const unknown = summaries.length - stances.length;
  const companies =
    summaries.length === 0 ? "No company is" : summaries.length === 1 ? "1 company is" : `${summaries.length} companies are`;
  if (known === "") return `${companies} tracked.${summaries.length === 0 ? "" : " It is not known what they do with their bitcoin."}`;
  const rest = unknown === 0 ? "" : ` For ${count(unknown, "company")} that is not known.`;
  return `${companies} tracked. By the latest figures of each, however old, ${known}.${rest}`;
}

/** "listed on Nasdaq now, with at least 1,000 BTC held": the words after "Only companies". */
export function filterWords(query: CompaniesQuery): string {
  const stance = STANCES.find((known) => known === query.stance);
  const least = (value: string) => grouped(Number(value), 3);
  const parts = [
    query.listing === null ? "" : query.listing === "none" ? "not listed now" : `listed on ${query.listing} now`,
    query.stance === null
      ? ""
      : stance === undefined
        ? "of which it is not known whether they hold or sell"
        : `that ${STANCE_WORDS[stance].many}`,
    query.production === null ? "" : `with at least ${least(query.production)} BTC produced in the latest month`,
    query.treasury === null ? "" : `with at least ${least(query.treasury)} BTC held`,
    query.coverage === null ? "" : `with sell-through known for at least ${least(query.coverage)}% of the months`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
