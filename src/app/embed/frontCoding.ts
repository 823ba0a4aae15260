/**
 * Front coding: of each text only what differs from the beginning of the one before, after the number of letters that they share. Of the
 * values of a map, which name the same company many times, less than half is left.
 */
export function frontCoded(texts: readonly string[]): (number | string)[] {
  return texts.flatMap((text, at) => {
    const before = texts[at - 1] ?? "";
    let shared = 0;
    while (shared < text.length && text[shared] === before[shared]) shared++;
    return [shared, text.slice(shared)];
  });
}
