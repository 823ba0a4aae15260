/** Which of the words above values label them. */
import type { RowCell } from "./cells";

/** Maximum cells of one label. */
const MOST = 4;

/**
 * The last of the words: a sentence among them labels nothing but what is right below it. In a list of companies with a value each
 * (`isCompany`) those before the name belong to the last value, unless they speak of metrics.
 */
export function labelWords(
  words: readonly RowCell[],
  isCompany: ((text: string) => boolean) | undefined,
  speaks: (text: string) => boolean,
): readonly RowCell[] {
  const last = words.slice(-MOST);
  const label = last.slice(1 + last.slice(0, -1).findLastIndex(({ text }) => isSentence(text)));
  const name = isCompany === undefined ? -1 : label.findLastIndex(({ text }) => isCompany(text));
  return name > 0 && !label.slice(0, name).some(({ text }) => speaks(text)) ? label.slice(name) : label;
}

const isSentence = (text: string): boolean => /[.。!?]$/.test(text) && text.split(/\s+/).length > 4;
