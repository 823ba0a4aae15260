/**
 * Plain text as a document: lines become paragraphs, bullets, headings and tables, whatever copying did to them.
 * In: the text. Out: a Document over exactly this text.
 * Rule guarded: lines that were wrapped are joined, lines that stand for themselves are not, so that a figure keeps its own words.
 */
import { type Block, type Document, type Passage, type Piece, pieceOf, type TableBlock, type TableCell } from "./document";
import { findFlatTables, gluedTable } from "./flatTables";
import { gluedColumnsAt } from "./gluedColumns";
import { isFlowing } from "./flowingText";
import { readHead } from "./heads";

const BULLET = /^(?:[•●▪◦○■·‣▸►➢✓*]|[-–—]{1,2}(?=\s)|\(?\d{1,2}[.)](?=\s\D)|o(?=\s{1,4}[A-Z\d])|>(?=\s))\s*/;
/** "London, 6 June 2024", "TAMPA, Fla., June 12, 2025": a release begins here. */
const DATELINE =
  /^[A-Z][\w.'’ ]{2,30}(?:, [A-Z][\w. ]{1,25}){0,3},? (?:[-–—] )?\(?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? 20[12]\d|\d{1,2} [A-Z][a-z]{2,8}\.?,? 20[12]\d)/;
const ADDRESS = /^\s*(https?:\/\/\S+)\s*$/m;

/** Reads plain text. The first line may be the source's address. */
export function textDocument(text: string): Document {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let address: string | undefined;
  const first = lines.findIndex((line) => line.text !== "");
  const opening = lines[first];
  if (opening !== undefined && ADDRESS.test(opening.text)) {
    address = opening.text;
    lines[first] = { ...opening, text: "" };
  }
  let at = 0;
  while (at < lines.length) {
    const barred = tableBlocksAt(lines, at);
    if (barred) {
      blocks.push(...barred.blocks);
      at = barred.to;
      continue;
    }
    let to = at;
    while (to < lines.length && (to === at || tableBlocksAt(lines, to) === undefined)) to += 1;
    blocks.push(...proseBlocks(text, lines.slice(at, to)));
    at = to;
  }
  return { text, blocks, ...(address === undefined ? {} : { address }) };
}

/** A table whose lines or spaces survived, or whose columns ran together, at this line. */
function tableBlocksAt(lines: readonly Piece[], at: number): { blocks: readonly Block[]; to: number } | undefined {
  return barredTable(lines, at) ?? spacedTable(lines, at) ?? gluedColumnsAt(lines, at);
}

function linesOf(text: string): Piece[] {
  const lines: Piece[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push(pieceOf(text, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}

/** A line with bars between cells; one inside a sentence ("(Nasdaq | TSX: HUT)") makes no cells. */
function isBarred(line: Piece | undefined): boolean {
  return line !== undefined && line.text.replace(/\([^()]*\)/g, "").includes("|");
}

/** Rows of cells between bars; or, where only a bar opens each line, bullets ("|·" above "|309 Bitcoin mined"). */
function barredTable(lines: readonly Piece[], from: number): { blocks: Block[]; to: number } | undefined {
  if (!isBarred(lines[from])) return undefined;
  let to = from;
  while (isBarred(lines[to])) to += 1;
  const run = lines.slice(from, to);
  const rows = run.map((line) => splitCells(line, /\|/g)).filter((cells) => !cells.every((cell) => /^[-:=\s]*$/.test(cell.text)));
  const wide = rows.filter((cells) => cells.filter((cell) => cell.text !== "").length >= 2).length;
  // One line of names with bars between ("Company (ADX: PHX) | operating data, August 2025") is a title.
  if (run.length === 1 && !(rows[0] ?? []).slice(1).some((cell) => /^[$(~-]?\s?\d[\d,.]*\)?%?$/.test(cell.text))) return undefined;
  if (wide === 0) {
    const bullets = rows.flatMap((cells) => cells.filter((cell) => /\w/.test(cell.text)));
    return { blocks: bullets.map(({ text, start, end }): Passage => ({ kind: "bullet", text, start, end })), to };
  }
  return { blocks: [tableOf(rows)], to };
}

/** Rows whose cells stand apart by tabs or several spaces: at least two such lines in a row, with figures in them. */
function spacedTable(lines: readonly Piece[], from: number): { blocks: Block[]; to: number } | undefined {
  const cellsOf = (line: Piece | undefined): TableCell[] =>
    line === undefined || BULLET.test(line.text) ? [] : splitCells(line, /\t+| {2,}/g).filter((c) => c.text !== "");
  if (cellsOf(lines[from]).length < 2) return undefined;
  const rows: TableCell[][] = [];
  let to = from;
  for (let at = from; at < lines.length; at += 1) {
    if (lines[at]?.text === "") continue;
    const cells = cellsOf(lines[at]);
    // "Hashrate (EH/s)" on a line of its own between rows of figures opens a section.
    if (
      cells.length < 2 &&
      !(
        rows.length > 1 &&
        cells[0] !== undefined &&
        isSection(cells[0].text) &&
        cellsOf(nextOf(lines, at))
          .slice(1)
          .some((cell) => /^[$(~-]?\s?\d/.test(cell.text))
      )
    )
      break;
    rows.push(cells);
    to = at + 1;
  }
  const figures = rows.filter((cells) => cells.slice(1).some((cell) => /^[$(~-]?\s?\d/.test(cell.text)));
  if (rows.length < 2 || figures.length === 0) return undefined;
  const most = Math.max(...rows.map((cells) => cells.length));
  const spanning = rows.filter(
    (cells) => cells.length > 1 && cells.length < most - 1 && cells.every((cell) => !/^[$(~]?\d/.test(cell.text)),
  );
  const aligned = alignRight(rows.filter((cells) => !spanning.includes(cells)).map((cells) => valueOutOfLabel(cells, most)));
  const isHead = (cells: readonly TableCell[]): boolean => cells.every((cell) => readHead(cell.text) !== undefined);
  // "Month ended | Prior month" above a head for every column says nothing more; other spans over several columns do.
  const complete = aligned.some((cells) => isHead(cells) && cells.length >= most - 1);
  const unaligned = spanning.some((cells) =>
    cells.some((cell) => {
      const head = readHead(cell.text);
      return (
        head !== undefined && !(complete && /^(?:for the )?(?:month|prior month|months?) ?(?:ended|ending)?$|^change|^%/i.test(cell.text))
      );
    }),
  );
  // A row with fewer figures than there are columns may have lost one anywhere.
  const firstFigures = aligned.findIndex((cells) => cells.slice(1).some((cell) => /^[$(~-]?\s?\d/.test(cell.text)));
  const short = aligned.filter((cells, i) => i >= firstFigures && !isHead(cells) && cells.length > 1 && cells.length < most);
  const heads = aligned.filter(isHead);
  const full = { ...tableOf(aligned.filter((cells) => !short.includes(cells))), unaligned };
  return { blocks: [full, ...(short.length > 0 ? [{ ...tableOf([...heads, ...short]), unaligned: true }] : [])], to };
}

const isSection = (text: string): boolean => text.length < 60 && !/\d|[.!?,;]$/.test(text);
const nextOf = (lines: readonly Piece[], at: number): Piece | undefined => lines.slice(at + 1, at + 4).find((line) => line.text !== "");

/** "Average hash rate (EH/s) 15.0 | 12.1": a first figure that stood too near its label is a cell of its own. */
function valueOutOfLabel(cells: TableCell[], most: number): TableCell[] {
  const [label, ...rest] = cells;
  const match = cells.length === most - 1 && label !== undefined ? /^(.*[A-Za-z)%]) ([$(~]?\d[\d,.]*%?\)?)$/.exec(label.text) : null;
  const [, words = "", value = ""] = match ?? [];
  if (label === undefined || match === null || readHead(label.text) !== undefined || /^\d$/.test(value)) return cells;
  return [{ ...label, text: words, end: label.start + words.length }, { ...label, text: value, start: label.end - value.length }, ...rest];
}

/** Cells without bars have no column of their own: a head row that is one short (no label) is set over the values. */
function alignRight(rows: readonly TableCell[][]): TableCell[][] {
  const most = Math.max(...rows.map((cells) => cells.length));
  const figures = rows.findIndex((cells) => cells.slice(1).some((cell) => /^[$(~-]?\s?\d/.test(cell.text)));
  return rows.map((cells, row) => {
    // Above the first figures every row of words is heads ("Earned | Sold | Held", "(in BTC) | (in BTC) | (in BTC)").
    const isHead = row < figures || cells.every((cell) => readHead(cell.text) !== undefined);
    const by = isHead && cells.length === most - 1 ? 1 : 0;
    return cells.map((cell, i) => ({ ...cell, column: i + by }));
  });
}

function splitCells(line: Piece, separator: RegExp): TableCell[] {
  const cells: TableCell[] = [];
  let at = 0;
  for (const match of [...line.text.matchAll(separator), undefined]) {
    const end = match?.index ?? line.text.length;
    const raw = line.text.slice(at, end);
    // Spaces and the asterisks of bold print stand around a cell's text.
    const lead = /^[\s\u00a0]*(?:\*\*|__)?[\s\u00a0]*/.exec(raw)?.[0].length ?? 0;
    const text = raw.slice(lead).replace(/[\s\u00a0]*(?:\*\*|__)?[\s\u00a0]*$/, "");
    cells.push({ text, start: line.start + at + lead, end: line.start + at + lead + text.length, column: cells.length, width: 1 });
    at = end + (match?.[0].length ?? 0);
  }
  return cells;
}

function tableOf(rows: readonly TableCell[][]): TableBlock {
  const cells = rows.flat();
  return { kind: "table", start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0, rows, glued: false };
}

/** Lines without bars: flattened tables first, then paragraphs, bullets and headings in between. */
function proseBlocks(text: string, lines: readonly Piece[]): Block[] {
  const tables = findFlatTables(lines);
  const used = new Set(tables.flatMap((table) => [...table.used]));
  const blocks: Block[] = [];
  let at = 0;
  for (const table of tables) {
    const rest = lines.slice(at, table.to).map((line, i) => (used.has(at + i) ? { ...line, text: "" } : line));
    blocks.push(...passages(text, rest), table.block);
    at = table.to;
  }
  blocks.push(...passages(text, lines.slice(at)));
  return blocks;
}

function passages(text: string, lines: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let group: Piece[] = [];
  const close = (): void => {
    const width = Math.max(0, ...group.map((line) => line.text.length));
    const flows = isFlowing(group);
    let from = 0;
    group.forEach((line, i) => {
      const next = group[i + 1];
      if (next !== undefined && ((flows && !BULLET.test(next.text) && !DATELINE.test(next.text)) || isWrapped(line.text, next.text, width)))
        return;
      const piece = pieceOf(text, group[from]?.start ?? line.start, line.end);
      const glued = gluedTable(piece);
      if (glued)
        blocks.push(passageOf(pieceOf(text, piece.start, glued.start), true), glued, passageOf(pieceOf(text, glued.end, piece.end), false));
      else blocks.push(passageOf(piece, from === i));
      from = i + 1;
    });
    group = [];
  };
  for (const line of lines) {
    if (line.text === "") close();
    else group.push(line);
  }
  close();
  return blocks;
}

/** Whether `next` only continues `line`: its first word had no room, or the sentence plainly goes on. */
function isWrapped(line: string, next: string, width: number): boolean {
  if (BULLET.test(next) || DATELINE.test(next) || (width < 60 && /[.!?]$/.test(line))) return false;
  if (/[a-z,$(]$/.test(line) && /^(?:[a-z]|\$)/.test(next)) return true;
  if (/\b(?:approximately|about|of|the|a|an|and|or|to|for|with|by|at|in|from|was|were|is|roughly|its|our|average)$/i.test(line))
    return true;
  // A line that ends in a figure stands for itself, unless a month's name follows its day.
  if (/[\d%)]$/.test(line) && /^[A-Z]/.test(next) && !/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(next)) return false;
  const word = /^\S+/.exec(next)?.[0] ?? "";
  return (
    width >= 34 &&
    width <= 130 &&
    line.length + 1 + word.length > width &&
    !/[:!?]$/.test(line) &&
    !(/\.$/.test(line) && line.length < width - 12)
  );
}

function passageOf(piece: Piece, single: boolean): Passage {
  const bullet = BULLET.exec(piece.text);
  if (bullet && bullet[0].length < piece.text.length) {
    return { kind: "bullet", text: piece.text.slice(bullet[0].length), start: piece.start + bullet[0].length, end: piece.end };
  }
  const heading = single && piece.text.length <= 140 && !/[.;,]$/.test(piece.text);
  return { kind: heading ? "heading" : "paragraph", ...piece };
}
