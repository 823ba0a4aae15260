import { test } from "vitest";
import { killAgainAndAgain } from "./killing";

test("processes that are killed while they approve and import leave nothing half done, and lose nothing that they said was done", async () => {
  await killAgainAndAgain(4, 2);
}, 120_000);
