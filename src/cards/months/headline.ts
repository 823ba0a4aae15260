/**
 * The headline: one true sentence about the latest period that enough companies stand behind, and what it rests on.
 * Pools → sentences. If the facts change, the sentence changes or vanishes; a thin figure says that it is thin.
 */
import { shortName } from "@/domain/company";
import { isPooled, type Pool } from "@/domain/panel";
import { formatRatio } from "@/domain/sellThrough";
import { periodAddress } from "../selection/address";
import { card } from "../card";
import { pooledChart } from "../charts/pooledChart";
import { coverageShare, headlinePool, POOL_COLUMNS, pooledTitle, poolRow, pools } from "./pooled";
import type { Selection } from "../selection/selection";
import { link, type Sentence, sentence } from "../words/sentence";
import { btc, capitalized, count, inPeriod, listed, panelCount, periodName } from "../words/words";

/** "In April 2025, 5 Nasdaq-listed miners sold 83% of the bitcoin they produced, …". Undefined when nobody is in the panel. */
export function headlineSentence(at: Pool, selection: Selection): Sentence | undefined {
  if (!isPooled(at.ratio)) return undefined;
  const { period } = at.question;
  const one = at.members.length === 1 ? at.members[0] : undefined;
  const who = one ? shortName(one.company) : panelCount(at.members.length, selection);
  const verb = at.ratio > 1 ? "sold more bitcoin than they produced:" : "sold";
  const share = link(formatRatio(at.ratio), periodAddress(period, selection));
  const start = `${capitalized(inPeriod(period))}, ${who}`;
  if (selection.basis === "net")
    return sentence`${start} sold, purchases taken off, ${share} of the bitcoin ${one ? "it" : "they"} produced.`;
  if (one) return sentence`${start} sold ${share} of the bitcoin it produced.`;
  return at.ratio > 1
    ? sentence`${start} ${verb} ${share} of their production.`
    : sentence`${start} ${verb} ${share} of the bitcoin they produced.`;
}

export const THIN_SENTENCE = "The figure is thin: fewer than five companies or less than half of known production.";

/** The headline as it may leave the page, where no mark stands beside it: a thin figure says so. */
export function headlineWords(at: Pool, selection: Selection): Sentence | undefined {
  const words = headlineSentence(at, selection);
  return words && at.thin ? sentence`${words} ${THIN_SENTENCE}` : words;
}

/** How it compares with the period before: only where both are pooled, and with a word when that one is thin or another panel. */
export function changeSentence(at: Pool, before: Pool | undefined, selection: Selection): Sentence | undefined {
  if (!before || !isPooled(at.ratio) || !isPooled(before.ratio)) return undefined;
  const points = Math.round(at.ratio * 100) - Math.round(before.ratio * 100);
  const name = periodName(before.question.period);
  const earlier = link(formatRatio(before.ratio), periodAddress(before.question.period, selection));
  const move = points === 0 ? "about the same as" : `${count(Math.abs(points), "percentage point")} ${points > 0 ? "more" : "less"} than`;
  const caveat = before.thin
    ? `, a thin figure of ${count(before.members.length, "company", "companies")}`
    : samePanel(at, before)
      ? ""
      : ", by a different set of companies";
  return sentence`That is ${move} in ${name} (${earlier}${caveat}).`;
}

/** Who stands behind the number: companies, share of known production, and how the sold part is known. */
export function coverageSentence(at: Pool): Sentence | undefined {
  const share = coverageShare(at);
  if (share === undefined || at.members.length === 0) return undefined;
  const members = count(at.members.length, "company", "companies");
  const thin = at.thin ? ` ${THIN_SENTENCE}` : "";
  const stand = at.members.length === 1 ? "stands" : "stand";
  return sentence`The ${members} ${stand} for ${formatRatio(share)} of the production known for ${periodName(at.question.period)} (${btc(at.coverage.produced)} of ${btc(at.coverage.knownProduced)}, ${count(at.coverage.knownCompanies, "company", "companies")}).${evidenceClause(at)}${thin}`;
}

/** "The panel: Bitfarms, Cipher, IREN, MARA and Riot." */
export function panelSentence(at: Pool): Sentence {
  return sentence`${at.members.length === 1 ? "In the panel" : "The panel"}: ${listed(at.members.map((m) => shortName(m.company)))}.`;
}

function evidenceClause(at: Pool): string {
  if (at.sold <= 0) return "";
  const share = (level: keyof Pool["soldBy"]) => formatRatio(at.soldBy[level] / at.sold);
  const parts = [
    at.soldBy.reported !== 0 ? `${share("reported")} reported by the companies` : "",
    at.soldBy.derived !== 0 ? `${share("derived")} derived from their other figures` : "",
    at.soldBy.policy !== 0 ? `${share("policy")} taken from a stated policy` : "",
  ].filter((part) => part !== "");
  return ` Of what they sold, ${listed(parts)}.`;
}

function samePanel(a: Pool, b: Pool): boolean {
  const names = (p: Pool) => p.members.map((m) => m.company.id).join();
  return names(a) === names(b);
}

/** The pools over time, with the headline as their sentence. */
export const pooledCard = card({
  id: "pooled-sell-through",
  page: "/",
  leads: ["/", "/months"],
  title: ({ selection }) => pooledTitle(selection),
  sentence: ({ selection }, series) => {
    const at = headlinePool(series);
    return at && headlineWords(at, selection);
  },
  entries: ({ figures, selection }) => pools(figures, selection),
  row: poolRow,
  columns: POOL_COLUMNS,
  chart: pooledChart,
});
