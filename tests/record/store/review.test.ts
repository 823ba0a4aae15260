import { join } from "node:path";
import { reviewSuite } from "./reviewSuite";
import { testFolder } from "../../testFolder";

const folder = testFolder();
let count = 0;

reviewSuite("a file", () => Promise.resolve(`file:${join(folder, `${++count}.db`)}`));
