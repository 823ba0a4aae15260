/** Notes below a table or text, "* our estimate": a figure with the mark of a note that begins with a guess is none. */
import { groupBy } from "@/domain/shared/group";
import { GUESSES, speaksOf } from "./words";

const MARK = String.raw`[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d\)`;
const NOTE = new RegExp(String.raw`^[ \t]*(${MARK})[ \t]*(?=\S)([^\n]{3,300})$`, "gm");
const MARKS = new RegExp(MARK, "g");
/** More lines than this with one mark are items of a list. */
const MOST_NOTES = 2;
/** The first words of a note: later ones may explain what is counted. */
const FIRST_WORDS = /^(?:\S+\s?){1,4}/;

/** The marks of a page's notes that begin with words of a guess or a plan. */
export function doubtfulMarks(text: string): ReadonlySet<string> {
  const notes = groupBy([...text.matchAll(NOTE)], ([, mark = ""]) => mark);
  const doubtful = ([, of]: (typeof all)[number]): boolean =>
    of.length <= MOST_NOTES && of.some(([, , words = ""]) => speaksOf(FIRST_WORDS.exec(words)?.[0] ?? "", GUESSES));
  const all = [...notes];
  return new Set(all.filter(doubtful).map(([mark]) => mark));
}

/** Whether a text has one of these marks. */
export const isMarked = (text: string, marks: ReadonlySet<string>): boolean =>
  marks.size > 0 && (text.match(MARKS) ?? []).some((mark) => marks.has(mark));
