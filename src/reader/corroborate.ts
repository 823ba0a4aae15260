/**
 * What else says so: for each figure, the independent signals that confirm it and those that speak against it. Proposals and a view of the
 * record in → figures with signals out.
 * Rule guarded: the words that a figure was read from confirm nothing; only another figure, another document or arithmetic does.
 */
import type { MetricId } from "@/domain/metric";
import { monthsOf, type Period } from "@/domain/period";
import type { Raw } from "./rawCandidate";
import { addMonths, daysIn, isMonth } from "./months";
import type { Proposal } from "./proposals";
import type { RecordView } from "./recordView";

export const SIGNALS = ["record", "row-mate", "books", "sentence-mate", "per-day", "price", "percent-change", "said-twice"] as const;
export type Signal = (typeof SIGNALS)[number];
export type Veto = "record" | "neighbours" | "more-than-held" | "price" | "own-sum" | "part" | "mates";

export interface Figure {
  readonly company: string;
  readonly metric: MetricId;
  readonly period: string;
  readonly value: number;
  /** Its places in the document, likeliest first. */
  readonly proposals: readonly Proposal[];
  readonly chance: number;
  readonly signals: ReadonlySet<Signal>;
  readonly vetoes: ReadonlyMap<Veto, string>;
  /** The record knows its neighbours in time, and it is like them. */
  readonly inRange: boolean;
}

/** The same amount, or one of them the other rounded. */
export function same(a: number, decimals: number, b: number): boolean {
  if (near(a, b)) return true;
  if (Math.abs(a - b) > 0.51) return false;
  for (const places of [0, 1, 2]) {
    if (places === 0 && Math.abs(a) < 20) continue;
    if ((decimals > places && near(round(a, places), b)) || near(a, round(b, places))) return true;
  }
  return false;
}

/** None of the record's figures is like it: a rounded or slightly restated figure contradicts nothing. */
const contradicted = (value: number, known: readonly number[]): boolean =>
  known.length > 0 && !known.some((other) => other !== 0 && value / other >= 0.985 && value / other <= 1.015);

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const round = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;
const keyOf = (company: string, metric: string, period: string): string => `${company}|${metric}|${period}`;

/** How far a figure may be from its neighbours in time: least and most of their median. */
const RANGE: Readonly<Partial<Record<MetricId, readonly [number, number]>>> = {
  btc_produced: [0.45, 1.9],
  btc_held: [0.5, 1.6],
  deployed_ehs: [0.7, 1.5],
  avg_ehs: [0.6, 1.6],
  btc_restricted: [0.2, 5],
};

/** How many times more or less than in any month of the last two years or the next cannot be. */
const HISTORY: Readonly<Partial<Record<MetricId, number>>> = { btc_produced: 4, btc_held: 10, deployed_ehs: 5, avg_ehs: 5 };
const HISTORY_MONTHS = [...Array.from({ length: 24 }, (_, i) => -1 - i), ...Array.from({ length: 12 }, (_, i) => i + 1)];
/** More than so many months' production is not sold out of production. */
const MOST_SOLD = 2.5;

/** So many figures per day, the first of a document, may confirm others. */
const MOST_RATES = 50;
/** So many amounts for one key, the likeliest, are looked at: nobody chooses among more. */
const MOST_AMOUNTS = 20;
/** So many places of one amount, the likeliest, are looked at: more of them tell nothing more. */
const MOST_PLACES = 50;

interface Group {
  readonly value: number;
  readonly proposals: Proposal[];
}

/** Figures of a document: one for each amount of each company, metric and period. */
export function figuresOf(proposals: readonly Proposal[], all: readonly Raw[], view: RecordView): Figure[] {
  const groups = groupsOf(proposals);
  const signals = new Signals(groups, proposals, all, view);
  return [...groups].flatMap(([, amounts]) => amounts.map((group) => signals.figure(group)));
}

function groupsOf(proposals: readonly Proposal[]): Map<string, Group[]> {
  const groups = new Map<string, Group[]>();
  for (const proposal of [...proposals].sort((a, b) => b.chance - a.chance)) {
    const key = keyOf(proposal.company, proposal.metric, proposal.period);
    const amounts = groups.get(key) ?? [];
    groups.set(key, amounts);
    const known = amounts.find(({ value }) => same(proposal.raw.value, proposal.raw.decimals, value));
    if (known !== undefined) {
      if (known.proposals.length < MOST_PLACES) known.proposals.push(proposal);
    } else if (amounts.length < MOST_AMOUNTS) amounts.push({ value: proposal.raw.value, proposals: [proposal] });
  }
  return groups;
}

class Signals {
  private readonly mates = new Map<number, Proposal[]>();
  private readonly percents = new Map<number, Raw[]>();
  private readonly rates: readonly Raw[];
  private readonly totals = new Map<string, Raw[]>();
  private readonly extremes = new Map<string, { least: number; greatest: number }>();

  constructor(
    private readonly groups: ReadonlyMap<string, readonly Group[]>,
    proposals: readonly Proposal[],
    all: readonly Raw[],
    private readonly view: RecordView,
  ) {
    for (const proposal of proposals) push(this.mates, proposal.raw.place, proposal);
    const rates: Raw[] = [];
    let [place, total, daily] = [0, "", false];
    for (const raw of all) {
      if (raw.place !== place) {
        place = raw.place;
        total = raw.kind === "row" && TOTAL.test(raw.label) ? firstWords(raw.label) : "";
        daily = raw.kind === "row" && /per day|daily|\/ ?day|por día/i.test(raw.label);
      }
      if (raw.unit === "percent") push(this.percents, raw.place, raw);
      if (total !== "") push(this.totals, total, raw);
      if ((daily || raw.unit === "btcPerDay") && rates.length < MOST_RATES) rates.push(raw);
    }
    this.rates = rates;
  }

  figure(group: Group): Figure {
    const [first] = group.proposals;
    if (first === undefined) throw new Error("a group holds at least the proposal that made it");
    const { company, metric, period } = first;
    const of = { company, metric, period, value: group.value, proposals: group.proposals, chance: first.chance };
    const signals = new Set<Signal>();
    const vetoes = new Map<Veto, string>();
    this.byRecord(of, signals, vetoes);
    this.byMates(of, signals, vetoes);
    if (saidTwice(group)) signals.add("said-twice");
    if (this.booksClose(of)) signals.add("books");
    if (this.fitsPercent(of)) signals.add("percent-change");
    if (metric === "btc_produced" && this.fitsDays(of)) signals.add("per-day");
    if (this.fitsPrice(of)) signals.add("price");
    this.limits(of, vetoes);
    this.parts(of, vetoes);
    const inRange = this.range(of, vetoes);
    return { ...of, signals, vetoes, inRange };
  }

  /** The document's own figure for a key, else the record's. */
  private known(company: string, metric: MetricId, period: string): number[] {
    const own = this.groups.get(keyOf(company, metric, period))?.[0];
    return own === undefined ? this.view.figures(company, metric, period) : [own.value];
  }

  private byRecord({ company, metric, period, value, proposals }: Of, signals: Set<Signal>, vetoes: Map<Veto, string>): void {
    const known = this.view.figures(company, metric, period);
    if (known.some((other) => same(value, proposals[0]?.raw.decimals ?? 0, other))) signals.add("record");
    else if (contradicted(value, known)) vetoes.set("record", `the record has ${known[0] ?? ""}`);
  }

  /** Another figure of the same row or sentence, of the same metric and another period, equals the record. */
  private byMates({ metric, period, proposals }: Of, signals: Set<Signal>, vetoes: Map<Veto, string>): void {
    for (const { raw } of proposals) {
      let agree = 0;
      let differ = 0;
      let contradiction = "";
      for (const mate of this.mates.get(raw.place) ?? []) {
        if (mate.raw === raw || mate.metric !== metric || mate.period === period || mate.raw.value === 0) continue;
        const known = this.view.figures(mate.company, metric, mate.period);
        if (known.some((other) => same(mate.raw.value, mate.raw.decimals, other))) agree += 1;
        else if (contradicted(mate.raw.value, known)) {
          differ += 1;
          contradiction = `${mate.period} has ${mate.raw.plain} here and ${known[0] ?? ""} in the record`;
        }
      }
      if (differ > agree && !signals.has("record")) vetoes.set("mates", contradiction);
      if (agree > 0 && differ <= agree) signals.add(raw.kind === "row" ? "row-mate" : "sentence-mate");
    }
  }

  /** Held before + produced + purchased - sold = held after, over the month or the next one. */
  private booksClose({ company, metric, period, value }: Of): boolean {
    if (!isMonth(period) || !["btc_produced", "btc_sold", "btc_held", "btc_purchased"].includes(metric)) return false;
    const at = (of: MetricId, month: string): number[] => (of === metric && month === period ? [value] : this.known(company, of, month));
    const closes = (month: string): boolean => {
      const bought = at("btc_purchased", month);
      return at("btc_held", addMonths(month, -1)).some((before) =>
        at("btc_held", month).some((after) =>
          at("btc_produced", month).some((made) =>
            at("btc_sold", month).some((sold) =>
              (bought.length === 0 ? [0] : bought).some(
                (more) => made > 1 && Math.abs(before + made + more - sold - after) <= Math.max(1.01, 0.0002 * after),
              ),
            ),
          ),
        ),
      );
    };
    return closes(period) || (metric === "btc_held" && closes(addMonths(period, 1)));
  }

  private fitsPercent({ company, metric, period, value, proposals }: Of): boolean {
    if (!isMonth(period)) return false;
    const earlier = [-1, -12].flatMap((by) => {
      const month = addMonths(period, by);
      const own = this.groups.get(keyOf(company, metric, month))?.[0]?.value;
      return [...(own === undefined ? [] : [own]), ...this.view.figures(company, metric, month)];
    });
    const fits = (percent: Raw): boolean =>
      percent.value >= 1 &&
      earlier.some(
        (old) => old !== 0 && Math.abs(Math.abs(100 * (value / old - 1)) - percent.value) <= (percent.decimals >= 1 ? 0.051 : 0.51),
      );
    return proposals.some(({ raw }) => (this.percents.get(raw.place) ?? []).some(fits));
  }

  private fitsDays({ period, value }: Of): boolean {
    if (!isMonth(period)) return false;
    const days = daysIn(period);
    return this.rates.some((rate) => {
      if (rate.decimals < 1 || (rate.kind === "row" && rate.value * 20 > value * days)) return false;
      return Math.abs(rate.value * days - value) <= 0.5 * 10 ** -rate.decimals * days + 0.6;
    });
  }

  private fitsPrice({ company, metric, period, value }: Of): boolean {
    if (metric !== "btc_sold" && metric !== "sale_proceeds_usd" && metric !== "avg_sale_price_usd") return false;
    const at = (of: MetricId): number | undefined => (of === metric ? value : this.known(company, of, period)[0]);
    const [sold, proceeds, price] = [at("btc_sold"), at("sale_proceeds_usd"), at("avg_sale_price_usd")];
    if (sold === undefined || proceeds === undefined || sold === 0 || proceeds === 0) return false;
    if (price !== undefined) return Math.abs((sold * price) / proceeds - 1) < 0.02;
    return false;
  }

  /** What cannot be: more sold or pledged than there was, a price far from the month's. */
  private limits({ company, metric, period, value }: Of, vetoes: Map<Veto, string>): void {
    if (metric === "btc_sold" && isMonth(period)) {
      const [before] = this.known(company, "btc_held", addMonths(period, -1));
      const [made] = this.known(company, "btc_produced", period);
      const bought = this.known(company, "btc_purchased", period)[0] ?? Number.NaN;
      const more = Number.isNaN(bought) ? 5 : bought + 5;
      if (before !== undefined && made !== undefined && value > before + made + more)
        vetoes.set("more-than-held", "more sold than there was");
    }
    const price = isMonth(period) ? this.view.price(period) : undefined;
    if (price === undefined) return;
    const sold = metric === "sale_proceeds_usd" ? this.known(company, "btc_sold", period)[0] : undefined;
    const each = metric === "avg_sale_price_usd" ? value : sold === undefined || sold === 0 ? undefined : value / sold;
    if (each !== undefined && (each / price < 0.7 || each / price > 1.4))
      vetoes.set("price", `bitcoin cost ${Math.round(price)} dollars in that month`);
  }

  /** "Deployed hash rate – Rockdale" beside "Deployed hash rate – Total" in the same column. */
  private parts({ proposals }: Of, vetoes: Map<Veto, string>): void {
    const [first] = proposals;
    if (first === undefined || first.raw.kind !== "row" || TOTAL.test(first.raw.label)) return;
    const { raw } = first;
    const total = this.totals
      .get(firstWords(raw.label))
      ?.find((other) => other.unit === raw.unit && other.value > raw.value && other.when.column?.text === raw.when.column?.text);
    if (total !== undefined) vetoes.set("part", `${total.label} is ${total.plain}`);
  }

  private range({ company, metric, period, value }: Of, vetoes: Map<Veto, string>): boolean {
    const limits = RANGE[metric];
    if (!isMonth(period)) return this.longRange({ company, metric, period, value }, vetoes);
    const of = (by: number): number[] => this.view.figures(company, metric, addMonths(period, by)).slice(0, 1);
    if (metric === "btc_sold") {
      const known =
        this.known(company, "btc_held", addMonths(period, -1)).length > 0 && this.known(company, "btc_produced", period).length > 0;
      const [made] = [-1, -2, -3].flatMap((by) => this.view.figures(company, "btc_produced", addMonths(period, by)));
      return value > 0 && known && made !== undefined && value <= MOST_SOLD * made;
    }
    this.history({ company, metric, period, value }, vetoes);
    const neighbours = [-1, -2, -3, 1, 2].flatMap(of);
    if (limits === undefined || neighbours.length === 0) return false;
    const sorted = neighbours.slice(0, 3).sort((a, b) => a - b);
    const middle = neighbours.length < 3 ? neighbours[0] : sorted[1];
    if (middle === undefined || middle <= 0) return false;
    const fits = value / middle >= limits[0] && value / middle <= limits[1];
    if (!fits) vetoes.set("neighbours", `the months around it have about ${middle}`);
    return fits;
  }

  /** Orders of magnitude away from all that the record has of the years around, or from the document's own months beside it. */
  private history(
    { company, metric, period, value }: Pick<Of, "company" | "metric" | "period" | "value">,
    vetoes: Map<Veto, string>,
  ): void {
    const most = HISTORY[metric];
    if (most === undefined || value <= 0) return;
    const { least, greatest } = this.extremesAround(company, metric, period);
    if (value > greatest * most || value < least / most)
      vetoes.set("neighbours", `the months around it have ${least === greatest ? least : `${least} to ${greatest}`}`);
  }

  /** The least and the greatest of the years around a month; NaN when none is known. */
  private extremesAround(company: string, metric: MetricId, period: string): { least: number; greatest: number } {
    const key = keyOf(company, metric, period);
    const known = this.extremes.get(key);
    if (known !== undefined) return known;
    const around = HISTORY_MONTHS.flatMap((by) => {
      const month = addMonths(period, by);
      const figures = this.view.figures(company, metric, month);
      const own = figures.length > 0 || Math.abs(by) > 3 ? undefined : this.groups.get(keyOf(company, metric, month))?.[0]?.value;
      return own === undefined ? figures : [...figures, own];
    }).filter((one) => one > 0);
    const found =
      around.length === 0 ? { least: Number.NaN, greatest: Number.NaN } : { least: Math.min(...around), greatest: Math.max(...around) };
    this.extremes.set(key, found);
    return found;
  }

  /** A quarter or year is measured by the months of it that are known. */
  private longRange(
    { company, metric, period, value }: Pick<Of, "company" | "metric" | "period" | "value">,
    vetoes: Map<Veto, string>,
  ): boolean {
    if (metric !== "btc_produced" && metric !== "btc_sold") return false;
    const months = monthsOf(period as Period);
    const known = months.flatMap((month) => this.known(company, metric, month).slice(0, 1));
    if (known.length === 0) return false;
    const sum = known.reduce((total, one) => total + one, 0);
    if (known.length === months.length) {
      const fits = Math.abs(sum - value) <= Math.max(2, 0.02 * value);
      if (!fits) vetoes.set("own-sum", `its months add up to ${round(sum, 2)}`);
      return fits;
    }
    return false;
  }
}

const TOTAL = /\b(?:total|combined|aggregate|consolidated)\b/i;
const firstWords = (label: string): string =>
  label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .slice(0, 2)
    .join(" ");

type Of = Pick<Figure, "company" | "metric" | "period" | "value" | "proposals">;

/** Two places of the document, in other words, state the same amount. */
function saidTwice({ value, proposals }: Group): boolean {
  const sure = proposals.filter(({ chance }) => chance >= 0.4);
  const places = new Set(sure.map(({ raw }) => raw.block));
  const words = new Set(
    sure.map(
      ({ raw }) =>
        `${raw.kind === "row" ? raw.label.replace(/\W/g, "").toLowerCase() : raw.features.filter((one) => /^[LR]\d:/.test(one)).join(" ")}|${raw.start}`,
    ),
  );
  return value !== 0 && places.size >= 2 && words.size >= 2;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
