import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "@/record/store/client";
import { storeSuite } from "./suite";
import { testFolder } from "../../testFolder";

const folder = testFolder();
let count = 0;

storeSuite("a file", () => Promise.resolve(`file:${join(folder, `${++count}.db`)}`));

test("an address that is none is refused in words", () => {
  expect(() => openStore("postgres://localhost/record")).toThrow("is no address of a store");
});
