/** Pages that say once what stands in brackets behind their figures: "October's are in brackets", "(comparatives: 2022)". */
import { CHANGE } from "../languages/heads";
import { ANY, WORD_START, worded } from "../languages/languages";
import { matchesIn } from "../page/page";
import type { Time } from "../mentions/time";
import { timesIn } from "../mentions/times";

/** Characters in which a page explains its figures. */
const OPENING = 6000;
/** A sentence, or what stands in brackets within it. */
const PART = /\([^()]{0,120}\)|（[^（）]{0,120}）|[^.!?。()（）\n]+/gu;
const BRACKETS = worded`${WORD_START}${ANY.brackets}`;
const CHANGES = new RegExp(CHANGE.source, "i");

/** The time of the figures in brackets; undefined if the page does not tell one, or tells of changes. */
export function timeInBrackets(text: string): Time | undefined {
  const opening = text.slice(0, OPENING);
  if (!BRACKETS.test(opening)) return undefined;
  const told = matchesIn(opening, PART).flatMap(([part]) => (BRACKETS.test(part) && !CHANGES.test(part) ? timesIn(part) : []));
  return told.length === 1 ? told[0] : undefined;
}

/** "71.7 BTC (69.2)": between a figure and one in brackets behind it; such a one in a cell, where a sign would make it a change. */
export const OPENS = /^\s?[(（]$/;
export const UNSIGNED = /^\([\d.,]+\)$/;
/** Between a time and its figure, "September: 629", "Dec -> 569". */
export const LEADS = String.raw`(?:[:=→]|[-=]>)`;
