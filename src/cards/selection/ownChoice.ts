/** Reads a page's own parameter, whose default is its first choice. Invalid values are refused earlier (cards/pageParameters.ts). */
import type { SearchParams } from "./selection";

/** The value of a parameter in an address; "" where it is absent. */
export const ownValue = (params: SearchParams, name: string): string => [params[name]].flat()[0] ?? "";

/** Decodes a part of an address; returns it unchanged where it is malformed. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const ownChoice = <T extends string>(params: SearchParams, name: string, choices: readonly [T, ...T[]]): T =>
  choices.find((choice) => choice === ownValue(params, name)) ?? choices[0];
