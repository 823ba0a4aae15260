/** What sentences and keys may claim: nothing of companies whose figures are not known, and each figure as it is known. */
import { expect, it } from "vitest";
import { publishedForPeriodCard, publishedCard } from "@/cards/months/published";
import { reportOf } from "@/cards/months/report";
import { chartOf, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-11-22");
const asked = { figures, selection: DEFAULT_SELECTION };

it("a difference from a printed figure names whose sales are missing in ours, and keeps what is noted of theirs apart", () => {
  const { rows } = publishedForPeriodCard.table({ ...asked, period: period("2025-03") });
  expect(rows.map(({ cells }) => cells["difference"]?.text)).toEqual([
    "Ours is 8 percentage points lower. Theirs covers “15 listed mining companies”, ours has 9 companies with both figures known. Canaan and HIVE Digital, which produced 201 BTC, are not in ours, because their sales are not known. Noted of theirs: stated as over 40%, the highest since October 2024; purchases may be netted as negative sales; HIVE, Bitfarms and Ionic Digital each above 100%.",
  ]);
});

it("a difference in bitcoin is that between the numbers beside it", () => {
  let compared = 0;
  for (const { cells } of publishedCard.table(asked).rows) {
    const [theirs, ours] = ["published", "ours"].map((key) => Math.round(Number((cells[key]?.text ?? "").replace(/ BTC$|,/g, ""))));
    const apart = /^Ours is ([\d,]+) BTC (higher|lower)\./.exec(cells["difference"]?.text ?? "");
    if (apart === null) continue;
    compared += 1;
    expect(Number(apart[1]?.replaceAll(",", "")) * (apart[2] === "higher" ? 1 : -1)).toBe((ours ?? NaN) - (theirs ?? NaN));
  }
  expect(compared).toBeGreaterThan(0);
});

it("of a printed amount that ours equals after rounding nobody reads that ours is 0 BTC higher", () => {
  const record = seedRecord();
  const differences = (written: string) => {
    const aggregates = record.aggregates
      .slice(0, 1)
      .map((one) => ({ ...one, period: period("2025-03"), metric: "sold_btc" as const, written }));
    return publishedCard.table({ ...asked, figures: figuresOf({ ...record, aggregates }, "2026-11-22") }).rows.map(({ cells }) => cells);
  };
  const ours = (differences("1")[0]?.["ours"]?.text ?? "").replace(/ BTC$|,/g, "");
  expect(Number(ours)).toBeGreaterThan(1000);
  expect(differences(ours)[0]?.["difference"]?.text).toMatch(/^After rounding the two agree\. /);
  expect(differences(String(Number(ours) - 1))[0]?.["difference"]?.text).toMatch(/^Ours is 1 BTC higher\. /);
});

it("who held most is said of those known, and that another held more when last known: MARA gave no figure for October 2025", () => {
  const treasury = (of: string) =>
    reportOf(asked, period(of), ["treasury"])
      .map(({ sentence }) => plain(sentence))
      .join();
  expect(treasury("2025-10")).toMatch(
    / Of those known, Riot held most: 19,324 BTC, ahead of CleanSpark \(13,033 BTC\) and BitFuFu \(1,953 BTC\)\. MARA held more when its holdings were last known: 52,850 BTC at the end of September 2025\.$/,
  );
  expect(treasury("2025-03")).toMatch(
    / Of those known, MARA held most: 47,531 BTC, ahead of Riot \(19,223 BTC\) and CleanSpark \(11,869 BTC\)\.$/,
  );
});

it("a share in a sentence says what it rests on, unless sources state it: derived, second-hand, or a company’s word", () => {
  const said = (of: string, id: string) =>
    reportOf(asked, period(of), [id])
      .map(({ sentence }) => plain(sentence))
      .join();
  expect(said("2025-10", "over")).toBe(
    "Two companies sold more than they mined: LM Funding America (226% as derived) and BitFuFu (120% as derived second-hand).",
  );
  expect(said("2025-03", "holders")).toBe(
    "Three companies held on to nearly all they produced: CleanSpark (0% by its stated policy), MARA (0% by its stated policy) and Riot (0%).",
  );
  expect(said("2025-10", "sellers")).toBe(
    "CleanSpark sold most: 589 BTC, 96% of its production, ahead of Riot (400 BTC, 92% of its production) and BitFuFu (36 BTC, 120% of its production as derived second-hand).",
  );
});

it("what is computed is called derived in the key of a chart; only dollars at a market’s price are estimated", () => {
  const keys = (id: string) => {
    const table = tableById(asked, id);
    return (table && chartOf(table)?.keys.map(({ text }) => text)) ?? [];
  };
  expect(keys("holdings-cleanspark")).toContain("held, derived");
  expect(keys("dollars-cleanspark")).toContain("proceeds, estimated");
});
