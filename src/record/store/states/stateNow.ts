/** The store's current state: for a file by stateReader.ts, hundreds of times cheaper than through Prisma. */
import { type Store, storeFile } from "../database/client";
import { storeState, type StoreState } from "./loadRecord";
import { type StateReader, stateReader } from "./stateReader";

/** Kept as long as the store: closing the connection to a file that was replaced could delete the new one's write-ahead log. */
const readers = new WeakMap<Store, StateReader>();

/** Throws the store's error when it cannot be read. */
export async function stateNow(store: Store): Promise<StoreState | undefined> {
  if (storeFile(store.url) === undefined) return storeState(store, null);
  const reader = readers.get(store) ?? stateReader(store.url);
  readers.set(store, reader);
  try {
    const { seq, at } = await reader.read();
    return { seq, at };
  } catch {
    // Prisma's errors are those that the pages can explain.
    return storeState(store, null);
  }
}
