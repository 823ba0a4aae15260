/** The rules find the slips that were made, and leave the sentences in peace that stand now. */
import { expect, it } from "vitest";
import { complaints } from "./grammar";

it.each([
  "1 companies sold bitcoin.",
  "At the end of May 2025 the 1 companies held 5 BTC.",
  "In April 2025, 5 company sold 3 BTC.",
  "It is the lowest share since first quarter of 2022.",
  "At the end of first quarter of 2024, 11 companies held 47,016 BTC.",
  "Canaan is not counted (sales does not reconcile).",
  "Share of production sold, Nasdaq-listed miners",
  "What share of their production they sold is not known; pooled share sold.",
  "63% sold of production",
  "Sold as a share of produced.",
  "The panel: Bitfarms, Riot.",
  "Companies in the panel.",
  "Sold 5 BTC, mixed evidence",
  "HIVE Digital: word and deed",
  "HIVE, HIVE",
  "Produced per eh/s",
  "The feed holds the latest 100 news.",
  "The newest is told a month late.",
  "26 companies; of 15 it is not known.",
  "How to report a mistake is said under Data.",
  "Sources stand with each figure.",
  "New among the sellers: Riot (475 BTC), after none in the 3 known months before.",
  "Sold nothing this time: BitFuFu (23 BTC in March 2025).",
  "Riot: sell-through, April 2025: 103% . Sold divided by produced.",
  "It held a undisclosed amount.",
  "The the miners sold.",
  "They holds what they mine.",
  "In 2025 it sell all.",
  "Apr 2025: Change +$98.8 million USD",
  "The price was NaN.",
  "It stands for 43% of what all 2 Nasdaq-listed miners may be expected to have produced.",
  "Ionic Digital sold no bitcoin over the 1 of 6 months whose proceeds are known or can be estimated.",
  "LM Funding America gave another number later 1 time.",
  "The change is known for 37 months, of which 0 ended with less.",
  "It last held what it mined in Jan 2025.",
  "In June 2022, 8 Nasdaq-listed miners sold more bitcoin than they produced: 438% of their production.",
  "This page shows the record version 1a2b3c4d5e6f of the record.",
  "There is no link between bitcoin sold of Nasdaq-listed miners and the return.",
])("complains of “%s”", (text) => {
  expect(complaints(text)).not.toEqual([]);
});

it.each([
  "In April 2025, 7 Nasdaq-listed miners sold 77% of the bitcoin they produced.",
  "It is the lowest sell-through since the first quarter of 2022, among the 7 quarters with enough companies since then.",
  "1 company sold more than it mined: Riot (103%).",
  "Produced, sold and held, first quarter of 2024",
  "In 344 of the 971 company-months in which these 23 companies report, sell-through is known.",
  "What does it sell?",
])("leaves “%s” in peace", (text) => {
  expect(complaints(text)).toEqual([]);
});
