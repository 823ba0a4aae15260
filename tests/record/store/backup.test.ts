import { join } from "node:path";
import { backupSuite } from "./backupSuite";
import { testFolder } from "../../testFolder";

const folder = testFolder();
let count = 0;

// Each in a folder of its own, as uploads lie beside the store.
backupSuite("a file", () => Promise.resolve(`file:${join(folder, String(++count), "store.db")}`));
