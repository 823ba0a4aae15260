import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openStore } from "@/record/store/client";
import { storeSuite } from "./suite";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-store-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;

storeSuite("a file", () => Promise.resolve(`file:${join(folder, `${++count}.db`)}`));

test("an address that is none is refused in words", () => {
  expect(() => openStore("postgres://localhost/record")).toThrow("is no address of a store");
});
