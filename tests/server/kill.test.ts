/** The same as tests/record/store/kill.test.ts, with more processes at a time and more often. */
import { expect, test } from "vitest";
import { killAgainAndAgain } from "../record/store/killing";
import { rounds } from "../rounds";

const AT_ONCE = 5;
const KILLS = rounds(5) * AT_ONCE;

test(`${KILLS} kills at random moments during approvals and imports: nothing lost, nothing half visible`, async () => {
  const { writing, reviews } = await killAgainAndAgain(KILLS, AT_ONCE);
  // Of those at once; on a busy machine some end before anybody has written.
  expect(writing).toBeGreaterThan(KILLS / AT_ONCE / 4);
  expect(reviews).toBeGreaterThan(0);
}, 900_000);
