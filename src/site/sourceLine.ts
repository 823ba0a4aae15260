/** A source in words: "Riot (GlobeNewswire), company release, 5 May 2025". A source without a date says so. */
import type { TableSource } from "@/cards/table";
import { dayName } from "@/domain/dayName";

export function sourceLine(source: TableSource): string {
  return `${source.publisher}, ${source.kind}, ${source.publishedOn === null ? "undated" : dayName(source.publishedOn)}`;
}
