/**
 * HTML as a document: what a browser would show, as readable text, with its tables' spans resolved into a grid.
 * In: HTML (a web page or an SEC filing). Out: a Document whose text is made here: one line per paragraph, table cells between tabs.
 * Rule guarded: footnote marks (<sup>) become raised digits, so that they can never join a figure; hidden text is left out.
 */
import { load } from "cheerio/slim";
import { type Block, type Document, isTable, type Passage, type Piece, type TableCell } from "./document";
import { findFlatTables } from "./flatTables";
import { BLOCK_TAGS, captionOf, collapse, type GridCell, gridOf, isDataTable, isHidden, type Node, plainText, raised } from "./htmlNodes";
import { textDocument } from "./textDocument";

/** Reads HTML; text without any block or table in it is read as plain text. */
export function htmlDocument(html: string): Document {
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0] as unknown as Node;
  const page = new Page();
  // What stands in <title> is not on the page; it counts only where the page has no title of its own, for copies leave old ones there.
  walk(root, page, /<h1\b/i.test(html));
  page.closeLine();
  return { text: page.text(), blocks: withGrids(page.blocks) };
}

/** Lines that are the cells of a grid of boxes (heads, then label and figures in turns) become its table. */
function withGrids(blocks: readonly Block[]): Block[] {
  const lines = blocks.map((block): Piece => (isTable(block) ? { text: "", start: block.start, end: block.end } : block));
  const out: Block[] = [];
  let at = 0;
  for (const { block, to, used } of findFlatTables(lines)) {
    // A table of the page inside it: then the lines around are no grid.
    if (blocks.slice(at, to).some((inner, i) => isTable(inner) && [...used].some((line) => line > at + i))) continue;
    out.push(...blocks.slice(at, to).filter((_, i) => !used.has(at + i)), block);
    at = to;
  }
  return [...out, ...blocks.slice(at)];
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
    // "<span>692</span><span>Bitcoin mined</span>": two boxes on one line.
    const apart = /(?:\d|%|\/s|BTC)$/.test(this.line.at(-1) ?? "") && /^[A-Z][a-z]/.test(text);
    this.line.push(apart ? ` ${text}` : text);
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
function walk(root: Node, page: Page, titled: boolean): void {
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
    if (isHidden(node, name) || (titled && name === "title")) continue;
    if (name === "sup") {
      page.write(raised(plainText(node)));
      continue;
    }
    if (name === "table" && isDataTable(node)) {
      page.closeLine("heading");
      page.write(captionOf(node));
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
