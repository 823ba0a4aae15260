/**
 * Values of table cells: "19,2113", "(18.0)", "$38.8 million", "1,164" under "(PH/s)", "–".
 * In: the cell, the metric of its row, and the words around that may give a unit. Out: the exact amount with doubts, or nothing.
 * Rule guarded: a dash is zero only for sales and purchases; a figure without its unit, or in another currency, is not guessed.
 */
import { METRICS, type MetricId } from "@/domain/metric";
import { DASH, movePoint, NIL, NUMERAL, type NumeralStyle, readNumeral } from "./numerals";
import { exactAmount, hashPlaces, scalePlaces } from "./units";

export interface Value {
  readonly amount: number;
  readonly written: string;
  readonly doubts: readonly string[];
  readonly questions: readonly string[];
  readonly notes: readonly string[];
  readonly alternatives: readonly number[];
}

export interface ValueContext {
  readonly metric: MetricId;
  /** Row label, column head and caption together: where units and "in thousands" stand. */
  readonly around: string;
  readonly style: NumeralStyle;
  readonly usDollars: boolean;
  /** Label and figure were glued and the document numbers its notes. */
  readonly gluedNotes: boolean;
  /** Numbers of the same table separate thousands. */
  readonly groupsThousands: boolean;
}

const NUMBER_CELL = new RegExp(
  String.raw`^(?<about>~|≈|c\.|ca\.|approx\.?|approximately|about)?\s*(?<neg>[-–−(]\s*)?(?<cur>US\$|USD|C\$|CA\$|CAD|A\$|HK\$|\$|£|€)?\s*(?<neg2>\(\s*)?(?<num>${NUMERAL})\s*\)?\s*(?<unit>EH\/s|PH\/s|TH\/s|EH|PH|TH|EH per second|exahash(?:es)?|BTC|bitcoins?|₿)?\s*(?<scale>thousand|million|billion|mln|mn|m|bn|k)?\s*\)?(?<cad>\s*CAD)?\s*(?:\(\d\)|[*†‡¹²³⁰⁴-⁹+]|\s\d(?!\d))*$`,
  "i",
);

/** Reads a cell as a value of the metric. */
export function readValue(cell: string, context: ValueContext): Value | undefined {
  const { metric } = context;
  const text = cell.trim();
  if (DASH.test(text) || NIL.test(text)) return zero(text, metric);
  const groups: Readonly<Record<string, string | undefined>> = NUMBER_CELL.exec(text)?.groups ?? {};
  const raw = groups.num;
  if (raw === undefined) return undefined;
  const numeral = readNumeral(raw, context.style);
  if (numeral === undefined) return undefined;
  const unit = METRICS[metric].unit;
  const places = placesFor(unit, groups, context, numeral.plain);
  if (places === undefined) return undefined;
  const amount = exactAmount(movePoint(numeral.plain, places.move), unit);
  if (amount === undefined) return undefined;
  const negative = groups.neg !== undefined || groups.neg2 !== undefined;
  const doubts = [...places.doubts];
  const questions: string[] = [];
  const notes: string[] = [];
  if (negative && metric !== "btc_sold") doubts.push("the figure is negative");
  if (numeral.doubt !== undefined && unit !== "EH/s") doubts.push(numeral.doubt);
  if (numeral.footnote !== "") notes.push(`"${raw}" ends in the mark of footnote ${numeral.footnote}`);
  if (groups.about !== undefined) notes.push("the figure is approximate");
  const alternatives = alternativesOf(raw, context, places.move, questions);
  return { amount, written: text, doubts, questions, notes, alternatives };
}

function zero(text: string, metric: MetricId): Value | undefined {
  if (metric !== "btc_sold" && metric !== "btc_purchased") return undefined;
  return { amount: 0, written: text, doubts: [], questions: [], notes: [`"${text}" in the row stands for zero`], alternatives: [] };
}

/** How far the point moves for the unit's whole, or undefined when the cell's unit is not the metric's. */
function placesFor(
  unit: string,
  groups: Readonly<Record<string, string | undefined>>,
  context: ValueContext,
  plain: string,
): { move: number; doubts: string[] } | undefined {
  const printed = groups.unit?.toLowerCase();
  if (unit === "BTC") {
    if (groups.cur !== undefined || groups.scale !== undefined || (printed !== undefined && !/btc|bitcoin|₿/.test(printed)))
      return undefined;
    return { move: 0, doubts: [] };
  }
  if (unit === "EH/s") {
    if (groups.cur !== undefined || (printed !== undefined && /btc|bitcoin|₿/.test(printed))) return undefined;
    const named =
      printed ?? /\b([EPT]H)(?:\/s|ash)?\b/i.exec(context.around)?.[1] ?? /\b(exa|peta|tera)[- ]?hash/i.exec(context.around)?.[1];
    if (named !== undefined) return { move: hashPlaces(named), doubts: [] };
    const likely = Number(plain) >= 0.5 && Number(plain) < 100;
    return { move: 0, doubts: likely ? [] : ["the hashrate's unit is not given"] };
  }
  if (printed !== undefined) return undefined;
  const currency = groups.cur ?? /US\$|USD|C\$|CAD|£|€|A\$|\$/i.exec(context.around)?.[0];
  if (currency !== undefined && !/^(?:US\$|USD|\$)$/i.test(currency)) return undefined;
  if (groups.cad !== undefined || (currency === "$" && !context.usDollars)) return undefined;
  const scale =
    groups.scale ??
    /\b(?:in |\$\s?)(thousand|million)s?\b|\$\s?['’]?\s?(000)s?|\$\s?(mm|m|k)\b|\(\s?(million|thousand)s?\s?\)/i
      .exec(context.around)
      ?.slice(1)
      .find((group: string | undefined) => group !== undefined);
  const stated = unit === "USD/BTC" ? groups.scale : scale;
  const move = stated === "000" ? 3 : stated?.toLowerCase() === "mm" ? 6 : scalePlaces(stated);
  const doubts = currency === undefined ? ["the currency is not given"] : [];
  const amount = Number(plain) * 10 ** move;
  if (unit === "USD" && amount < 1000) return undefined;
  if (unit === "USD/BTC" && (amount < 1000 || amount > 1_000_000)) return undefined;
  return { move, doubts };
}

/** Other amounts that the same digits could be, where a footnote's digit may have joined them; asks the question then. */
function alternativesOf(raw: string, context: ValueContext, move: number, questions: string[]): number[] {
  const unit = METRICS[context.metric].unit;
  const other = (digits: string): number[] => {
    const numeral = readNumeral(digits, context.style);
    const amount = numeral && exactAmount(movePoint(numeral.plain, move), unit);
    return amount === undefined ? [] : [amount];
  };
  if (context.gluedNotes && /^\d{2,}/.test(raw)) {
    questions.push(`a footnote's digit may stand before "${raw.slice(1)}"`);
    return other(raw.slice(1));
  }
  if (unit === "BTC" && context.groupsThousands && /^\d{4,5}$/.test(raw)) {
    questions.push(`"${raw}" has no thousands separator, so its last digit may be a footnote's`);
    return other(raw.slice(0, -1));
  }
  return [];
}
