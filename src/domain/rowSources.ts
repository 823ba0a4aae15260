/** The sources behind rows whose figures tell them at once, remembered beside the rows; chosen or re-ordered rows are other rows. */
import { dayName } from "./dayName";

/** A source by who published it, as tables and files name it. */
export interface NamedSource {
  readonly address: string;
  readonly publisher: string;
  readonly kind: string;
  /** null: undated. */
  readonly publishedOn: string | null;
  /** Where to look for an archived copy; it is not certain that there is one. */
  readonly archive?: string;
}

/** A source in words: "Riot (GlobeNewswire), company release, 5 May 2025". One without a date says so. */
export const sourceLine = ({ publisher, kind, publishedOn }: NamedSource): string =>
  `${publisher}, ${kind}, ${publishedOn === null ? "undated" : dayName(publishedOn)}`;

type Rows = readonly object[];

const told = new WeakMap<Rows, () => readonly NamedSource[]>();

export function keepSources(rows: Rows, sources: () => readonly NamedSource[]): void {
  told.set(rows, sources);
}

/** undefined: each figure is to be asked. */
export const keptSources = (rows: Rows): readonly NamedSource[] | undefined => told.get(rows)?.();
