/** A page's own choice; the first is meant where it is left out. Other values are refused before (cards/pageParameters.ts). */
import type { SearchParams } from "./selection";

/** The value that an address gives a parameter; "" where it gives none. */
export const ownValue = (params: SearchParams, name: string): string => [params[name]].flat()[0] ?? "";

/** A part of an address as it was meant; as it stands where it cannot be read. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const ownChoice = <T extends string>(params: SearchParams, name: string, choices: readonly [T, ...T[]]): T =>
  choices.find((choice) => choice === ownValue(params, name)) ?? choices[0];
