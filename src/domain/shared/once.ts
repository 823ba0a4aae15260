/** Memoized functions of one argument, for answers that never change, such as those about a record. */

interface Kept<K, V> {
  get(about: K): V | undefined;
  has(about: K): boolean;
  set(about: K, answer: V): unknown;
}

/** Caches in a store that the caller supplies. */
export const keeping =
  <K, V>(kept: Kept<K, V>, question: (about: K) => V): ((about: K) => V) =>
  (about) => {
    const known = kept.get(about);
    if (known !== undefined || kept.has(about)) return known as V;
    const made = question(about);
    kept.set(about, made);
    return made;
  };

/** Caches for the life of the function: for a bounded set of arguments. */
export const once = <K, V>(question: (about: K) => V): ((about: K) => V) => keeping(new Map<K, V>(), question);

/** The same for an unbounded set of arguments, such as texts: at `most` entries the cache is cleared. */
export function onceUpTo<K, V>(most: number, question: (about: K) => V): (about: K) => V {
  const kept = new Map<K, V>();
  return keeping(kept, (about) => {
    if (kept.size >= most) kept.clear();
    return question(about);
  });
}

/** Caches for the life of the argument object. */
export const oncePer = <K extends object, V>(question: (about: K) => V): ((about: K) => V) => keeping(new WeakMap<K, V>(), question);

/** The same for a function without arguments. */
export function lazily<V>(question: () => V): () => V {
  const answer = once(question as (about: undefined) => V);
  return () => answer(undefined);
}
