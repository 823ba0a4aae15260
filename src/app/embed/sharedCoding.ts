/**
 * Texts that are much like the one before each: of each the number of letters that it shares with that one's beginning, what differs, and
 * the number that it shares with its end. Of the values of a map, which name the same companies and reasons many times, a third is left.
 */
export function sharedCoded(texts: readonly string[]): (number | string)[] {
  return texts.flatMap((text, at) => {
    const before = texts[at - 1] ?? "";
    const most = Math.min(text.length, before.length);
    let [head, tail] = [0, 0];
    while (head < most && text[head] === before[head]) head++;
    while (tail < most - head && text.at(-1 - tail) === before.at(-1 - tail)) tail++;
    return [head, text.slice(head, text.length - tail), tail];
  });
}
