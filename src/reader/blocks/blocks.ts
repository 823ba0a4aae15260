/**
 * One layout for every page: a header is a run of cells that are only times, a row is a label followed by a run of values, all other text
 * is prose. A damaged table loses only the damaged row, not the whole table.
 */
import type { Block, GatheredRow, RowValue } from "./block";
import { cellsOf, placedValues, type RowCell } from "./cells";
import { type Column, columnsIn, isChange } from "./columns";
import type { CompanyFinder } from "../mentions/companies";
import { ColumnLabels, isPair, partedByMetric, speakOfMetrics } from "./columnLabels";
import { CoinTable } from "./coinTable";
import { Dollars } from "./dollars";
import { gluedRow } from "./gluedRow";
import { columnsOf, Header, isDateline, isTimedRow, isTitle, placeOf, withWholeHeaders } from "./header";
import { NONE_OF } from "../languages/languages";
import { PREFIX, SCALE_NOTE, scaleSaid, SUFFIX } from "../languages/heads";
import { labelWords } from "./labelWords";
import { logicalLines } from "./lines";
import { MonthTable, repeatedIn, undatedIn } from "./monthTable";
import type { NumberStyle } from "../page/numbers";
import { withPairs, withRest } from "./pairs";
import { type Page } from "../page/page";
import { datedBalance, withRollForwards } from "./rollForward";
import { withTotals } from "./totals";
import { timesIn } from "../mentions/times";
import { labelledValues } from "./values";
import { GUESSES, speaksOf } from "../mentions/words";

export function blocksOf(page: Page, style: NumberStyle, finder: CompanyFinder): Block[] {
  return withTotals(withRollForwards(new Layout(page, style, finder).blocks));
}

const LONG = 110;
const ENDED = /[.;]$(?<=\p{Ll}{3}.)/u;
const ASIDE = /\(([^()]*)\):?$/;
const RANK = /^\d{1,3}\.?$/;

class Layout {
  readonly blocks: Block[] = [];
  private readonly header = new Header();
  private words: RowCell[] = [];
  /** The values of the row being gathered; empty while there is no label. */
  private values: RowValue[] = [];
  private heading = "";
  /** The last short text that mentions metrics; headings below it may not mention any. */
  private topic = "";
  private readonly dollars = new Dollars();
  private readonly coinTable = new CoinTable();
  /** A currency in the cell before its amount. */
  private prefix = "";
  private readonly columnLabels: ColumnLabels;
  /** The table of months or quarters by years being read. */
  private months: MonthTable | undefined;

  constructor(
    page: Page,
    private readonly style: NumberStyle,
    private readonly finder: CompanyFinder,
  ) {
    this.columnLabels = new ColumnLabels(this.isCompany);
    const lines = withWholeHeaders(withRest(logicalLines(page, style), page.text, style), page.text, style);
    for (const line of withPairs(lines, style)) this.takeLine(cellsOf(line, style));
    this.flush();
  }

  /** Whether a text names a company. */
  private readonly isCompany = (text: string): boolean => this.finder.mentions(text).length > 0;
  /** Whether a text speaks of metrics; "MARA Holdings" does not. */
  private readonly speaks = (text: string): boolean => speakOfMetrics([{ text: this.finder.withoutNames(text) }]);

  private takeLine(cells: readonly RowCell[]): void {
    const heads = cells.flatMap(({ columns }) => columns ?? []);
    const [first] = cells;
    const repeated = first === undefined || cells.length > 1 ? undefined : repeatedIn(first.text);
    const years = heads.length === 0 ? repeated?.years : this.header.completed(cells);
    if (years !== undefined) {
      this.beginHeader(years, true);
      const words = repeated?.words ?? (first?.columns === undefined ? first?.text : undefined);
      this.months = new MonthTable(words ?? this.heading, years, this.style);
      return;
    }
    const month = this.months?.rowOf(cells);
    if (month !== undefined) {
      this.addRows([month]);
      return;
    }
    if (cells.length > 0) {
      // Rows after the months, such as their sum, belong to no year.
      if (this.months?.begun === true) this.header.columns = undefined;
      const undated = undatedIn(cells);
      this.months = undated && new MonthTable(this.heading, undated, this.style);
    }
    const spanned = this.columnLabels.spanning(cells);
    if (spanned !== undefined) {
      this.beginHeader(spanned, false);
      return;
    }
    // "Key metrics for May 2024" or "Prior year | Prior month" over "May 2024 | April 2024": headings, not columns before the others.
    if (heads.filter(({ kind }) => kind === "time").length > 1) {
      if (this.header.isOfAll) this.header.open = false;
      this.columnLabels.forget();
    }
    // "Key metrics | May 2024": the header of another table.
    if (
      cells.length > 1 &&
      heads.length > 0 &&
      cells[0]?.columns === undefined &&
      cells.every(({ bar, values }) => bar && values === undefined)
    )
      this.columnLabels.forget();
    const balance = datedBalance(cells, this.header.columns);
    if (balance !== undefined) {
      this.addRows([balance]);
      return;
    }
    if (isTimedRow(cells)) this.header.open = false;
    const rows = this.header.open ? undefined : this.columnLabels.rowsOf(cells, this.heading);
    if (rows !== undefined) {
      this.addRows(rows);
      return;
    }
    const units = this.header.units(cells);
    if (this.columnLabels.note(cells, this.header.over, units === undefined ? `${this.topic} ${this.heading}` : "")) {
      this.header.open = false;
      if (heads.length > 0) return;
    }
    if (units !== undefined) {
      this.beginHeader(units, false);
      return;
    }
    /** Its cells are times and other column headers, not values. */
    const ofHeads = cells[0]?.bar === true && heads.length > 0 && cells.at(-1)?.values === undefined;
    // "2 | Core Scientific | 803 | 447": the rank belongs to no row.
    const ranked = cells.length > 2 && RANK.test(cells[0]?.text ?? "") && this.isCompany(cells[1]?.text ?? "");
    if (ranked) this.flush();
    this.dollars.note(cells);
    for (const cell of ranked ? cells.slice(1) : cells) this.take(cell, ofHeads);
    // "Riot | 619 | Texas", "Sold | as mined": what stands behind a row's values, or in their place, labels nothing below it.
    const ended = first?.grid === 0 && !ofHeads && this.values.length === 0;
    if (ended && (isPair(cells) || cells.slice(1).some(({ values }) => values !== undefined))) this.words = [];
  }

  private take(cell: RowCell, ofHeads: boolean): void {
    const { text, bar, bullet } = cell;
    // A small number on a line of its own below a table's text is the page number.
    if (/^[•●▪◦■·*|]*$/.test(text) || (!bar && /^\d{1,3}$/.test(text) && this.words.at(-1)?.bar === true)) return;
    const columns = columnsOf(cell);
    const values = placedValues(cell);
    if (SCALE_NOTE.test(text) && values === undefined && scaleSaid(text) !== undefined) return;
    if (columns !== undefined && (values === undefined || ofHeads || this.header.open)) {
      this.takeHeader(cell, columns);
      return;
    }
    if (this.header.open) {
      const change = isChange(text);
      if (change || (ofHeads && cell.at > 0 && !/^-+$/.test(text))) {
        this.header.add([{ kind: change ? "change" : "other", text, ...placeOf(cell) }]);
        return;
      }
      // A note mark beside a header.
      if (!bar && /^\d$/.test(text)) return;
    }
    if (values !== undefined && !bullet && (this.header.open || this.words.length > 0)) {
      this.header.open = false;
      if (this.words.length > 0) this.addValues(values);
    } else if (PREFIX.test(text)) this.prefix = text;
    else if (this.values.length > 0 && SUFFIX.test(text)) {
      const last = this.values.pop();
      if (last !== undefined) this.values.push({ ...last, text: `${last.text} ${text}`, end: cell.end });
    } else this.takeWords(cell);
  }

  private addValues([first, ...others]: readonly RowValue[]): void {
    if (first !== undefined) this.values.push(this.prefix === "" ? first : { ...first, text: `${this.prefix} ${first.text}` }, ...others);
    this.prefix = "";
  }

  /** `goesOn`: the next lines may continue the header. */
  private beginHeader(columns: readonly Column[], goesOn: boolean): void {
    this.flush();
    this.header.begin(columns, goesOn);
    this.words = [];
    this.dollars.beginTable();
  }

  private takeHeader(cell: RowCell, columns: readonly Column[]): void {
    this.flush();
    this.header.take(columns);
    // "Budget" over "August 2024" over rows remains in their heading.
    const kept = speaksOf(this.heading, GUESSES) && timesIn(this.heading).length === 0 ? `${this.heading} ` : "";
    if (columns.length === 1 && !cell.bar) this.heading = kept + cell.text;
    this.words = [];
    this.dollars.beginTable();
  }

  private takeWords(cell: RowCell): void {
    const { text, bullet, bar, start, end } = cell;
    if (!bullet && !bar && this.values.length === 0 && this.takeGlued(cell)) return;
    const long = text.length > LONG || (ENDED.test(text) && text.split(/\s+/).length > 7);
    if (!long && !bar && this.takeRow(cell)) return;
    this.flush();
    if (long) {
      this.words = [];
      this.dollars.beginTable();
      this.header.age += 1;
      if (this.header.age > 1) {
        this.header.forget();
        this.dollars.scale = 0;
      }
    } else if (text !== "") this.words = [...this.words, cell].slice(-5);
    // "Quantity" over "Amount", over rows with a cell on each line.
    const units = bar ? undefined : this.header.units(this.words.slice(-2));
    if (units !== undefined) this.beginHeader(units, false);
    if (/\d/.test(text) || ((bullet || /[.。！!]\S?$/.test(text)) && NONE_OF.some(([, words]) => words.test(text))))
      this.blocks.push({ type: bullet ? "bullet" : long ? "prose" : "line", text, start, end, heading: this.heading });
    if (this.heads(cell) || (text.endsWith(":") && text.length < 300)) this.heading = text;
    if (bullet || text.length >= LONG || !this.speaks(text)) return;
    this.topic = text;
    if (bar) return;
    this.dollars.beginTable();
    // "Bitcoin mined (May / April):" over pairs of values.
    const columns = columnsIn(ASIDE.exec(text)?.[1] ?? "") ?? [];
    if (columns.length > 1) this.beginHeader(columns, false);
  }

  /** Whether words stand over what follows: a company in a list, or a title, in which a name may have digits. */
  private heads({ text, bullet, bar }: RowCell): boolean {
    if (bullet) return !/\d/.test(text) && this.isCompany(text);
    return !bar && text.length < LONG && isTitle(this.finder.withoutNames(text)) && (this.speaks(text) || !isDateline(text));
  }

  /** "Bitcoin Mined11.240.043.6" under a header of three months. */
  private takeGlued(cell: RowCell): boolean {
    const { times: columns } = this.header;
    const glued = columns.length === 0 ? undefined : gluedRow(cell.text, columns.length);
    if (glued === undefined) return false;
    const { label, likely } = glued;
    const values = glued.values.map((text) => ({ text, start: cell.start + label, end: cell.end }));
    this.addRow({ label: cell.text.slice(0, label), start: cell.start, section: "", values, columns, likely });
    this.header.age = 0;
    return true;
  }

  /** "Bitcoin sold 100 125" under a header. */
  private takeRow({ text, bullet, start }: RowCell): boolean {
    const { columns, times } = this.header;
    const row = columns === undefined || (bullet && /[.;]\s*$/.test(text)) ? undefined : labelledValues(text, this.style, start);
    if (row === undefined || row.values.length < Math.min(2, times.length)) return false;
    if (times.length <= 1 && row.label.split(/\s+/).length > 9) return false;
    this.flush();
    const above = this.words.slice(-1);
    this.addOwnRows(
      above.filter(({ text }) => isTitle(text)),
      [{ ...row, section: above[0]?.text ?? "", columns }],
    );
    return true;
  }

  /** Ends the row being gathered. */
  private flush(): void {
    const alone = this.values.length === 1 && this.header.times.length === 0;
    const own = labelWords(this.words, alone ? this.isCompany : undefined, this.speaks);
    if (this.values.length > 0 && own[0] !== undefined) {
      const label = own.map(({ text }) => text).join(" ");
      const stacked = this.header.times.length > 0 ? undefined : this.columnLabels.stacked(this.words, this.values);
      const row = { label, start: own[0].start, section: "", values: this.values, columns: this.header.columns };
      this.addOwnRows(own, stacked ?? [row]);
    }
    this.values = [];
  }

  /** Adds rows that include the words above, so that those do not become lines of their own. */
  private addOwnRows(words: readonly RowCell[], rows: readonly GatheredRow[]): void {
    for (const word of words) {
      const from = Math.max(0, this.blocks.length - 6);
      const at = this.blocks.slice(from).findIndex(({ type, start, end }) => type === "line" && start === word.start && end === word.end);
      if (at >= 0) this.blocks.splice(from + at, 1);
    }
    for (const row of rows) this.addRow(row);
    this.words = [];
    this.header.age = 0;
  }

  /** Adds rows that have labels of their own. */
  private addRows(rows: readonly GatheredRow[]): void {
    this.flush();
    this.words = [];
    for (const row of rows) this.addRow(row);
  }

  private addRow(gathered: GatheredRow): void {
    this.header.open = false;
    for (const row of partedByMetric(this.coinTable.of(gathered, this.dollars.scale > 0))) this.pushRow(row);
  }

  private pushRow(row: GatheredRow): void {
    const told = !this.isCompany(row.label) || this.speaks(this.heading);
    const heading = told ? this.heading : `${this.topic} ${this.heading}`;
    const [start, last] = [Math.min(row.start, row.values[0]?.start ?? row.start), row.values.at(-1)?.end ?? row.start];
    // The label may stand below its value.
    const end = last > row.start ? last : row.start + row.label.length;
    this.blocks.push({ type: "row", ...row, start, end, heading, ...this.dollars.of(row) });
  }
}
