/** The sources of rows whose figures already provide them, cached by the array of rows; a filtered or sorted array has no entry. */
import { dayName } from "../shared/dayName";

/** A source with its publisher, as tables and files name it. */
export interface NamedSource {
  readonly address: string;
  readonly publisher: string;
  readonly kind: string;
  /** null: undated. */
  readonly publishedOn: string | null;
  /** Address of an archived copy, which may not exist. */
  readonly archive?: string;
}

/** A source in words: "Riot (GlobeNewswire), company release, 5 May 2025". One without a date says so. */
export const sourceLine = ({ publisher, kind, publishedOn }: NamedSource): string =>
  `${publisher}, ${kind}, ${publishedOn === null ? "undated" : dayName(publishedOn)}`;

type Rows = readonly object[];

const sourcesOf = new WeakMap<Rows, () => readonly NamedSource[]>();

/** Attaches the sources to an array of rows; they are computed when first read. */
export function keepSources(rows: Rows, sources: () => readonly NamedSource[]): void {
  sourcesOf.set(rows, sources);
}

/** undefined: each figure has to be queried. */
export const keptSources = (rows: Rows): readonly NamedSource[] | undefined => sourcesOf.get(rows)?.();
