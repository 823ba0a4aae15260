/** Bitcoin paid out by the network, in satoshis: a block's subsidy, halved every 210,000 blocks, times 144 blocks a day; without fees. */
import { SATS_PER_BTC } from "../values/amount";
import { addDays, type Day, daysBetween, endOf, type Period, startOf } from "../values/period";

/** All bitcoin there will ever be, in satoshis. */
export const ALL_BITCOIN = 21_000_000 * SATS_PER_BTC;

const BLOCKS_A_DAY = 144;

/** Satoshis per block, by first day: the halvings so far (blocks 0, 210,000, 420,000, 630,000 and 840,000). */
const SUBSIDIES: readonly (readonly [from: Day, sats: number])[] = [
  ["2009-01-03", 50 * SATS_PER_BTC],
  ["2012-11-28", 25 * SATS_PER_BTC],
  ["2016-07-09", 12.5 * SATS_PER_BTC],
  ["2020-05-11", 6.25 * SATS_PER_BTC],
  ["2024-04-20", 3.125 * SATS_PER_BTC],
];

/** What the network paid out in the period's days, in satoshis; 0 before bitcoin began. */
export function issuanceIn(period: Period): number {
  const [first, after] = [startOf(period), addDays(endOf(period), 1)];
  return SUBSIDIES.reduce((sum, [from, sats], at) => {
    const start = from > first ? from : first;
    const until = SUBSIDIES[at + 1]?.[0] ?? after;
    const end = until < after ? until : after;
    return start < end ? sum + daysBetween(start, end) * BLOCKS_A_DAY * sats : sum;
  }, 0);
}
