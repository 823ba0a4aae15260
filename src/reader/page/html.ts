/**
 * HTML as a page: the text that a browser would show, as lines, with table cells at their columns. Footnote marks (<sup>) become raised
 * digits, so that they never join a figure; hidden text is omitted; a table inside a cell is a separate table.
 */
import { type Day, parseDay, writtenDay } from "@/domain/values/period";
import { Boxes, cellsWritten, opensDefinition } from "./boxes";
import { unescaped } from "./json";
import { type Cell, type Line, type Page, plainCharacters } from "./page";
import { decode, readTags, type Tag, type TagHandler } from "./tags";

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const BLOCK = names(
  "address article aside blockquote body caption dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody tfoot thead title ul document text type br",
);
const SKIPPED = names("del strike nav select button ix:header ix:hidden");
const VOID = names("area base br col embed hr img input link meta source track wbr");
export const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const DATE_META =
  /^(?:article:published_time|og:published_time|(?:dc|dcterms)\.?(?:date|created|issued)(?:\.issued)?|date|pub-?date|publish-?date|publication_date|datepublished|parsely-pub-date|sailthru\.date|citation_(?:publication_)?date)$/i;
const DEEPEST = 2000;
const LONGEST_HINT = 120;
const MOST_HINTS = 60;

/** The content of a line before it is placed in the page's text. */
type Written = Pick<Cell, "text" | "column" | "width">;

/** The position of a cell: its columns, and the row before which it ends. */
type Place = Pick<Cell, "column" | "width"> & { readonly until: number };

interface Table {
  row: Written[] | undefined;
  /** Rows closed so far. */
  rows: number;
  cell: Place | undefined;
  /** The last cell that began at each column; it may extend into later rows. */
  readonly reach: Map<number, Place>;
}

/** Reads HTML into a page. */
export function readHtml(html: string): Omit<Page, "warnings"> {
  const reader = new HtmlReader();
  readTags(html, reader);
  return reader.page();
}

class HtmlReader implements TagHandler {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly lines: Line[] = [];
  private readonly addresses: string[] = [];
  private publishedOn: Day | undefined;
  private title = "";
  private readonly hints: string[] = [];
  private buffer: string[] = [];
  private bullet = false;
  private readonly boxes = new Boxes();
  /** The element that hides the following text, and how many elements of its name are open. */
  private hiding: { readonly name: string; depth: number } | undefined;
  private raised = 0;
  private preformatted = 0;
  private readonly tables: Table[] = [];

  page(): Omit<Page, "warnings"> {
    this.closeRow();
    this.closeLine();
    return {
      text: this.parts.join(""),
      lines: this.lines,
      addresses: this.addresses,
      publishedOn: this.publishedOn,
      title: this.title.replace(/\s+/g, " ").trim(),
      hints: this.hints.slice(0, MOST_HINTS).join("\n"),
      wrapped: false,
    };
  }

  tag(tag: Tag): void {
    if (this.hiding !== undefined) this.hidden(tag);
    else if (tag.name === "span") this.span(tag);
    else if (tag.closing) this.closed(tag.name);
    else this.opened(tag);
    if (tag.name !== "span") this.boxes.tag();
  }

  text(text: string): void {
    if (this.hiding !== undefined) return;
    this.write(this.boxes.text(this.buffer.at(-1) ?? "", text));
    if (this.preformatted > 0 && text.includes("\n") && this.tables.length === 0) {
      text.split("\n").forEach((line, i) => {
        if (i > 0) this.closeLine();
        this.buffer.push(line);
      });
      return;
    }
    const before = this.buffer.at(-1) ?? "";
    // "<span>692</span><span>Bitcoin mined</span>": two boxes on one line. A tag parts no word before a capital.
    const apart = /(?:\d|%|\/s|BTC|\p{Ll})$/u.test(before.slice(-3)) && /^[A-Z][a-z]/.test(text.slice(0, 2));
    this.buffer.push(this.raised > 0 ? raisedText(text) : apart ? ` ${text}` : text);
  }

  raw(tag: Tag, text: string): void {
    if (tag.name === "title" && this.title === "") this.title = decode(text.slice(0, 500));
    if (tag.name !== "script" || !/ld\+json/i.test(tag.get("type") ?? "")) return;
    const { publishedOn, addresses, texts } = unescaped(text);
    this.hints.push(...texts.filter(({ length }) => length <= LONGEST_HINT));
    this.publishedOn ??= publishedOn;
    this.addresses.push(...addresses.slice(0, 5));
  }

  private span(tag: Tag): void {
    if (!tag.closing && isHidden(tag)) this.hiding = { name: tag.name, depth: 1 };
    else {
      const between = this.boxes.span(tag);
      if (this.tables.length === 0) this.write(between);
    }
  }

  private write(between: string): void {
    if (between !== "") this.buffer.push(between);
  }

  private hidden({ name, closing }: Tag): void {
    if (this.hiding?.name !== name) return;
    this.hiding.depth += closing ? -1 : 1;
    if (this.hiding.depth <= 0 || name === "p") this.hiding = undefined;
  }

  private opened(tag: Tag): void {
    const { name } = tag;
    if (name === "meta" || name === "link" || name === "time") this.metadata(tag);
    if (name === "img") this.hints.push((tag.get("alt") ?? "").slice(0, LONGEST_HINT));
    if (VOID.has(name)) {
      if (BLOCK.has(name)) this.breakLine();
      return;
    }
    if (SKIPPED.has(name) || isHidden(tag)) {
      this.hiding = { name, depth: 1 };
      return;
    }
    if (name === "sup") this.raised += 1;
    if (name === "pre" || name === "text") this.preformatted += 1;
    else if (name === "html" || name === "body" || name === "div" || name === "p") this.preformatted = 0;
    if (name === "table") {
      this.closeLine();
      if (this.tables.length < DEEPEST) this.tables.push({ row: undefined, rows: 0, cell: undefined, reach: new Map() });
    } else if (name === "tr") this.openRow();
    else if (name === "td" || name === "th") this.openCell(tag);
    else if (BLOCK.has(name)) this.openBlock(name);
    if (name === "li") this.bullet = true;
  }

  private closed(name: string): void {
    if (name === "sup" && this.raised > 0) this.raised -= 1;
    if ((name === "pre" || name === "text") && this.preformatted > 0) this.preformatted -= 1;
    if (name === "td" || name === "th") this.closeCell();
    else if (name === "tr") this.closeRow();
    else if (name === "table") {
      this.closeRow();
      this.tables.pop();
    } else if (BLOCK.has(name) && name !== "dt") this.breakLine();
    if (name === "li") this.bullet = false;
  }

  private metadata({ name, get }: Tag): void {
    const key = get("property") ?? get("name") ?? get("itemprop") ?? "";
    const content = get("content") ?? "";
    const href = get("href") ?? "";
    if (name === "meta" && DATE_META.test(key)) this.publishedOn ??= dayIn(content);
    else if (name === "meta") this.hints.push(content.slice(0, LONGEST_HINT));
    if (name === "meta" && key === "og:url" && /^https?:/.test(content)) this.addresses.push(content);
    if (name === "meta" && key === "og:title" && this.title === "") this.title = `${content}\n`;
    if (name === "link" && get("rel") === "canonical" && /^https?:/.test(href)) this.addresses.push(href);
    if (name === "time" && this.lines.length < 60) this.publishedOn ??= dayIn(get("datetime") ?? "");
  }

  private openBlock(name: string): void {
    const between = this.boxes.block(name);
    if (between !== undefined && this.tables.length === 0) this.write(between);
    else this.breakLine();
  }

  /** Blocks inside a cell only become spaces in it; outside of rows they end the line. */
  private breakLine(): void {
    if (this.tables.at(-1)?.cell !== undefined) this.buffer.push(" ");
    else if (!opensDefinition(this.buffer.at(-1))) this.closeLine();
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    this.closeRow();
    this.closeLine();
    table.row = [];
  }

  private openCell(tag: Tag): void {
    const table = this.tables.at(-1);
    if (table === undefined) {
      this.buffer.push(" ");
      return;
    }
    this.closeCell();
    table.row ??= [];
    const last = table.row.at(-1);
    let column = last === undefined ? 0 : last.column + last.width;
    for (let over = table.reach.get(column); (over?.until ?? 0) > table.rows; over = table.reach.get(column)) column += over?.width ?? 1;
    table.cell = { column, width: spanOf(tag.get("colspan")), until: table.rows + spanOf(tag.get("rowspan")) };
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (table?.cell === undefined || table.row === undefined) return;
    const { column, width } = table.cell;
    table.row.push({ text: collapse(this.buffer.join("")), column, width });
    table.reach.set(column, table.cell);
    table.cell = undefined;
    this.buffer = [];
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table?.row === undefined) return;
    this.closeCell();
    const cells = table.row.filter(({ text }) => text !== "");
    table.row = undefined;
    table.rows += 1;
    this.emit(cells);
  }

  /** Ends the current line; inside a cell, the text so far becomes a line before the cell's row. */
  private closeLine(): void {
    const lines = cellsWritten(this.buffer.join(""));
    this.buffer = [];
    for (const texts of lines) this.emitLine(texts.map(collapse));
  }

  private emitLine(texts: readonly string[]): void {
    const [first, ...others] = texts.flatMap((text, column) => (text === "" ? [] : [{ text, column, width: 1 }]));
    if (first === undefined) return;
    const bullet = this.bullet && !/^[•●▪◦*–—-]\s/.test(first.text);
    this.bullet = false;
    this.emit([bullet ? { ...first, text: `• ${first.text}` } : first, ...others]);
  }

  private emit(cells: readonly Written[]): void {
    const [first, second, ...more] = cells;
    if (first === undefined) return;
    // A row of a bullet and text is a list item.
    if (second !== undefined && more.length === 0 && /^[•●▪◦○■·‣▸►➢*–—-]$/.test(first.text)) {
      this.emit([{ ...second, text: `• ${second.text}` }]);
      return;
    }
    const start = this.length;
    const made: Cell[] = cells.map((cell, i) => {
      if (i > 0) this.put(" | ");
      const from = this.length;
      this.put(cell.text);
      return { ...cell, start: from, end: this.length };
    });
    this.lines.push({ start, end: this.length, ...(made.length > 1 && { cells: made }) });
    this.put("\n");
  }

  private put(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

const isHidden = (tag: Tag): boolean =>
  tag.get("hidden") !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(tag.get("style") ?? "");

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 100);
}

/** Footnote marks as raised digits, lettered ones ("a", "iv") as asterisks; raised words ("th", "TM") as they are. */
function raisedText(text: string): string {
  const mark = text.trim();
  if (LETTERED.test(mark)) return "*";
  if (!/^[\d,()[\]*†‡\s]{1,8}$/.test(mark)) return text;
  return mark.replace(/[()[\]\s,]/g, "").replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
}

const LETTERED = /^\(?(?:[a-h]|[ivx]{1,4})\)?$/;

const collapse = (text: string): string =>
  plainCharacters(text)
    .replace(/(?<!\d)[\u00a0\u202f\u2009]|[\u00a0\u202f\u2009](?!\d{3}(?!\d))/g, " ")
    .replace(/[ \t\r\n\f|]+/g, " ")
    .trim();

/** "2024-06-04T12:00:00Z" or "Tue, 04 Jun 2024 12:00 GMT" as a day; undefined for anything else. */
function dayIn(text: string): Day | undefined {
  const [, ...iso] = /^\s*(20\d\d)-?(\d\d)-?(\d\d)/.exec(text) ?? [];
  if (iso.length > 0) return parseDay(iso.join("-"));
  return /[a-z]{3}/i.test(text) ? parseDay(writtenDay(text) ?? "") : undefined;
}
