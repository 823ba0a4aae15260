/**
 * The header of a table: the columns that its cells and lines name together. It may be broken over lines ("Six Months" / "June 30, 2024"),
 * over cells ("August" | "2023"), or over rows: times above years ("Three Months Ended June 30,") or above columns of coins and money.
 */
import { isOver } from "./align";
import type { RowCell } from "./cells";
import { ANY, ending, YEAR_ALONE } from "../languages/languages";
import { type Column, columnsIn, isChange, mayHead } from "./columns";
import { COINS_HEAD, HEAD_BEGINS, MONEY_HEAD } from "../languages/heads";
import type { LogicalLine } from "./lines";
import type { NumberStyle } from "../page/numbers";
import { blanked, pieceOf } from "../page/page";
import { isDay, isLong, type Time } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { isRow } from "./values";

const MOST_COLUMNS = 40;
const isTime = ({ kind }: Column): boolean => kind === "time";

/** The header of the table being read. */
export class Header {
  columns: readonly Column[] | undefined;
  /** The next cells may continue it. */
  open = false;
  /** Paragraphs since its last row. */
  age = 0;

  /** The columns that are times. */
  get times(): readonly Column[] {
    return this.columns?.filter(isTime) ?? [];
  }

  /** Its only time is that of the whole page, or none of its times has a month or year: columns below are no more of its columns. */
  get isOfAll(): boolean {
    const ofPage = this.columns?.length === 1 && this.columns[0]?.grid === undefined;
    return ofPage || this.times.every(({ time }) => time?.year === undefined && time?.month === undefined);
  }

  begin(columns: readonly Column[], open: boolean): void {
    [this.columns, this.open] = [columns, open];
  }

  forget(): void {
    [this.columns, this.open] = [undefined, false];
  }

  /** Takes the columns of a cell: the first ones, more, or the year of the last one's month ("August", "2023"). */
  take(columns: readonly Column[]): void {
    const last = this.columns?.at(-1);
    const [year, ...more] = columns;
    // "Prior Month | Prior Year" over dates.
    const dates = year?.time?.kind === "day" && this.times.every(({ time }) => time?.kind === "prior" || time?.kind === "yearAgo");
    if (!this.open || this.columns === undefined || dates) this.columns = columns;
    else if (more.length > 0 || year?.time?.kind !== "year" || last?.time?.kind !== "monthOnly") this.add(columns);
    else this.columns = [...this.columns.slice(0, -1), ...(joined([year], [last]) ?? [])];
    this.open = true;
  }

  /** Adds columns, those of a page's grid in their places: below words that stand over several, between what stands beside them. */
  add(columns: readonly Column[]): void {
    if ((this.columns?.length ?? 0) >= MOST_COLUMNS) return;
    const before = this.columns?.filter((one) => !columns.some((below) => one.width !== 1 && isOver(one, below))) ?? [];
    this.columns = [...before, ...columns].sort((a, b) => (a.column === undefined || b.column === undefined ? 0 : a.column - b.column));
  }

  /**
   * The columns of a line of times that words complete, ahead of them, "Quarter ended | June 30, 2024", or above: "Three months ended" over
   * dates, "March 31," over years, years over months; or of two years side by side. Undefined for any other line.
   */
  completed(cells: readonly RowCell[]): Column[] | undefined {
    const [first, ...behind] = cells;
    const heads = cells.flatMap((cell) => (cell.columns ?? []).filter(isTime).map((column) => ({ ...column, ...placeOf(cell) })));
    const told = ({ columns, text }: RowCell): boolean => columns !== undefined || isChange(text);
    if (first === undefined || first.bullet || !behind.every(told) || (!told(first) && first.values !== undefined)) return undefined;
    const ahead = heads.slice(first.columns?.length ?? 0);
    const columns =
      (ENDED.test(first.text) || ahead.length < heads.length ? joined(ahead, [{ kind: "time", text: first.text }]) : undefined) ??
      (this.open ? withRestOf(this.columns, joined(heads, this.times)) : undefined) ??
      yearsOf(heads);
    const changes = cells.slice(1 + cells.findLastIndex(({ columns: times }) => times !== undefined)).filter(({ text }) => isChange(text));
    return columns && [...columns, ...changes.map(({ text }) => ({ kind: "change", text }) as const)];
  }

  /** The columns of a line that heads coins and money, each time above spanning equally many of them; undefined for any other line. */
  units(cells: readonly RowCell[]): Column[] | undefined {
    if (!areWords(cells)) return undefined;
    const kinds = cells.map(({ text }) =>
      COINS_HEAD.test(text.replace(MARK, "")) ? "coins" : MONEY_HEAD.test(text) ? "other" : undefined,
    );
    // The first cell may be above the labels.
    const from = kinds[0] === undefined ? 1 : 0;
    const own = kinds.slice(from);
    if (own.includes(undefined) || !own.includes("coins") || !own.includes("other")) return undefined;
    return underTimes(cells.slice(from), this.over).map(({ text, column, width, grid, time }, i) => {
      return { kind: own[i] ?? "other", text, column, width, grid, time };
    });
  }

  /** The times above the line being read, if it may continue them. */
  get over(): readonly Column[] {
    return this.open ? this.times : [];
  }
}

/** Cells with the times above them, by their places, or each over equally many; the first cell may be above the labels of the rows. */
export function underTimes(cells: readonly RowCell[], above: readonly Column[]): (RowCell & Pick<Column, "time">)[] {
  const from = cells.length % above.length;
  const each = Math.floor(cells.length / above.length);
  return cells.map((cell, i) => {
    const over = above.find((one) => isOver(one, cell)) ?? (from > 1 || i < from ? undefined : above[Math.floor((i - from) / each)]);
    return { ...cell, time: over?.time };
  });
}

const YEAR_BEHIND = /^(.*?),? (20[12]\d)$/;
const ENDED = ending`\p{L}\s${ANY.ended}`;

/**
 * Times that those above complete, by place or each over equally many; those below none stay as they are. Undefined if one is not completed
 * by what is above it.
 */
function joined(heads: readonly Column[], above: readonly Column[]): Column[] | undefined {
  const each = heads.length / above.length;
  const over = heads.map((head) => above.find((one) => isOver(one, head)));
  // Only a page's own grid tells how far a cell reaches.
  const placed = !over.includes(undefined) || (heads.every(({ grid }) => grid === 0) && over.some((one) => one !== undefined));
  if (heads.length === 0 || (!placed && !Number.isInteger(each))) return undefined;
  const columns = heads.map((head, i) => {
    const one = placed ? over[i] : above[Math.floor(i / each)];
    return one === undefined ? head : completedBy(head, one);
  });
  return columns.includes(undefined) ? undefined : (columns as Column[]);
}

function completedBy(head: Column, { text, said = text, time: span }: Column): Column | undefined {
  // "Three months ended" over "9/30/2025".
  if (span?.kind === "span" && !isLong(span) && head.time?.kind === "day") return { ...head, said, time: { ...head.time, ...span } };
  // "Three months ended, 2023" over "Mar. 31".
  const [, words = "", year = ""] = YEAR_BEHIND.exec(said) ?? [];
  const ways = [`${said} ${head.text}`, `${text} ${head.text}`, `${head.text} ${text}`, `${words} ${head.text}, ${year}`].map(timesIn);
  const time = ways.find(([one, ...more]) => more.length === 0 && one?.text !== head.text)?.[0];
  return time && { ...head, text: time.text, said: time.text, time };
}

/** The columns with those of the row above that reach beside them: "Quarter ended March 31, 2024" in two rows beside "2024" over months. */
function withRestOf(above: readonly Column[] = [], columns: readonly Column[] = []): Column[] | undefined {
  if (columns.length === 0) return undefined;
  const beside = above.filter((one) => one.grid === 0 && columns.every((head) => head.column !== undefined && !isOver(one, head)));
  return [...columns, ...beside].sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
}

/** Two years side by side. */
function yearsOf(heads: readonly Column[]): Column[] | undefined {
  const [one, other] = heads;
  const apart = Math.abs(Number(one?.text) - Number(other?.text));
  return heads.every(({ text }) => YEAR_ALONE.test(text)) && apart === 1 ? [...heads] : undefined;
}

/** A note mark after a header. */
const MARK = /\s*(?:\(\d\)|[¹²³*])$/;

/** The place of a cell in its line, if the line has several. */
export const placeOf = ({ bar, column, width, grid }: RowCell): Pick<Column, "column" | "width" | "grid"> =>
  bar ? { column, width, grid } : {};

/** The columns that a cell heads; a day inside a month is a dateline, not a column. */
export function columnsOf(cell: RowCell): readonly Column[] | undefined {
  const only = cell.columns?.[0];
  if (only === undefined || cell.bullet || cell.columns?.length !== 1) return cell.bullet ? undefined : cell.columns;
  return isInsideMonth(only.time) ? undefined : [{ ...only, said: cell.text, ...placeOf(cell) }];
}
const isInsideMonth = (time: Time | undefined): boolean => time?.day !== undefined && isDay(time) && time.day < 26;

/** "7 Oct 2026 · 1 min": the day of publication heads nothing. */
export function isDateline(text: string): boolean {
  const [time, ...more] = timesIn(text);
  return time?.start === 0 && more.length === 0 && /\p{L}/u.test(text.slice(time.end)) && isInsideMonth(time);
}

const LONGEST = 60;
/** Several cells that hold only a few words each. */
export const areWords = (cells: readonly RowCell[]): boolean =>
  cells.length > 1 && cells.every(({ text, columns, values }) => text.length <= LONGEST && columns === undefined && values === undefined);

/** Lines with each header that is broken over several short ones in one. */
export function withWholeHeaders(lines: readonly LogicalLine[], text: string, style: NumberStyle): LogicalLine[] {
  const out: LogicalLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const last = lastOfHeader(lines, at, style) ?? at;
    const [line, end] = [lines[at], lines[last]?.end];
    if (line !== undefined && end !== undefined) out.push(last === at ? line : { ...pieceOf(text, line.start, end), bullet: false });
    at = last;
  }
  return out;
}

/** "July | 16.8": a row of a time and its values, whatever header is open. */
export const isTimedRow = ([first, ...others]: readonly RowCell[]): boolean =>
  first?.columns?.length === 1 && others.length > 0 && others.every(({ columns, values }) => columns === undefined && values !== undefined);

const LONGEST_TITLE = 80;
/** "+12%" and "(-3.5%)" beside a name. */
const BADGE = /[(▲▼+−-]\s?\d+(?:[.,]\d+)?\s?%\)?/g;
/** A few words above others, without figures but how much has changed. */
export const isTitle = (text: string): boolean =>
  text.length < LONGEST_TITLE &&
  !/(?:^|[.。])$/.test(text) &&
  !/\d/.test(
    blanked(text, timesIn(text))
      .replace(BADGE, "")
      .replace(/20\d\d|(?<!:\s?)\b\d\b/g, ""),
  );

const MOST_LINES = 30;
const LONGEST_HEADER = 160;

function lastOfHeader(lines: readonly LogicalLine[], from: number, style: NumberStyle): number | undefined {
  const { text: first = "", cells: parted } = lines[from] ?? {};
  if (parted !== undefined || first === "" || first.length >= 50 || !HEAD_BEGINS.test(first) || isRow(first, style)) return undefined;
  let [joined, broken, last]: [string, boolean, number | undefined] = ["", false, undefined];
  for (const [i, { text, cells, bullet }] of lines.slice(from, from + MOST_LINES).entries()) {
    if (joined.length > LONGEST_HEADER || text.length >= LONGEST || cells !== undefined || bullet || text.includes("|") || !mayHead(text))
      break;
    joined = `${joined} ${text}`.trim();
    // Lines that are complete headers need no joining.
    broken ||= text !== "" && columnsIn(text) === undefined;
    if (i > 0 && broken && (columnsIn(joined)?.filter(isTime).length ?? 0) > 1) last = from + i;
  }
  return last;
}
