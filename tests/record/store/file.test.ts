import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp } from "@/record/store/copies/backup";
import { fileUrl, openStore } from "@/record/store/database/client";
import { restore } from "@/record/store/copies/restore";
import { stateReader } from "@/record/store/states/stateReader";
import { storeSuite } from "./suite";
import { smallStore } from "../../stores";
import { testFolder } from "../../testFolder";

const folder = testFolder();
let count = 0;

storeSuite("a file", () => Promise.resolve(`file:${join(folder, `${++count}.db`)}`));

test.each(["postgres://localhost/record", "http://", "libsql:store", "file:a%zz", "file:a#b"])(
  "%s is refused in words: it is no address of a store",
  (url) => {
    expect(() => openStore(url)).toThrow(`"${url}" is no address of a store`);
  },
);

test("a store and its backup may lie in folders of any name", async () => {
  const home = join(folder, "a b %20 #1?");
  const store = await smallStore(fileUrl(join(home, "store.db")));
  expect(existsSync(join(home, "store.db"))).toBe(true);
  const { version } = await backUp(store, join(home, "backup"), "2025-06-10T09:00:00.000Z", join(home, "none"));
  await store.close();
  const again = fileUrl(join(home, "again", "store.db"));
  await restore(join(home, "backup"), again, { by: "ann", at: "2025-06-10T09:00:00.000Z", documents: join(home, "documents") });
  const reader = stateReader(again);
  expect(await reader.read()).toMatchObject({ version });
  reader.close();
});
