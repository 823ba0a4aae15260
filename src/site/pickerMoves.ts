/**
 * How the picker finds and walks: which companies a few typed letters mean, and where a key leads in a list. Pure, so that it can be
 * tested without a browser.
 */
import type { Choice } from "@/cards/selection/choices";

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");

/** True when name or ticker contain what was typed, whatever its case, accents, spaces and hyphens ("hut8" finds "Hut 8"). */
export function matches(choice: Pick<Choice, "label" | "note">, query: string): boolean {
  const wanted = plain(query);
  return plain(choice.label).includes(wanted) || plain(choice.note ?? "").includes(wanted);
}

/** The stop that a key leads to from stop `at` of `count`; undefined when the key does not move. */
export function steps(key: string, at: number, count: number): number | undefined {
  if (at === -1 || count === 0) return undefined;
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Escape") return 0;
  return undefined;
}
