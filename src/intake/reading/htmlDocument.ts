/**
 * HTML as a document: what a browser would show, as readable text, with its tables' spans resolved into a grid.
 * In: HTML (a web page or an SEC filing). Out: a Document whose text is made here: one line per paragraph, table cells between tabs.
 * Rule guarded: footnote marks (<sup>) become raised digits, so that they can never join a figure; hidden text is left out.
 */
import { load } from "cheerio/slim";
import type { Block, Document, Passage, TableCell } from "./document";
import { textDocument } from "./textDocument";

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly parent?: Node | null;
  readonly children?: readonly Node[];
}

const BLOCK_TAGS = new Set(
  "address article aside blockquote body dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead title tr ul document text type br".split(
    " ",
  ),
);
const SKIPPED_TAGS = new Set("script style noscript template svg iframe nav select button ix:header ix:hidden".split(" "));
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const BULLET_CELL = /^[•●▪◦○■·‣▸►➢*–—-]$/;

/** Reads HTML; text without any block or table in it is read as plain text. */
export function htmlDocument(html: string): Document {
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0] as unknown as Node;
  const page = new Page();
  walk(root, page);
  page.closeLine();
  return { text: page.text(), blocks: page.blocks };
}

/** The text as it grows, with the blocks over it. */
class Page {
  readonly blocks: Block[] = [];
  private parts: string[] = [];
  private length = 0;
  private line: string[] = [];
  private kind: Passage["kind"] = "paragraph";

  text(): string {
    return this.parts.join("");
  }

  write(text: string): void {
    this.line.push(text);
  }

  closeLine(next: Passage["kind"] = "paragraph"): void {
    const text = collapse(this.line.join(""));
    this.line = [];
    const kind = this.kind;
    this.kind = next;
    if (text === "") return;
    const start = this.put(text);
    this.put("\n");
    this.blocks.push(...passage(text, start, kind));
  }

  table(rows: readonly (readonly GridCell[])[]): void {
    const start = this.length;
    const placed = new Map<GridCell, { start: number; end: number }>();
    const cells: TableCell[][] = [];
    for (const row of rows) {
      let first = true;
      for (const cell of row) {
        if (placed.has(cell) || cell.text === "") continue;
        if (!first) this.put("\t");
        const at = this.put(cell.text);
        placed.set(cell, { start: at, end: at + cell.text.length });
        first = false;
      }
      if (!first) this.put("\n");
      cells.push(
        row.flatMap((cell) =>
          placed.has(cell) ? [{ text: cell.text, column: cell.column, width: cell.width, ...placeOf(placed, cell) }] : [],
        ),
      );
    }
    this.blocks.push({ kind: "table", start, end: this.length, rows: cells, glued: false });
  }

  private put(text: string): number {
    const at = this.length;
    this.parts.push(text);
    this.length += text.length;
    return at;
  }
}

const placeOf = (placed: ReadonlyMap<GridCell, { start: number; end: number }>, cell: GridCell): { start: number; end: number } =>
  placed.get(cell) ?? { start: 0, end: 0 };

/** A line of the page; a long one inside which a copied table ran together is taken apart as plain text would be. */
function passage(text: string, offset: number, kind: Passage["kind"]): Block[] {
  const inner = textDocument(text).blocks;
  const only = inner.length === 1 ? inner[0] : undefined;
  if (only !== undefined && only.kind !== "table") {
    const shown = kind === "paragraph" ? only.kind : kind;
    return [{ ...only, kind: shown, start: only.start + offset, end: only.end + offset }];
  }
  return inner.map((block) =>
    block.kind === "table"
      ? {
          ...block,
          start: block.start + offset,
          end: block.end + offset,
          rows: block.rows.map((row) => row.map((c) => ({ ...c, start: c.start + offset, end: c.end + offset }))),
        }
      : { ...block, start: block.start + offset, end: block.end + offset },
  );
}

/** Visits every node in order without recursion, so that no page is too deep. */
function walk(root: Node, page: Page): void {
  const stack: { node: Node; leaving: boolean }[] = [{ node: root, leaving: false }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node, leaving } = item;
    if (node.type === "text") {
      page.write(node.data ?? "");
      continue;
    }
    const name = node.name?.toLowerCase() ?? "";
    if (leaving) {
      page.closeLine();
      continue;
    }
    if (isHidden(node, name)) continue;
    if (name === "sup") {
      page.write(raised(plainText(node)));
      continue;
    }
    if (name === "table" && isDataTable(node)) {
      page.closeLine();
      const rows = gridOf(node);
      if (rows.some((row) => row.length > 1)) page.table(rows);
      else
        for (const row of rows)
          for (const cell of row) {
            page.write(cell.text);
            page.closeLine();
          }
      continue;
    }
    if (BLOCK_TAGS.has(name)) {
      page.closeLine(name === "li" ? "bullet" : /^(?:h[1-6]|title)$/.test(name) ? "heading" : "paragraph");
      stack.push({ node, leaving: true });
    }
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child !== undefined) stack.push({ node: child, leaving: false });
    }
  }
}

function isHidden(node: Node, name: string): boolean {
  return (
    SKIPPED_TAGS.has(name) || node.type === "comment" || node.type === "directive" || /display\s*:\s*none/i.test(node.attribs?.style ?? "")
  );
}

interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** A table of cells that hold text, not other tables (those only lay the page out). */
function isDataTable(table: Node): boolean {
  let rows = 0;
  for (const node of descendants(table)) {
    if (node !== table && node.name === "table") return false;
    if (node.name === "tr") rows += 1;
  }
  return rows > 0;
}

function* descendants(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const children = node.children ?? [];
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Rows with each cell at its column; a cell over several rows is in each of them. Rows that are a bullet and its text become one cell. */
function gridOf(table: Node): GridCell[][] {
  const grid: GridCell[][] = [];
  let open: { cell: GridCell; rowsLeft: number }[] = [];
  for (const tr of descendants(table)) {
    if (tr.name !== "tr" || isHidden(tr, "tr")) continue;
    const row: GridCell[] = open.map(({ cell }) => cell);
    const still = open.filter((span) => span.rowsLeft > 1).map((span) => ({ ...span, rowsLeft: span.rowsLeft - 1 }));
    let column = 0;
    for (const td of tr.children ?? []) {
      if (td.name !== "td" && td.name !== "th") continue;
      while (row.some((cell) => column >= cell.column && column < cell.column + cell.width)) column += 1;
      const width = spanOf(td.attribs?.colspan);
      const cell = { text: collapse(plainText(td)), column, width };
      row.push(cell);
      const height = spanOf(td.attribs?.rowspan);
      if (height > 1) still.push({ cell, rowsLeft: height - 1 });
      column += width;
    }
    open = still;
    row.sort((a, b) => a.column - b.column);
    grid.push(withoutBullet(row));
  }
  return grid;
}

function withoutBullet(row: GridCell[]): GridCell[] {
  const filled = row.filter((cell) => cell.text !== "");
  return filled.length === 2 && BULLET_CELL.test(filled[0]?.text ?? "") ? filled.slice(1) : row.length === filled.length ? row : filled;
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 100);
}

function plainText(root: Node): string {
  const parts: string[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === "text") parts.push(node.data ?? "");
    else if (node !== root && node.name === "sup") parts.push(raised(plainText(node)));
    else if (!isHidden(node, node.name ?? "")) {
      if (node !== root && BLOCK_TAGS.has(node.name ?? "")) parts.push(" ");
      const children = node.children ?? [];
      for (let i = children.length - 1; i >= 0; i -= 1) {
        const child = children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return parts.join("");
}

/** Footnote marks as raised digits; raised words ("th", "TM") as they are. */
function raised(text: string): string {
  const mark = text.trim();
  if (!/^[\d,()[\]*†‡\s]{1,8}$/.test(mark)) return text;
  return mark
    .replace(/[()[\]\s]/g, "")
    .replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))
    .replace(/,/g, "");
}

const collapse = (text: string): string =>
  text
    .replace(/(?<!\d)[\u00a0\u202f\u2009]|[\u00a0\u202f\u2009](?!\d{3})/g, " ")
    .replace(/[ \t\r\n\f\u200b]+/g, " ")
    .trim();
