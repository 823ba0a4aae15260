/**
 * The record as pages read it: loaded from the store once per data version and kept, so that a page costs one small query. An approval or
 * an import changes the version, and the next request in any process sees it: nothing is to be restarted.
 */
import "server-only";
import { asOf as recordAsOf } from "@/domain/asOf";
import { type Figures, figuresOf } from "@/domain/figures";
import type { Day } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { appStore } from "@/store/client";
import { dataVersion, loadRecord } from "@/store/record";

interface Kept {
  readonly version: string;
  readonly record: Promise<OpenRecord>;
  /** Figures by the day that is asked for; "" is now. */
  readonly figures: Map<string, Figures>;
}

/** As-of days kept at a time; each holds the cells that were asked for. */
const KEPT_DAYS = 24;

let kept: Kept | undefined;

/**
 * The figures as known on `asOf` (null: now). `today` decides what is not yet published.
 * Throws what the store throws when it cannot be read.
 */
export async function currentFigures(asOf: Day | null, today: Day): Promise<Figures> {
  const store = appStore();
  const { id, seq } = await dataVersion(store);
  const version = `${seq} ${id}`;
  if (kept?.version !== version) kept = { version, record: loadRecord(store), figures: new Map() };
  const { record, figures } = kept;
  const key = asOf ?? `now ${today}`;
  const known = figures.get(key);
  if (known) return known;
  const full = await record;
  const made = asOf === null ? figuresOf(full, today) : figuresOf(recordAsOf(full, asOf), asOf);
  const oldest = figures.keys().next().value;
  if (figures.size >= KEPT_DAYS && oldest !== undefined) figures.delete(oldest);
  figures.set(key, made);
  return made;
}

/** The day it is, in UTC. */
export function todayUtc(): Day {
  return new Date().toISOString().slice(0, 10);
}
