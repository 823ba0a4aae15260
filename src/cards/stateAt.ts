/** The record for pages: loaded once per data version and cached. The next request in any process sees an import. */
import "server-only";
import { asOf as recordAsOf } from "@/domain/facts/asOf";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import type { Day } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import type { Moment } from "./selection/selection";
import { appStore, type Store } from "@/record/store/database/client";
import { type ImportEntry, importHistory, loadRecord, storeState, type StoreState } from "@/record/store/states/loadRecord";
import { stateNow } from "@/record/store/states/stateNow";

interface Kept {
  readonly record: Promise<OpenRecord>;
  /** Figures by as-of day; the key "now …" is today. */
  readonly figures: Map<string, Figures>;
}

/** Maximum as-of days cached per version, and versions cached; each holds the cells computed so far. */
const KEPT_DAYS = 8;
const KEPT_VERSIONS = 3;

// Next bundles the proxy and the pages separately; in one process they share the cache.
const shared = globalThis as { sellthroughRecords?: Map<string, Kept> };
const kept = (shared.sellthroughRecords ??= new Map<string, Kept>());

/** The figures of a version as known on a day; `today` decides what is not yet published. Undefined: the store never had that version. */
export async function figuresAt({ asOf, version }: Moment, today: Day): Promise<Figures | undefined> {
  const store = appStore();
  const state = version === null ? await stateNow(store) : await storeState(store, version);
  if (!state) return undefined;
  const ofState = keptAt(store, state);
  const { record, figures } = ofState;
  const key = asOf ?? `now ${today}`;
  const known = figures.get(key);
  if (known) return known;
  const full = await record;
  const made = asOf === null ? figuresOf(full, today, earlierThan(ofState, key)) : figuresOf(recordAsOf(full, asOf), asOf);
  remember(figures, key, made, KEPT_DAYS);
  return made;
}

/** Figures of the previous state for the same day, for reuse: an import changes few companies. */
const earlierThan = (state: Kept, key: string): Figures | undefined =>
  [...kept.values()].findLast((other) => other !== state && other.figures.has(key))?.figures.get(key);

/** Loads the record of a state, sharing unchanged parts with the latest cached one. */
async function loadShared(store: Store, seq: number): Promise<OpenRecord> {
  const earlier = await [...kept.values()].at(-1)?.record.catch(() => undefined);
  return loadRecord(store, { atImport: seq, earlier });
}

function keptAt(store: Store, { seq, at }: StoreState): Kept {
  // After a store was replaced, the new one can have the same number of changes.
  const key = `${seq} ${at}`;
  const found = kept.get(key);
  if (found) return found;
  const record = loadShared(store, seq);
  const made: Kept = { record, figures: new Map() };
  // A failed load must not stay cached: the next request tries again.
  record.catch(() => kept.delete(key));
  remember(kept, key, made, KEPT_VERSIONS);
  return made;
}

/** Adds an entry to a map, evicting its oldest one when it is full. */
function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  const oldest = map.keys().next().value;
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}

export const todayUtc = (): Day => new Date().toISOString().slice(0, 10);

/** The imports up to a version, latest first. Throws the store's errors when it cannot be read. */
export async function importsUpTo(version: string): Promise<ImportEntry[]> {
  const all = await importHistory(appStore());
  // The latest with that id: an undo brings an earlier version back.
  const latest = all.findIndex(({ id }) => id === version);
  return all.slice(Math.max(0, latest));
}
