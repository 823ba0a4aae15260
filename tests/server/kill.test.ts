/** The same as tests/record/store/kill.test.ts, a hundred times. */
import { expect, test } from "vitest";
import { killAgainAndAgain } from "../record/store/killing";

test("a hundred kills at random moments during approvals and imports: nothing lost, nothing half visible", async () => {
  const { writing, reviews } = await killAgainAndAgain(100, 5);
  // Of twenty rounds; on a busy machine some end before anybody has written.
  expect(writing).toBeGreaterThan(5);
  expect(reviews).toBeGreaterThan(0);
}, 900_000);
