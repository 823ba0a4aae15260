/** The report of a period: one statement per newsworthy fact, in a newspaper's order; for month page, press pack and feeds. */
import type { Asked } from "../asked";
import { byName, selectedPeriods, companiesIn } from "../selection/scope";
import { formatAmount } from "@/domain/values/metric";
import { type MissingReason, standsOnSecondHand } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import { atPrice, priceOf, proceedsOf } from "@/domain/measures/dollars";
import { biggestSellers, highestSince, newSellers, stoppedSelling } from "@/domain/measures/moves";
import { isPooled, type Member, type Pool } from "@/domain/measures/panel";
import { only } from "@/domain/shared/group";
import { calendarKindOf, kindOf, lastMonth, type Period, shift } from "@/domain/values/period";
import { formatRatio, cellsOf } from "@/domain/measures/sellThrough";
import { type Stance, STANCE_BOUNDS, stanceOf } from "@/domain/measures/stance";
import { heldOtherwise, type Treasury, treasuryOf } from "@/domain/measures/treasury";
import { companyAddress, figureAddress } from "../selection/address";
import { changeSentence, coverageSentence, headlineSentence, panelSentence } from "./headline";
import { poolAt } from "./pooled";
import type { Selection } from "../selection/selection";
import { enumerated, link, type Sentence, sentence, type SentencePart } from "../tables/sentence";
import { btc, count, countOtherwise, dollars, evidencePhrase, inPeriod, leadingCompanies, thePeriod } from "../words/phrases";

export interface Statement {
  /** Stable name: "headline", "treasury". */
  readonly id: string;
  readonly sentence: Sentence;
  /** The basis of the statement, for quotation. */
  readonly basis: string;
}

type Maker = (asked: Asked, at: Pool) => Sentence | undefined;

const NAMED = 3;

const STATEMENTS: readonly { readonly id: string; readonly make: Maker; readonly basis: string }[] = [
  {
    id: "headline",
    make: ({ selection }, at) => headlineSentence(at, selection),
    basis: "What these companies sold together, divided by what they produced together.",
  },
  { id: "change", make: change, basis: "The sell-through of the period before." },
  { id: "record", make: record, basis: "Compared with earlier periods that are not thin." },
  { id: "sellers", make: sellers, basis: "Bitcoin sold by each company, as reported, derived or by its stated policy." },
  { id: "over", make: overMined, basis: `Companies whose sell-through is above ${STANCE_BOUNDS.more}%.` },
  { id: "holders", make: holders, basis: `Companies whose sell-through is below ${STANCE_BOUNDS.some}%.` },
  { id: "new", make: began, basis: "They sold now, and nothing in the known periods before, three at most." },
  { id: "stopped", make: stopped, basis: "They sold nothing now, but did in the last known period before." },
  { id: "proceeds", make: proceeds, basis: "Proceeds as reported, else bitcoin sold times the month’s average price." },
  { id: "treasury", make: treasury, basis: "Bitcoin held at the period’s end; what a parent company includes is not added again." },
  {
    id: "coverage",
    make: ({ selection }, at) => coverageSentence(at, selection),
    basis: "Production of the companies counted, against what all companies that pass the same filter may be expected to have produced.",
  },
  {
    id: "panel",
    make: (_, at) => (at.members.length > 0 ? panelSentence(at) : undefined),
    basis: "Companies whose production and sales are both known.",
  },
  { id: "absent", make: absent, basis: "Companies that pass the filter and produced, but whose sales are not known." },
];

/** Ids of every possible statement, in order. */
export const STATEMENT_IDS: readonly string[] = STATEMENTS.map(({ id }) => id);

/** The statements of a period, or only those with the given ids. */
export function reportOf(asked: Asked, period: Period, ids = STATEMENT_IDS): Statement[] {
  const at = poolAt(asked, period);
  return STATEMENTS.filter(({ id }) => ids.includes(id)).flatMap(({ id, make, basis }) => {
    const words = make(asked, at);
    return words ? [{ id, sentence: words, basis }] : [];
  });
}

function change(asked: Asked, at: Pool): Sentence | undefined {
  const { selection } = asked;
  return changeSentence(at, poolAt(asked, shift(at.question.period, -1)), selection);
}

function record(asked: Asked, at: Pool): Sentence | undefined {
  const { figures, selection } = asked;
  const { period } = at.question;
  const periods = selectedPeriods({
    figures,
    selection: { ...selection, per: calendarKindOf(period) ?? selection.per, from: null, to: null },
  });
  const series = periods.map((p) => {
    const { ratio, thin } = poolAt(asked, p);
    return { period: p, value: isPooled(ratio) ? ratio : undefined, thin };
  });
  const found = highestSince(series, period);
  if (!found || (found.since !== "record" && found.over < 2)) return undefined;
  const size = found.kind === "most" ? "highest" : "lowest";
  const since = found.since === "record" ? "on record" : `since ${thePeriod(found.since)}`;
  return sentence`${formatRatio(at.ratio as number)} is the ${size} ${selection.basis === "net" ? "net " : ""}sell-through ${since}, among the ${count(found.over + 1, kindOf(period))} with enough companies${found.since === "record" ? "" : " since then"}.`;
}

function sellers({ selection }: Asked, at: Pool): Sentence | undefined {
  const [first, ...others] = biggestSellers(at, NAMED);
  if (!first || at.members.length < 2) return undefined;
  const part = (m: Member) =>
    link(
      `${btc(m.sellThrough.sold)}, ${formatRatio(m.sellThrough.ratio)} of its production${evidenceClause(m)}`,
      shareAddress(m, at, selection),
    );
  const start = sentence`${company(first.company, selection)} sold most: ${part(first)}`;
  if (others.length === 0) return sentence`${start}.`;
  return sentence`${start}, ahead of ${enumerated(others.map((m) => sentence`${company(m.company, selection)} (${part(m)})`))}.`;
}

/** The members of which something is said, each with its share; a pool of one company is told by its headline. */
function those({ selection }: Asked, at: Pool, members: readonly Member[], said: (they: string) => string): Sentence | undefined {
  if (members.length === 0 || at.members.length < 2) return undefined;
  const share = (m: Member) => link(formatRatio(m.sellThrough.ratio), shareAddress(m, at, selection));
  const named = enumerated(members.map((m) => sentence`${company(m.company, selection)} (${share(m)}${evidenceClause(m)})`));
  return sentence`${leadingCompanies(members.length)} ${said(members.length === 1 ? "it" : "they")}: ${named}.`;
}

/** The members whose sell-through of the period is that of a stance. */
const doing = (stance: Stance, { members }: Pool): Member[] =>
  members.filter(({ sellThrough: { ratio } }) => stanceOf(ratio, 1) === stance);

function overMined(asked: Asked, at: Pool): Sentence | undefined {
  const members = doing("sellsMore", at).toSorted((a, b) => b.sellThrough.ratio - a.sellThrough.ratio);
  return those(asked, at, members, (they) => `sold more than ${they} mined`);
}

function holders(asked: Asked, at: Pool): Sentence | undefined {
  return those(asked, at, doing("holds", at), (they) => `held on to nearly all ${they} produced`);
}

function began(asked: Asked, { question: { period, mode } }: Pool): Sentence | undefined {
  const { figures, selection } = asked;
  const moves = newSellers(figures, companiesIn(asked, period), period, mode);
  if (moves.length === 0) return undefined;
  const one = moves.length === 1;
  const named = enumerated(moves.map((m) => sentence`${company(m.company, selection)} (${btc(m.sold.value)})`));
  // Each company has its own number of known earlier periods; the smallest is true for all.
  const before = Math.min(...moves.map((m) => m.before.length));
  const when = before === 1 ? `last known ${kindOf(period)}` : `last ${before} known ${kindOf(period)}s`;
  return sentence`${named} ${one ? "is" : "are"} new among the sellers: in the ${when} before ${one ? "it" : "they"} sold nothing.`;
}

function stopped(asked: Asked, { question: { period, mode } }: Pool): Sentence | undefined {
  const { figures, selection } = asked;
  const moves = stoppedSelling(figures, companiesIn(asked, period), period, mode);
  if (moves.length === 0) return undefined;
  const before = (m: (typeof moves)[number]) => (m.before[0] ? `${btc(m.before[0].sold.value)} ${inPeriod(m.before[0].period)}` : "");
  return sentence`${enumerated(moves.map((m) => sentence`${company(m.company, selection)} (after ${before(m)})`))} sold nothing this time.`;
}

function proceeds({ figures }: Asked, at: Pool): Sentence | undefined {
  const { period, mode } = at.question;
  const known = at.members.flatMap((m) => {
    const value = proceedsOf(figures, m.company.id, period, mode);
    return value && m.sellThrough.cells.sold.value > 0 ? [value] : [];
  });
  const sellersCount = at.members.filter((m) => m.sellThrough.cells.sold.value > 0).length;
  if (known.length === 0 || known.length < sellersCount) return undefined;
  const total = known.reduce((sum, value) => sum + value.value, 0);
  const estimated = known.filter((value) => value.estimated).reduce((sum, value) => sum + value.value, 0);
  const rest =
    estimated === total
      ? "all of it estimated at the month’s average price"
      : estimated === 0
        ? "all of it as reported"
        : `${dollars(estimated)} of it estimated at the month’s average price`;
  return sentence`The sales brought about ${dollars(total)}, ${rest}.`;
}

function treasury(asked: Asked, { question: { period, mode } }: Pool): Sentence | undefined {
  const { figures } = asked;
  const sum = treasuryOf(figures, companiesIn(asked, period), period, mode);
  if (sum.members.length === 0) return undefined;
  const price = priceOf(figures, lastMonth(period));
  const worth = price
    ? `, worth ${dollars(atPrice(sum.held, price.close))} at the closing price of $${formatAmount(price.close, "USD", 0)}`
    : "";
  const inside = sum.leftOut
    .map(({ company: child, parent }) => ` ${shortName(child)}’s coins are inside ${shortName(parent)}’s figure and are not added.`)
    .join("");
  const one = only(sum.members);
  const who = one ? `${shortName(one.company)} held` : `${count(sum.members.length, "company")} with a known figure held`;
  const otherwise = heldOtherwise(sum.members);
  const basis = otherwise.length === 0 ? "" : ` ${one ? "" : "Of these, "}${countOtherwise(otherwise)}.`;
  return sentence`At the end of ${thePeriod(period)}, ${who} ${btc(sum.held)}${worth}.${inside}${basis}${mostHeld(asked, sum)}`;
}

/**
 * " Of those known, MARA held most: 47,531 BTC, ahead of Riot (19,223 BTC) and CleanSpark (11,869 BTC)."; of one company it is said already. Where a
 * company without a figure held more when one was last known, that is told too: else the largest holder would be named wrongly.
 */
function mostHeld({ selection }: Asked, { period, members, lastHolders }: Treasury): Sentence | string {
  const [first, ...others] = members.toSorted((a, b) => b.cell.value - a.cell.value).slice(0, NAMED);
  if (first === undefined || others.length === 0 || first.cell.value === 0) return "";
  const held = ({ company: { id }, cell }: Treasury["members"][number]) =>
    link(btc(cell.value), figureAddress(id, period, "btc_held", selection));
  const behind = enumerated(others.map((m) => sentence`${company(m.company, selection)} (${held(m)})`));
  const most = sentence` Of those known, ${company(first.company, selection)} held most: ${held(first)}, ahead of ${behind}.`;
  const [larger] = lastHolders.filter(({ cell }) => cell.value > first.cell.value).toSorted((a, b) => b.cell.value - a.cell.value);
  if (larger === undefined) return most;
  const then = link(btc(larger.cell.value), figureAddress(larger.company.id, larger.month, "btc_held", selection));
  return sentence`${most} ${company(larger.company, selection)} held more when its holdings were last known: ${then} at the end of ${thePeriod(larger.month)}.`;
}

const SALES_UNKNOWN: Readonly<Record<MissingReason, string>> = {
  notDisclosed: "its sales are not disclosed",
  notYetPublished: "its sales are not yet published",
  notReporting: "it did not report its sales",
  quarterOnly: "its sales are known for the whole quarter only",
  nothingProduced: "it produced nothing",
  doesNotReconcile: "its sales do not reconcile with its holdings",
};

function absent({ selection }: Asked, at: Pool): Sentence | undefined {
  const producers = at.absentProducers.filter(({ produced }) => produced.value > 0);
  if (producers.length === 0) return undefined;
  const named = producers
    .toSorted((a, b) => byName(a.company, b.company))
    .map((a) => sentence`${company(a.company, selection)} (${SALES_UNKNOWN[a.cell.reason]})`);
  const one = named.length === 1;
  return sentence`${enumerated(named)} ${one ? "is" : "are"} not counted, though ${one ? "its" : "their"} production is known.`;
}

const company = (of: Company, selection: Selection): SentencePart => link(shortName(of), companyAddress(of.id, selection));

const shareAddress = (m: Member, at: Pool, selection: Selection) =>
  figureAddress(m.company.id, at.question.period, "sell_through", selection);

/** A quotation must say what it rests on, unless sources state both figures: " by its stated policy", " as derived second-hand". */
function evidenceClause({ sellThrough }: Member): string {
  const { evidence } = sellThrough;
  const secondHand = cellsOf(sellThrough).some(standsOnSecondHand);
  return evidence === "reported" && !secondHand ? "" : ` ${evidencePhrase(evidence, secondHand)}`;
}
