/** The same as tests/store/kill.test.ts, a hundred times. */
import { expect, test } from "vitest";
import { killAgainAndAgain } from "../store/killing";

test("a hundred kills at random moments during approvals and imports: nothing lost, nothing half visible", async () => {
  const { writing } = await killAgainAndAgain(100, 5);
  expect(writing).toBeGreaterThan(10);
}, 900_000);
