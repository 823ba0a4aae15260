import { expect, test } from "vitest";
import { killAgainAndAgain } from "./killing";

test("processes that are killed while they approve and import leave nothing half done, and lose nothing that they said was done", async () => {
  const { writing, reviews } = await killAgainAndAgain(8, 2);
  expect(writing).toBeGreaterThan(0);
  expect(reviews).toBeGreaterThan(0);
}, 120_000);
