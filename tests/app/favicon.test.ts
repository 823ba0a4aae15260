import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("/favicon.ico is an icon in three sizes, for whoever asks without reading the page", () => {
  const bytes = readFileSync("src/app/favicon.ico");
  const count = bytes.readUInt16LE(4);
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), count]).toEqual([0, 1, 3]);
  for (let i = 0; i < count; i++) {
    const entry = bytes.subarray(6 + 16 * i, 22 + 16 * i);
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
    const picture = bytes.subarray(offset, offset + length);
    expect([picture.subarray(1, 4).toString("latin1"), picture.readUInt32BE(16)]).toEqual(["PNG", entry[0]]);
  }
});
