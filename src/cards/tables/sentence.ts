/** A sentence about facts: plain data whose figures link to their explanation. */
export interface SentencePart {
  readonly text: string;
  readonly href?: string;
}

export type Sentence = readonly SentencePart[];

/** Builds a sentence from plain text and linked parts: sentence`In ${period}, …` keeps parts as they are. */
export function sentence(strings: TemplateStringsArray, ...values: (string | number | SentencePart | Sentence)[]): Sentence {
  const parts: SentencePart[] = [];
  strings.forEach((text, index) => {
    if (text !== "") parts.push({ text });
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "string" || typeof value === "number") parts.push({ text: String(value) });
    else if (Array.isArray(value)) parts.push(...(value as Sentence));
    else parts.push(value as SentencePart);
  });
  return joinText(parts);
}

export const link = (text: string, href: string): SentencePart => ({ text, href });

export const plain = (words: Sentence): string => words.map((part) => part.text).join("");

export const joinSentences = (sentences: readonly Sentence[]): Sentence =>
  joinText(sentences.flatMap((words, at) => (at === 0 ? words : [{ text: " " }, ...words])));

/** "A", "A and B", "A, B and C" with their links. */
export const enumerated = (names: readonly Sentence[]): Sentence =>
  joinText(names.flatMap((name, at) => (at === 0 ? name : [{ text: at === names.length - 1 ? " and " : ", " }, ...name])));

function joinText(parts: readonly SentencePart[]): Sentence {
  const joined: SentencePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.href === undefined && part.href === undefined) joined[joined.length - 1] = { text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
