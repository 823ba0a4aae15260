/** The header of a table whose columns are years, below or after the words that they complete ("Three Months Ended June 30,"). */
import type { RowCell } from "./cells";
import { type Column, isChange } from "./cellText";
import { timesIn } from "./times";

/** `above`: the columns of the line before, `words`: its text. Undefined for any other line. */
export function yearHead(cells: readonly RowCell[], above: readonly Column[], words: string): Column[] | undefined {
  const heads = cells.flatMap(({ head = [], column, width, grid, bar }) =>
    head.filter(({ kind }) => kind === "time").map((one) => (bar ? { ...one, column, width, grid } : one)),
  );
  const years = heads.filter(({ text }) => YEAR.test(text));
  const [first] = cells;
  const [one, other] = years;
  if (first === undefined || one === undefined || other === undefined) return undefined;
  if (Math.abs(Number(one.text) - Number(other.text)) !== 1) return undefined;
  const others = cells.filter(({ head, text }) => head === undefined && !isChange(text));
  if (others.some((cell) => cell !== first || cell.values !== undefined || cell.bullet)) return undefined;
  const before = heads.slice(0, heads.length - years.length);
  if (before.length > 1 || before.some(({ text }) => YEAR.test(text))) return undefined;
  const [over, said] = before.length > 0 ? [before, first.text] : [above, words];
  const each = years.length / over.length;
  const dated = Number.isInteger(each) && over.every(({ time }) => time?.year === undefined && time?.month !== undefined);
  const columns = years.map((year, i): Column => {
    const text = `${over.length === 1 ? said : (over[Math.floor(i / each)]?.text ?? "")} ${year.text}`;
    const [time] = dated ? timesIn(text) : [];
    return time === undefined ? year : { ...year, text: time.text, time };
  });
  return cells.some(({ text }) => isChange(text)) ? [...columns, { kind: "change", text: "" }] : columns;
}

const YEAR = /^20[12]\d$/;
