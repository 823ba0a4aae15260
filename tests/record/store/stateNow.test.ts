/** The state that pages ask for at each request is the one that the store is in, whoever changed it. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "@/record/store/database/client";
import { storeState } from "@/record/store/states/loadRecord";
import { stateNow } from "@/record/store/states/stateNow";
import { emptyStore, save } from "../../stores";
import { FACTS, smallRecord } from "./files";
import { testFolder } from "../../testFolder";

const folder = testFolder();

test("of an empty store, after each of its own changes and after another connection's it is what the store's own list says", async () => {
  const store = await emptyStore(`file:${join(folder, "now.db")}`);
  const other = openStore(store.url);
  const same = async () => {
    const state = await stateNow(store);
    expect(state).toEqual(await storeState(store, null));
    return state?.seq;
  };
  const seen = [await same()];
  for (const [at, into] of [store, other, store].entries()) {
    await save(into, smallRecord(FACTS.slice(0, FACTS.length - at)), `2026-07-0${at + 1}T12:00:00.000Z`);
    seen.push(await same());
  }
  expect(seen).toEqual([0, 1, 2, 3]);
  await Promise.all([store.close(), other.close()]);
});

test("of a store that cannot be read it is refused in Prisma's words", async () => {
  const store = openStore(`file:${join(folder, "nothing.db")}`);
  const [asked, told] = await Promise.allSettled([stateNow(store), storeState(store, null)]);
  expect(asked).toEqual(told);
  expect(asked.status).toBe("rejected");
  await store.close();
});
