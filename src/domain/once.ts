/** Memoized functions of one argument: each question is answered once. For answers that never change, such as those about a record. */

interface Kept<K, V> {
  get(about: K): V | undefined;
  has(about: K): boolean;
  set(about: K, answer: V): unknown;
}

/** Kept where the caller says. */
export const keeping =
  <K, V>(kept: Kept<K, V>, question: (about: K) => V): ((about: K) => V) =>
  (about) => {
    const known = kept.get(about);
    if (known !== undefined || kept.has(about)) return known as V;
    const made = question(about);
    kept.set(about, made);
    return made;
  };

/** Kept for as long as the function is: for arguments of which there are only so many. */
export const once = <K, V>(question: (about: K) => V): ((about: K) => V) => keeping(new Map<K, V>(), question);

/** The same for arguments without end, such as texts: when `most` answers are kept, they are dropped together. */
export function onceUpTo<K, V>(most: number, question: (about: K) => V): (about: K) => V {
  const kept = new Map<K, V>();
  return keeping(kept, (about) => {
    if (kept.size >= most) kept.clear();
    return question(about);
  });
}

/** Kept for as long as the object that was asked about. */
export const oncePer = <K extends object, V>(question: (about: K) => V): ((about: K) => V) => keeping(new WeakMap<K, V>(), question);

/** The same for a question about nothing. */
export function lazily<V>(question: () => V): () => V {
  const answer = once(question as (about: undefined) => V);
  return () => answer(undefined);
}
