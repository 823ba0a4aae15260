/** A file or folder that is not there, or is the other of the two: every command that takes one says what, where and what to do. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { command } from "./command";
import { testFolder } from "../testFolder";

const folder = testFolder();
const file = join(folder, "page.txt");
writeFileSync(file, "A recipe for bread.\n");
const record = (...args: string[]) => command({ DATABASE_URL: `file:${join(folder, "store.db")}` }, ...args);
const lost = join(folder, "lost");

test.each([
  ["read", ["read", lost], `There is no file ${lost}.`],
  ["read, by a relative name", ["read", "lost.txt"], `There is no file lost.txt: ${resolve("lost.txt")} was looked for.`],
  ["read, a folder", ["read", folder], `${folder} is a folder. Name one of the files in it.`],
  ["add --csv", ["add", "--csv", lost], `There is no file ${lost}.`],
  ["import", ["import", lost], `There is no folder ${lost}.`],
  ["import, a file", ["import", file], `${file} cannot be opened: it is a file. Name the folder that it is in.`],
  ["check", ["check", lost], `There is no folder ${lost}.`],
  ["restore", ["restore", lost], `${lost} is not there: ${lost} was looked for.`],
  ["train", ["train", "--samples", lost], `There is no folder ${lost}.`],
])("record %s", async (_, args, sentence) => {
  const { status, out, err } = await record(...args);
  expect([status, out]).toEqual([1, ""]);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/ENOENT|EISDIR|ENOTDIR|scandir|errno/);
});
