/**
 * Who publishes this and under which terms, and days in words: what every export says the same way. English, UTC.
 */
import type { Day } from "@/domain/period";

export const PUBLISHER = "Sellthrough";

export const LICENCE = {
  id: "CC-BY-4.0",
  title: "Creative Commons Attribution 4.0 International",
  address: "https://creativecommons.org/licenses/by/4.0/",
} as const;

const LONG_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "5 May 2025". */
export function dayInWords(day: Day): string {
  return LONG_DAY.format(new Date(`${day}T00:00:00Z`));
}
