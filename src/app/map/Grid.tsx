/**
 * A grid of companies by periods: one small cell each, a link to where its figure is explained. Colour, texture and glyph come as class
 * names and characters, and every cell says in words what it shows, so that nothing rests on colour. The names stay in sight while
 * the periods scroll in a region of their own. Its markup is terse on purpose: it holds over a thousand cells.
 */
import type { ReactNode } from "react";
import { kindOf, type Period } from "@/domain/period";

export interface GridCell {
  /** Classes of the cell: its colour, texture or glyph. */
  readonly look: string;
  /** Written into the cell; "" where colour or glyph speak. */
  readonly text: string;
  /** In words: "Riot, March 2025: 103%, derived". */
  readonly words: string;
  /** undefined: nothing is known there, so there is nothing to open. */
  readonly href: string | undefined;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly aside: string;
  readonly cells: readonly GridCell[];
}

export interface GridProps {
  readonly id: string;
  readonly caption: string;
  readonly periods: readonly Period[];
  readonly rows: readonly GridRow[];
  /** Heading of the words beside the names; undefined: there are none. */
  readonly asideLabel?: string | undefined;
}

/** With more columns than this there is no room for figures: the colour alone is drawn. */
export const ROOMY_COLUMNS = 24;

export function Grid({ id, caption, periods, rows, asideLabel }: GridProps) {
  const roomy = periods.length <= ROOMY_COLUMNS;
  return (
    <div className="grid-region" role="group" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className={roomy ? "cells roomy" : "cells"}>
        <caption id={`${id}-caption`} className="sr-only">
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Company
            </th>
            {asideLabel !== undefined && (
              <th scope="col" rowSpan={2} className="aside">
                {asideLabel}
              </th>
            )}
            {years(periods).map(({ year, span }) => (
              <th key={year} scope="colgroup" colSpan={span} className="year">
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {periods.map((period) => (
              <th key={period} scope="col" aria-label={period}>
                {tick(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <a href={row.href}>{row.label}</a>
              </th>
              {asideLabel !== undefined && <td className="aside">{row.aside}</td>}
              {row.cells.map((cell, at) => (
                <td key={periods[at]} className={cell.look === "" ? undefined : cell.look}>
                  {content(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The title is also what an empty link is called when it is read aloud. */
function content({ href, words, text }: GridCell): ReactNode {
  if (href === undefined) return undefined;
  return (
    <a href={href} title={words}>
      {text === "" ? undefined : text}
    </a>
  );
}

function years(periods: readonly Period[]): { year: string; span: number }[] {
  const list: { year: string; span: number }[] = [];
  for (const period of periods) {
    const year = period.slice(0, 4);
    const last = list.at(-1);
    if (last?.year === year) last.span++;
    else list.push({ year, span: 1 });
  }
  return list;
}

/** "3" for March, "Q2" for a quarter; the year stands above. */
function tick(period: Period): string {
  if (kindOf(period) === "year") return "";
  return kindOf(period) === "quarter" ? period.slice(5) : String(Number(period.slice(5)));
}
