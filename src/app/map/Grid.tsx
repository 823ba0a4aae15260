/**
 * A grid of companies by periods, each cell a link with a text alternative, so nothing depends on colour. Neighbouring periods with the
 * same text are one cell. Markup is terse, as in site/tableMarkup.ts: there are over a thousand periods in it.
 */
import { runsBy } from "@/domain/shared/group";
import { kindOf, type Period, yearOf } from "@/domain/values/period";
import { listed, shortPeriodName } from "@/cards/words/phrases";
import { address, attribute, type Markup, markup, skippable } from "@/site/markup";
import { MarkupBlock } from "@/site/MarkupBlock";

export interface GridCell {
  /** Classes of the cell: its colour, texture or glyph. */
  readonly look: string;
  /** Text in the cell; "" where colour or glyph suffices. */
  readonly text: string;
  /** In words: "103%, derived", "not disclosed". */
  readonly words: string;
  /** Text of the merged cell when it and its neighbours look the same. undefined: never merged. */
  readonly together: string | undefined;
  readonly gap: boolean;
  /** undefined: nothing is known, so there is nothing to open. */
  readonly href: string | undefined;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly aside: string;
  readonly cells: readonly GridCell[];
  /** Address for several merged periods; gaps link to the explanation of their first. */
  readonly stretchHref?: (from: Period, to: Period) => string;
}

interface GridProps {
  readonly id: string;
  readonly caption: string;
  readonly periods: readonly Period[];
  readonly rows: readonly GridRow[];
  /** Heading of the words beside the names; undefined: there are none. */
  readonly asideLabel?: string | undefined;
}

/** With more columns than this there is no room for figures: only the colour is drawn. */
export const ROOMY_COLUMNS = 24;

export const Grid = (props: GridProps) => <MarkupBlock text={gridMarkup(props).text} />;

function gridMarkup({ id, caption, periods, rows, asideLabel }: GridProps): Markup {
  const roomy = periods.length <= ROOMY_COLUMNS;
  const aside = asideLabel === undefined ? undefined : markup`<th scope="col" rowspan="2" class="aside">${asideLabel}`;
  const years = runsBy(periods, (before, period) => yearOf(before) === yearOf(period));
  const above = years.map((run) => markup`<th scope="colgroup" colspan="${run.length}" class="year">${yearOf(run[0])}`);
  const below = periods.map((period) => markup`<th aria-label="${period}">${tick(period)}`);
  const head = markup`<thead><tr><th scope="col" rowspan="2">Company${aside}${above}<tr>${below}</thead>`;
  const body = rows.map((row) => rowMarkup(row, periods, asideLabel !== undefined));
  const [first] = periods;
  const way =
    roomy || first === undefined
      ? undefined
      : markup`<p class="small no-print mt-3 mb-2">The newest ${kindOf(first)}s are at the right; scroll to the left for the earlier ones.</p>`;
  const table = markup`<div class="grid-region" role="group" aria-labelledby="${id}-caption" tabindex="0"><table class="${roomy ? "cells roomy" : "cells"}"><caption id="${id}-caption" class="sr-only">${caption}</caption>${head}<tbody>${body}</tbody></table></div>`;
  return markup`${way}${skippable(id, `the grid: ${caption}`, table)}`;
}

function rowMarkup(row: GridRow, periods: readonly Period[], withAside: boolean): Markup {
  const aside = withAside ? markup`<td class="aside">${row.aside}` : undefined;
  const cells = runsBy([...row.cells.entries()], ([, before], [, cell]) => standTogether(before, cell)).map((run) => {
    const [at, cell] = run[0];
    const [first, last] = [periods[at] as Period, periods[at + run.length - 1] as Period];
    if (run.length === 1) return cellMarkup(cell, shortPeriodName(first), 1);
    const href = row.stretchHref && !cell.gap ? row.stretchHref(first, last) : cell.href;
    const words = listed([...new Set(run.map(([, { together = "" }]) => together))]);
    return cellMarkup({ ...cell, words, href }, stretchName(first, last), run.length);
  });
  return markup`<tr><th scope="row"><a href="${address(row.href)}">${row.label}</a>${aside}${cells}`;
}

/** For screen readers, the title also names an empty link, after the name of its row. */
function cellMarkup({ look, text, words, href }: GridCell, when: string, span: number): Markup {
  const attributes = [attribute("class", look === "" ? undefined : look), attribute("colspan", span === 1 ? undefined : span)];
  const link = href === undefined ? undefined : markup`<a href="${address(href)}" title="${when}: ${words}">${text}</a>`;
  return markup`<td${attributes}>${link}`;
}

/** "Apr–May 2025", "Nov 2024–Feb 2025": a shared year is named once. */
function stretchName(first: Period, last: Period): string {
  const [from, to] = [shortPeriodName(first), shortPeriodName(last)];
  const year = ` ${yearOf(last)}`;
  return `${from.endsWith(year) ? from.slice(0, -year.length) : from}–${to}`;
}

const standTogether = (a: GridCell, b: GridCell): boolean => a.together !== undefined && b.together !== undefined && a.look === b.look;

/** "3" for March, "Q2" for a quarter; the year is above. */
function tick(period: Period): string {
  if (kindOf(period) === "year") return "";
  return kindOf(period) === "quarter" ? period.slice(5) : String(Number(period.slice(5)));
}
