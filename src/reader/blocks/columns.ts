/** The columns that a text heads if it holds only times, marks of change and the usual words beside them. */
import { onceUpTo } from "@/domain/shared/once";
import { AGAINST, CHANGE, HEAD_NOISE, HEAD_WORDS } from "../languages/heads";
import { type Cell, matchesIn } from "../page/page";
import type { Time } from "../mentions/time";
import { MONTH_NAMES, timesIn } from "../mentions/times";

/** A table column by its header: a time, a change, coins next to money, or other. Position: set only if its cell heads one column. */
export interface Column extends Partial<Pick<Cell, "column" | "width">> {
  readonly kind: "time" | "change" | "coins" | "other";
  readonly time?: Time | undefined;
  readonly text: string;
  /** The words of its cell. */
  readonly said?: string;
  readonly grid?: number;
}

/** "Month/Month", "12 months/12 months": a change, not two times. */
const OVER_SAME = /^(\d{0,2} ?\p{L}+)\/\1$/iu;
/** "MetricMay 20241April 2024": words and times that lost their separators. */
const STUCK =
  /(?<=[a-z\d])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\.? 20|[-–]|['’])[12]\d)|(?<=20[12]\d)\d?(?=[A-Z])/g;

/** A note's digit behind a word. */
const MARK = /(?<=\p{Ll})\d(?=\s|$)/gu;

const IN_HEADS = new Set([...MONTH_NAMES, ...HEAD_WORDS]);
/** In scripts without spaces no time is this long. */
const LONGER_WORD = /\p{Lu}?\p{Ll}{3,}|\p{Lu}{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{9,}/gu;

/** Maximum characters of a header, and of a text that is cached. */
const LONGEST = 160;

/** True if none of its words excludes it as a header. */
export const mayHead = (text: string): boolean =>
  text.length <= LONGEST && matchesIn(text, LONGER_WORD).every(([word]) => IN_HEADS.has(word.toLowerCase()));

/** Every time is written with letters or a year. */
const MAY_NAME_TIME = /[A-Za-z\u00c0-\uffff]|20[12]\d/;

/** "Financial highlights, Q2 2024 against Q2 2023 (June quarters)": words before two times that are compared, and behind them. */
const COMPARED = new RegExp(String.raw`^[^\d,:]{2,40}[,:]\s(?=([^,:]{2,30}\s${AGAINST}\s[^,:()]{2,30})(?:\s\([^()]*\))?$).*`, "i");
/** "Acme Operational Metrics May 2024 April 2024": words before months side by side. */
const BEFORE_MONTHS = /^(?:[^\s|]{1,20} ){1,6}?(?=(?:\p{Lu}\p{L}{2,} 20[1-4]\d ?){2,}$)/u;

const ENDS_IN_YEAR = /20[1-4]\d ?$/;

/** The columns of a header that holds only times (and a change), or ends with several months; undefined for anything else. */
export function columnsIn(text: string): readonly Column[] | undefined {
  if (!MAY_NAME_TIME.test(text)) return undefined;
  return text.length > LONGEST ? columnsOf(text) : known(text);
}

/** Tables repeat their cells, and headers are looked for in several ways. */
const known = onceUpTo(2_000, columnsOf);

function columnsOf(whole: string): Column[] | undefined {
  const headed = whole.replace(COMPARED, "$1");
  const from = mayHead(headed) ? 0 : ENDS_IN_YEAR.test(headed) ? BEFORE_MONTHS.exec(headed)?.[0].length : undefined;
  const text = headed.slice(from ?? headed.length);
  if (text === "" || OVER_SAME.test(text)) return undefined;
  const loose = text.replace(STUCK, " ").replace(MARK, " ");
  const times = timesIn(loose).filter(({ kind }) => kind !== "thisMonth");
  if (times.length === 0) return undefined;
  let rest = loose;
  for (const time of [...times].reverse()) rest = `${rest.slice(0, time.start)} ¤ ${rest.slice(time.end)}`;
  const lastTime = rest.lastIndexOf("¤");
  const changes = matchesIn(rest, CHANGE);
  const changed = changes.some((match) => match.index > lastTime);
  // "Change in August 2025".
  const [first] = changes;
  if (times.length === 1 && first !== undefined && first.index < lastTime) return undefined;
  if (rest.replace(CHANGE, " ").replace(HEAD_NOISE, " ").replace(/¤/g, " ").trim() !== "") return undefined;
  const [span, year, ...more] = times;
  // "Three months ended, 2023" is one column, or stands over some.
  const undated = span?.kind === "span" && span.month === undefined && year?.kind === "year" && more.length === 0;
  const columns: Column[] = (undated ? [span] : times).map((time) => ({ kind: "time", time, text: undated ? text : time.text }));
  return changed ? [...columns, { kind: "change", text: "" }] : columns;
}

/** "Change", "% m/m": the header of a column of changes. */
export function isChange(text: string): boolean {
  if (text.length >= 40) return false;
  if (OVER_SAME.test(text)) return true;
  const without = text.replace(CHANGE, " ");
  return without !== text && without.replace(HEAD_NOISE, " ").trim() === "";
}
