/** A grid of companies by periods: each period is in one cell, and each cell with something to say leads to it and says it. */
import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { period, type Period } from "@/domain/values/period";
import { Grid, type GridCell } from "@/app/map/Grid";

const MONTHS = ["01", "02", "03", "04", "05", "06", "07"].map((month) => period(`2025-${month}`));

const known = (at: Period, together: string): GridCell => ({
  ...{ look: "h vr", text: "", together, gap: false },
  ...{ words: `1 BTC, ${together}`, href: `/figures/a/${at}` },
});
const gap = (at: Period): GridCell => ({
  ...{ look: "g", text: "", words: "not disclosed", together: "not disclosed" },
  ...{ href: `/figures/a/${at}`, gap: true },
});
const BLANK: GridCell = { look: "", text: "", words: "", together: "", href: undefined, gap: true };

function cellsOf(cells: readonly GridCell[]) {
  const stretchHref = (from: Period, to: Period) => `/tables/x?from=${from}&to=${to}`;
  const row = { key: "a", label: "A", href: "/companies/a", aside: "", cells, stretchHref };
  const $ = load(renderToStaticMarkup(<Grid id="g" caption="Sold" periods={MONTHS} rows={[row]} />));
  return $("tbody td")
    .toArray()
    .map((td) => [Number($(td).attr("colspan") ?? 1), $(td).find("a").attr("href"), $(td).find("a").attr("title")]);
}

const [january, february, march, april, may, june, july] = MONTHS as [Period, Period, Period, Period, Period, Period, Period];

test("months that are known in the same way are one cell, which leads to their figures; one alone leads to its own and says it", () => {
  const row = [BLANK, known(february, "reported"), known(march, "reported"), gap(april), gap(may), known(june, "reported"), BLANK];
  expect(cellsOf(row)).toEqual([
    [1, undefined, undefined],
    [2, `/tables/x?from=${february}&to=${march}`, "Feb–Mar 2025: reported"],
    [2, `/figures/a/${april}`, "Apr–May 2025: not disclosed"],
    [1, `/figures/a/${june}`, "Jun 2025: 1 BTC, reported"],
    [1, undefined, undefined],
  ]);
});

test("a stretch says of its months all that is to be said", () => {
  const row = [january, february].map((at) => known(at, "reported"));
  const mixed = [...row, ...[march, april, may, june, july].map((at) => known(at, "reported, second-hand"))];
  expect(cellsOf(mixed)).toEqual([[7, `/tables/x?from=${january}&to=${july}`, "Jan–Jul 2025: reported and reported, second-hand"]]);
});

test("cells that show a figure of their own stand alone", () => {
  const row = MONTHS.map((at) => ({ ...known(at, "reported"), together: undefined }));
  expect(cellsOf(row)).toHaveLength(MONTHS.length);
});
