/**
 * Decides what is certain and what a person must check: one figure per company, metric and period, other amounts as alternatives. "High"
 * needs evidence for metric, month and company, and none against: words alone are no evidence; the record, a row-mate and the books confirm
 * all three; other signals, and the months around it, only amount and metric, so that month and words must be certain by themselves.
 */
import { groupBy } from "@/domain/shared/group";
import { ANY, WORD_END, WORD_START, worded } from "./languages/languages";
import { isMonth, lastMonthOf } from "./mentions/months";
import { LEAST } from "./corroborate/proposals";
import type { MetricId } from "@/domain/values/metric";
import type { Figure } from "./corroborate/corroborate";
import type { Raw } from "./candidates/candidate";
import { tellerOf } from "./candidates/features";
import { isGuessed, isHedged, PLANNED, says } from "./corroborate/plain";
import { keyOf } from "./corroborate/recordView";
import { type Signal, SIGNALS } from "./corroborate/signals";
import type { Time } from "./mentions/time";
import type { Veto } from "./corroborate/vetoes";
import { classesIn } from "./mentions/words";

export interface Circumstances {
  /** Whether the document certainly gives a company's figures, and the record follows the company. */
  readonly companyKnown: (company: string) => boolean;
  /** Nothing beside a figure may make it another one; `fits`: other numbers confirm its amount. */
  readonly isPlain: (raw: Raw, period: string, fits: boolean) => boolean;
  /** A sentence behind it takes it back. */
  readonly isRetracted: (raw: Raw) => boolean;
  /** The document states its month with the year, by enough votes; or it names no month. */
  readonly monthSure: boolean;
  readonly monthNamed: boolean;
  readonly month: string | undefined;
  /** The document's quarter may be the calendar's or the company's. */
  readonly either: boolean;
  /** The last month that had ended, or nearly ended, at publication. */
  readonly until: string | undefined;
}

/** If this many figures whose times derive from the document's month equal those of other documents, that month is certain. */
const MONTH_TELLERS = 2;

/** Minimum chance of a figure for its contradiction to count against the others of its document. */
const COUNTS = 0.5;

export interface Decision {
  readonly figure: Figure;
  readonly alternatives: readonly Figure[];
  readonly high: boolean;
  readonly reasons: readonly string[];
}

const FULL: readonly Signal[] = ["record", "row-mate", "books"];
/** Signals by which the record confirms a figure of any length. */
const OF_RECORD: readonly Signal[] = ["record", "row-mate", "sentence-mate"];
/** Signals that it counts the same thing as the record. */
const AS_RECORDED: readonly Signal[] = [...OF_RECORD, "books"];
const PART: readonly Signal[] = ["sentence-mate", "per-day", "price", "percent-change", "said-twice"];
/** Signals that confirm a figure equal to the record if it has too few digits by itself. */
const BESIDE_RECORD: readonly Signal[] = ["books", "price", "per-day", "percent-change"];
/** Chance of the metric below which nothing is high, and from which a clean table row needs no confirmation by another figure. */
const LIKELY = 0.5;
const CLEAN = 0.8;
/** The same for a sentence, whose time and company are less certain than a column's. */
const CLEAR = 0.9;
const CLEAR_METRICS: readonly MetricId[] = ["btc_produced", "btc_held"];
/** An amount of this many digits does not equal the record's for the same time by chance: less clear words are enough. */
const LONG = 4;
const LIKELY_ENOUGH = 0.2;
/** Maximum number of other amounts offered to a person; in a long filing dozens may be possible. */
const CHOICES = 5;
/** Minimum chance of a rival. */
const RIVAL = 0.4;

const SAID: Readonly<Record<Signal, string>> = {
  record: "the record has the same figure from another document",
  "row-mate": "another column of its row equals the record",
  books: "the books close with it: held before + produced + purchased - sold = held after",
  "sentence-mate": "another figure of its sentence equals the record",
  "per-day": "it is the figure per day times the days of the month",
  price: "sold times price gives the proceeds",
  "percent-change": "the stated change in per cent fits",
  "said-twice": "the document says it twice",
};

const AGAINST: Readonly<Record<Veto, string>> = {
  record: "it contradicts the record",
  neighbours: "it is far from the months around it",
  price: "it does not fit the price of bitcoin",
  part: "it is a part of a total",
  mates: "other columns of its row contradict the record",
  "own-sum": "it does not fit the months that it is the sum of",
  range: "it is one end of a range or a bound",
};

/** One decision per company, metric and period; doubtful figures whose number is certain to be another figure are dropped. */
export function decide(figures: readonly Figure[], circumstances: Circumstances): Decision[] {
  const telling = figures.filter((one) => one.signals.has("record") && tells(one) && one.proposals.some(({ exact }) => !exact));
  const monthSure = circumstances.monthSure || telling.length >= MONTH_TELLERS;
  const byKey = groupBy(figures, keyOf);
  const ranked = [...byKey.values()].map(rankedOf);
  const coinsOf = ({ company, period }: Figure): Raw | undefined =>
    rankedOf(byKey.get(keyOf({ company, metric: "btc_sold", period })) ?? [])[0]?.proposals[0]?.raw;
  const contradicts = contradicting(ranked.flatMap(([best]) => (best === undefined ? [] : [best])));
  const decisions = ranked.flatMap(([best, ...others]) =>
    best === undefined ? [] : [decisionOf(best, others, { ...circumstances, monthSure, coinsOf }, contradicts(best.company))],
  );
  // If a number is certain to be one figure, it is not a doubtful other figure as well.
  const certain = new Set(decisions.flatMap(({ high, figure }) => (high ? figure.proposals.map(({ raw }) => raw) : [])));
  return decisions.filter(({ high, figure }) => high || figure.vetoes.size === 0 || !figure.proposals.every(({ raw }) => certain.has(raw)));
}

/** Whether more of a document's figures of a company contradict the record than agree with it: its columns may be swapped. */
function contradicting(figures: readonly Figure[]): (company: string) => boolean {
  const balance = new Map<string, number>();
  for (const { company, chance, signals, vetoes } of figures) {
    const by = signals.has("record") ? 1 : vetoes.has("record") ? -1 : 0;
    if (chance >= COUNTS) balance.set(company, by + (balance.get(company) ?? 0));
  }
  return (company) => (balance.get(company) ?? 0) < 0;
}

const DEPLOYED = worded`${WORD_START}${ANY.deployed}${WORD_END}`;
const RUNNING = worded`${WORD_START}${ANY.running}${WORD_END}`;
const UNRESTRICTED = worded`${WORD_START}${ANY.unrestricted}${WORD_END}`;

/** Whether one of these signals confirms a figure. */
const isTold = ({ signals }: Figure, by: readonly Signal[]): boolean => by.some((signal) => signals.has(signal));

/** Whether an amount is confirmed, which speaks against any other one; the record confirms an unlikely one too. */
const isConfirmed = (figure: Figure): boolean =>
  figure.vetoes.size === 0 && (figure.chance >= RIVAL ? isTold(figure, FULL) : figure.signals.has("record") && digitsOf(figure) > 2);

/** "204 bitcoin or bitcoin equivalents". */
const isEquivalent = ({ proposals: [{ raw }] }: Figure): boolean => classesIn(raw.near).includes("EQ");

/** "409 bitcoin, 275 for hosting clients and 134 for self-mining": of several amounts, the one that is said to be the company's own. */
const isOwn = ({ proposals: [{ raw }] }: Figure): boolean =>
  classesIn(raw.near).includes("OWN") && classesIn(raw.beside.join(" ")).includes("HOST");

const saysDeployed = ({ proposals: [{ raw }] }: Figure): boolean => DEPLOYED.test(raw.near) && !RUNNING.test(raw.near);

/** Number of significant digits: without leading and trailing zeros. */
const digitsOf = ({ proposals: [{ raw }] }: Figure): number => raw.plain.replace(/^[0.]+|\./g, "").replace(/0+$/, "").length;

/** From here on an amount closes the books within their tolerance hardly ever by chance, even a round one. */
const CLOSES_BOOKS = 100;

/** A number of one or two digits may equal another by chance; then its words must be clear. */
function tells(figure: Figure): boolean {
  const { value, chance, signals } = figure;
  if (signals.has("books") && value >= CLOSES_BOOKS) return true;
  const digits = digitsOf(figure);
  return digits >= 3 || (digits === 2 && chance >= 0.75) || (value === 0 && chance >= 0.75);
}

/** A figure that other documents state needs less clear words, the more so the less likely the match is by chance. */
function leastChance(figure: Figure): number {
  if (!figure.signals.has("record")) return LIKELY;
  if (digitsOf(figure) >= LONG - 1 && figure.signals.size > 1) return LEAST;
  return digitsOf(figure) >= LONG ? LIKELY_ENOUGH : LIKELY;
}

/** The likeliest first. */
const rankedOf = (rivals: readonly Figure[]): Figure[] => [...rivals].sort((a, b) => weight(b) - weight(a));
/** Ranks confirmed figures before likely ones and written times before inferred ones: a person sees the best figure first. */
const weight = (figure: Figure): number =>
  figure.chance +
  (isTold(figure, FULL) ? 0.5 : 0) +
  (figure.signals.size > 0 ? 0.15 : 0) -
  (figure.metric === "deployed_ehs" && !saysDeployed(figure) ? 0.3 : 0) -
  (figure.vetoes.size > 0 ? 0.5 : 0) -
  (isEquivalent(figure) ? 0.3 : 0) +
  (isOwn(figure) ? 0.3 : 0) +
  (figure.proposals.some(({ exact }) => exact) ? 0.15 : 0) -
  (figure.proposals.every(({ raw }) => raw.bound === true) ? 0.5 : 0);

interface Settled extends Circumstances {
  /** The statement of the coins that a price or proceeds belong to. */
  readonly coinsOf: (figure: Figure) => Raw | undefined;
}

function decisionOf(figure: Figure, alternatives: readonly Figure[], circumstances: Settled, contradicts: boolean): Decision {
  const doubts = doubtsOf(figure, alternatives, circumstances);
  if (contradicts && !figure.signals.has("record")) doubts.push("more of the document contradicts the record than agrees with it");
  const signals = SIGNALS.filter((signal) => figure.signals.has(signal));
  return {
    figure,
    alternatives: alternatives.slice(0, CHOICES),
    high: doubts.length === 0,
    reasons: [...doubts, ...signals.map((signal) => SAID[signal])],
  };
}

/** Features of a figure whose clause has words of a part of the whole. */
const OF_PARTS = new Set(["HOST", "RESTR", "SITE"].flatMap((name) => [`Lc:${name}`, `Rc:${name}`]).concat("Lc:PART"));
/** "Collateral: 3,000 BTC": the last word ahead that says what a figure is tells of a pledge or loan. */
const isPledged = ({ kind, beside: [before] }: Raw): boolean => kind !== "row" && tellerOf(before) === "RESTR";
const NAMED = new Set<Time["kind"]>(["monthOnly", "dayOnly", "prior"]);
const isFact = (raw: Raw): boolean => raw.kind === "row" || !(isHedged(raw) || says(raw, PLANNED));
const timesOf = ({ when: { column, own } }: Raw): readonly Time[] => (column === undefined ? own : [column]);

function doubtsOf(
  figure: Figure,
  alternatives: readonly Figure[],
  { companyKnown, isPlain, isRetracted, coinsOf, monthSure, monthNamed, month, either, until }: Settled,
): string[] {
  const { metric, period, chance, signals, vetoes, inRange, proposals } = figure;
  const [{ raw }] = proposals;
  const recorded = signals.has("record");
  const proven = recorded && signals.has("books");
  const rivals = alternatives.filter((other) => other.chance >= RIVAL);
  const exact = proposals.some((one) => one.exact);
  // A time named beside the figure is derived from the document's month.
  const reckoned = isMonth(period) && proposals.some((one) => timesOf(one.raw).some(({ kind }) => NAMED.has(kind)));
  const planned = says(raw, PLANNED);
  const guessed = isGuessed(raw);
  const full =
    isTold(figure, FULL) &&
    (tells(figure) || (recorded && isTold(figure, BESIDE_RECORD))) &&
    (exact || monthNamed || monthSure) &&
    (recorded ? proposals.some((one) => isFact(one.raw) && !isRetracted(one.raw)) : !(guessed || planned || isRetracted(raw)));
  // A headline and its text repeat one statement, which is no evidence for its month.
  const part = PART.filter((signal) =>
    signal === "said-twice" ? exact || (monthSure && reckoned) : signal !== "price" || digitsOf(figure) > 1,
  );
  // What confirms an amount says nothing of what it is an amount of.
  const fits = isTold(figure, part);
  const subject = fits && signals.has("price") ? (coinsOf(figure) ?? raw) : raw;
  const inTable = raw.kind === "row" && (raw.how === "count" || raw.how === "place");
  const clean = inRange && !says(raw, OF_PARTS) && (inTable ? chance >= CLEAN : chance >= CLEAR && CLEAR_METRICS.includes(metric));
  const ofFigure: readonly (readonly [boolean, string])[] = [
    [until !== undefined && lastMonthOf(period) > until, "its time had not ended when the document came out"],
    [either && !exact && !recorded, "its quarter may be the calendar's or the company's"],
    [!companyKnown(figure.company), "the company is not among the tracked ones, or hardly named"],
    [raw.unknownActor === true && !recorded, "its sentence is about a name that is not known, or perhaps about somebody told of before it"],
    [chance < leastChance(figure), "the words do not say clearly what it is"],
    [alternatives.some((other) => isConfirmed(other)), "another amount in the document is confirmed as well"],
    [metric === "deployed_ehs" && !saysDeployed(figure), "whether it is deployed or only operating hashrate is not said"],
    [
      metric === "btc_held" && !proven && (UNRESTRICTED.test(raw.near) || isPledged(raw)),
      "it may be only the part of the holdings that is pledged, or that is not",
    ],
    [!isTold(figure, AS_RECORDED) && isEquivalent(figure), "it may count other coins by what they are worth in bitcoin"],
    [
      !isMonth(period) && !inRange && !isTold(figure, OF_RECORD),
      "a figure of a longer period is confirmed by the record or by its months only",
    ],
  ];
  const unlessFull: typeof ofFigure = [
    [planned, "its words may tell of a plan"],
    [guessed, "its words may tell of a guess, a part or somebody else"],
    [!exact && !(monthSure && (period === month || reckoned)), "its month follows only from the document's"],
    [rivals.length > 0, "the document states other amounts for it"],
    [
      !((fits || clean) && isPlain(subject, period, fits)),
      signals.size === 0 ? "nothing else confirms it" : "what confirms it is not enough by itself",
    ],
  ];
  return [
    // A figure that the record has and the books confirm may well be far from the months around it.
    ...[...vetoes].flatMap(([veto, detail]) => (proven && veto === "neighbours" ? [] : [`${AGAINST[veto]} (${detail})`])),
    ...[...ofFigure, ...(full ? [] : unlessFull)].flatMap(([holds, doubt]) => (holds ? [doubt] : [])),
  ];
}
