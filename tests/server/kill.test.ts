/** The same as tests/record/store/kill.test.ts, sixty times. */
import { expect, test } from "vitest";
import { killAgainAndAgain } from "../record/store/killing";

test("sixty kills at random moments during approvals and imports: nothing lost, nothing half visible", async () => {
  const { writing, reviews } = await killAgainAndAgain(60, 5);
  // Of twelve rounds; on a busy machine some end before anybody has written.
  expect(writing).toBeGreaterThan(3);
  expect(reviews).toBeGreaterThan(0);
}, 900_000);
