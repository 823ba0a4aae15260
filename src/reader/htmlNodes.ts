/**
 * HTML nodes as text and as grids of cells, for htmlDocument.
 * In: a parsed node. Out: its readable text; a table's rows with every span resolved.
 * Rule guarded: a cell over several rows or columns counts at each of them, so that no figure slips under another head.
 */

export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly parent?: Node | null;
  readonly children?: readonly Node[];
}

export const BLOCK_TAGS = new Set(
  "address article aside blockquote body dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead title tr ul document text type br".split(
    " ",
  ),
);
const SKIPPED_TAGS = new Set("script style noscript del strike template svg iframe nav select button ix:header ix:hidden".split(" "));
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const BULLET_CELL = /^[•●▪◦○■·‣▸►➢*–—-]$/;

export function isHidden(node: Node, name: string): boolean {
  return (
    SKIPPED_TAGS.has(name) ||
    node.type === "comment" ||
    node.type === "directive" ||
    node.attribs?.hidden !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.attribs?.style ?? "")
  );
}

export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** A table of cells that hold text, not other tables (those only lay the page out). */
export function isDataTable(table: Node): boolean {
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

/** The words of a table's own caption. */
export function captionOf(table: Node): string {
  const caption = (table.children ?? []).find((node) => node.name === "caption");
  return caption === undefined || isHidden(caption, "caption") ? "" : plainText(caption);
}

/** Rows with each cell at its column; a cell over several rows is in each of them. Rows that are a bullet and its text become one cell. */
export function gridOf(table: Node): GridCell[][] {
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

export function plainText(root: Node): string {
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
export function raised(text: string): string {
  const mark = text.trim();
  if (!/^[\d,()[\]*†‡\s]{1,8}$/.test(mark)) return text;
  return mark
    .replace(/[()[\]\s]/g, "")
    .replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))
    .replace(/,/g, "");
}

export const collapse = (text: string): string =>
  text
    .replace(/\u00ad/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/(?<!\d)[\u00a0\u202f\u2009]|[\u00a0\u202f\u2009](?!\d{3})/g, " ")
    .replace(/[ \t\r\n\f\u200b]+/g, " ")
    .trim();
