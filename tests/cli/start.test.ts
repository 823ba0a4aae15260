/** `npm start` refuses settings that are wrong in a sentence, before it does anything. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { START } from "../running";

test.each([
  [
    { SITE_URL: "sellthrough.example" },
    'SITE_URL is "sellthrough.example"; set it to the public address from https:// on, or leave it out.',
  ],
  [{ DESK_SECRET: "fifteen letters" }, "DESK_SECRET has 15 characters; set it to at least 16, or leave it out to have no desk."],
  [{ PORT: "http" }, 'PORT is "http"; set it to a whole number from 1 to 65535, or leave it out.'],
])("%j", (wrong, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, START, { env: { ...process.env, ...wrong }, encoding: "utf8" });
  expect([status, stdout, stderr.trim()]).toEqual([1, "", sentence]);
});
