/** Boxes on one line that only a style sheet parts: spans that touch, and a term with its definition. They are cells of a row. */
import { hasWord, textBefore } from "./page";
import type { Tag } from "./tags";

// Between boxes: no characters of a page, of which invisible ones are none.
const NEXT_CELL = "\u001f";
const DEFINITION = "\u001e";
/** Longer definitions are said in words. */
const LONGEST_VALUE = 40;
/** How far back the words before a box are read. */
const NEAR = 40;

/** Follows the spans and terms of a page outside its tables, and tells what stands between two of them. */
export class Boxes {
  /** The first class of the box that opened last, and of the one that just ended. */
  private box: string | undefined;
  private beside: string | undefined;
  /** A box of another class has opened right behind a box. */
  private touches = false;
  private term = false;

  /** What stands before a span that opens: boxes of one class are cells, "td num" like "td". */
  span(tag: Tag): string {
    if (tag.closing) {
      this.beside = this.box;
      return "";
    }
    this.box = tag.get("class")?.trim().split(/\s/)[0];
    const besideBox = this.box !== undefined && this.beside !== undefined;
    this.touches = besideBox && this.box !== this.beside;
    return besideBox && !this.touches ? NEXT_CELL : "";
  }

  /**
   * What stands before a text: of boxes of different classes that touch, "Mined" and "529 BTC", or "529 BTC" and "a record" are cells; "Clean"
   * and "Spark" are one word.
   */
  text(written: string, text: string): string {
    const { touches } = this;
    this.touches = false;
    if (/\S/.test(text)) this.beside = undefined;
    const before = textBefore(written, written.length, NEAR);
    const labels = /(?:[\p{L}\d]{3}|\))$/u.test(before) && /^[₿$€£~↑↓▲▼\d]/.test(text);
    const follows = /\d.*\p{L}{2}$/u.test(before) && /^\p{L}/u.test(text);
    return touches && (labels || follows) ? NEXT_CELL : "";
  }

  /** Another tag parts the boxes beside it. */
  tag(): void {
    this.beside = undefined;
  }

  /** What stands before a block that opens: a definition is a cell beside its term; undefined where the line ends. */
  block(name: string): string | undefined {
    const defines = name === "dd" && this.term;
    this.term = name === "dt";
    return defines ? DEFINITION : undefined;
  }
}

/** Nothing of a definition is written yet. */
export const opensDefinition = (written: string | undefined): boolean => written === DEFINITION;

/** The cells of what was written of one line, or of two where a definition is said in words. */
export function cellsWritten(written: string): string[][] {
  const [term = "", value] = written.split(DEFINITION);
  if (value === undefined) return [boxesOf(term)];
  const isSaid = value.trim().length > LONGEST_VALUE || /[.。]\s*$/.test(value);
  return isSaid ? [boxesOf(term), boxesOf(value)] : [[...boxesOf(term), ...boxesOf(value)]];
}

/** Digits, each in a box, are one number. */
function boxesOf(written: string): string[] {
  const boxes = written.split(NEXT_CELL);
  return hasWord(boxes.join(" ")) ? boxes : [boxes.join("")];
}
