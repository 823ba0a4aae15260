/** The state that a store is in now: of a file by stateReader.ts, hundreds of times cheaper than through Prisma. */
import { type Store, storeFile } from "./client";
import { storeState, type StoreState } from "./loadRecord";
import { type StateReader, stateReader } from "./stateReader";

/** Held as long as the store: closing the connection to a file that was replaced could delete the new one's write-ahead log. */
const readers = new WeakMap<Store, StateReader>();

/** Undefined where it can only be asked through Prisma. */
function readerOf(store: Store): StateReader | undefined {
  if (storeFile(store.url) === undefined) return undefined;
  const reader = readers.get(store) ?? stateReader(store.url);
  readers.set(store, reader);
  return reader;
}

/** Throws what the store throws when it cannot be read. */
export async function stateNow(store: Store): Promise<StoreState | undefined> {
  try {
    const last = await readerOf(store)?.read();
    if (last !== undefined) return { seq: last.seq, at: last.at };
  } catch {
    // What is wrong with the store Prisma says in the words that the pages know.
  }
  return storeState(store, null);
}
