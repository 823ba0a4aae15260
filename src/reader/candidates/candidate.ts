/** A candidate as found: a number of a page with its context; and functions that rows and running text share. */
import type { MetricId } from "@/domain/values/metric";
import type { How } from "../blocks/align";
import type { TextBlock } from "../blocks/block";
import type { CompanyFinder } from "../mentions/companies";
import type { Discourse } from "./discourse";
import type { NumberStyle } from "../page/numbers";
import type { Counted } from "../languages/units";
import { isQuarter, type Time } from "../mentions/time";
import { isPlanned, saidTimes } from "../mentions/timeRoles";
import type { When } from "./whenSaid";

/** The unit of a candidate; `label…`: only the label of its row names it. */
export type UnitSaid = Counted | "btcLabel" | "ehLabel";

/** The power of ten of a smaller hash unit, relative to exahashes. */
export const smallerUnit = (unit: UnitSaid): number => (unit === "ph" ? -3 : unit === "th" ? -6 : 0);

export interface Raw {
  /** Plain decimal in BTC, USD or EH/s. */
  readonly plain: string;
  readonly value: number;
  readonly decimals: number;
  readonly written: string;
  readonly unit: UnitSaid;
  /** One end of a range: "450 to 460 BTC". */
  readonly range?: boolean;
  /** A round amount that the figure is above or near: "above 6,000 BTC". */
  readonly bound?: boolean;
  readonly when: When;
  readonly kind: "row" | TextBlock["type"];
  readonly how: How | "text";
  /** The metric of which the words say that there was none: "no coins were sold". */
  readonly none?: MetricId;
  readonly block: number;
  /** Number of its row or sentence in the document. */
  readonly place: number;
  readonly company: string | undefined;
  /** A company with an unknown name acts in its sentence, or perhaps somebody told of before it. */
  readonly unknownActor?: boolean;
  readonly features: readonly string[];
  /** The title above it, of its section or page. */
  readonly heading: string;
  /** Its row's label; empty in running text. */
  readonly label: string;
  /** The words nearby: the label, or the text just before and after it. */
  readonly near: string;
  /** Its sentence before and after it; a row's label. */
  readonly beside: readonly [string, string];
  readonly start: number;
  readonly end: number;
}

/** What the words of rows say of their values. */
export interface SharedRow {
  /** The unit of a value in a row below a section: beside the value ("": nothing is there), else in the words. */
  readonly unitBelow: (section: string) => (value: string) => UnitSaid;
  readonly featuresOf: (unit: UnitSaid, value: number) => readonly string[];
}

export interface Context {
  readonly text: string;
  readonly style: NumberStyle;
  readonly finder: CompanyFinder;
  /** The page mentions coins, so that bare numbers beside mining words are coins. */
  readonly coins: boolean;
  readonly main: string | undefined;
  /** The page reports on several companies, so that each figure needs its own. */
  readonly multi: boolean;
  readonly discourse: Discourse;
  /** The time of figures in brackets behind others, if the page tells it. */
  readonly bracketed: Time | undefined;
  /** What the rows with one label and heading share: tables repeat them. */
  readonly rows: Map<string, SharedRow>;
}

/** The only time in the text above a figure; undefined if there are none or several. */
export function single(...above: readonly string[]): Time | undefined {
  for (const text of above) {
    const times = saidTimes(text).filter(
      (time) => TELLING.has(time.kind) && time.role !== "reference" && !(isQuarter(time) && isPlanned(text, time)),
    );
    if (times.length === 1) return times[0];
  }
  return undefined;
}

const TELLING = new Set<Time["kind"]>(["month", "day", "quarter", "span", "half", "monthOnly", "toDate"]);
