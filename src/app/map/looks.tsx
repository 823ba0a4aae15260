/** The look of a figure as a cell of a grid (grid.css), in the colours and reasons of the picture (cards/charts/mapChart.ts). */
import { EVIDENCE_LABEL, evidenceWord, KNOWN_LEVELS, MISSING_LABEL } from "@/domain/facts/cell";
import { figureOf } from "@/cards/charts/cellFigure";
import type { CompanyGrid, GridRow as Row } from "@/cards/tables/grid";
import { companyAddress } from "@/cards/selection/address";
import type { Selection } from "@/cards/selection/selection";
import { shortName } from "@/domain/facts/company";
import type { TableCell, TableEvidence } from "@/cards/tables/table";
import { SELL_THROUGH_FIELD } from "@/cards/words/cells";
import type { KeyEntry } from "@/charts/model";
import { cellLook, type CellLook, gapKeys, SCALE_KEYS, textureKeys } from "@/cards/charts/mapChart";
import type { GridCell, GridRow } from "./Grid";

const TEXTURE_CLASS = { lines: " tl", points: " tp", hatch: " th", cross: " tx", dash: " ta", tint: " tt" } as const;

/** CSS classes of a look, few and short: a thousand cells are most of the page, and most gaps are dots. */
const classesOf = ({ ink, texture }: CellLook): string =>
  (ink === "missing" ? "g" : ink) + (texture === "solid" || texture === "dots" ? "" : TEXTURE_CLASS[texture]);

const shareOf = (cell: TableCell) => figureOf(cell, SELL_THROUGH_FIELD);

/** A cell of the heat map; with its figure where there is room. */
export function heatCell(cell: TableCell, roomy: boolean): GridCell {
  if (cell.kind !== "value") return gapCell(cell);
  const look = cellLook(shareOf(cell));
  return {
    look: look ? classesOf(look) : "",
    text: roomy ? cell.text.replace("%", "") : "",
    words: `${cell.text}, ${evidenceWord(cell.evidence, cell.secondHand)}`,
    href: cell.href,
    together: undefined,
    gap: false,
  };
}

export const gridRows = (
  { rows }: CompanyGrid<Row & { readonly aside?: string }>,
  selection: Selection,
  draw: (cell: TableCell) => GridCell,
): (GridRow & Pick<Row, "company">)[] =>
  rows.map(({ company, aside = "", cells }) => ({
    ...{ key: company.id, company, label: shortName(company), href: companyAddress(company.id, selection), aside },
    cells: cells.map(draw),
  }));

const LEVEL_CLASS: Readonly<Record<TableEvidence, string>> = { reported: "vr", derived: "vd", policy: "vp" };

/** A cell of the coverage grid: its evidence as a letter. */
export function evidenceCell(cell: TableCell, unit: string): GridCell {
  if (cell.kind !== "value") return gapCell(cell);
  const together = evidenceWord(cell.evidence, cell.secondHand);
  return {
    look: LEVEL_CLASS[cell.evidence],
    text: "",
    words: `${cell.text} ${unit}, ${together}`,
    href: cell.href,
    together,
    gap: false,
  };
}

/** Before a company's first and after its last figure there is nothing to open, so the cell is blank. */
function gapCell(cell: TableCell): GridCell {
  const look = cellLook(shareOf(cell));
  if (look === undefined) return { look: "", text: "", words: "", href: undefined, together: "", gap: true };
  const reason = cell.kind === "missing" ? cell.reason : "notDisclosed";
  return { look: classesOf(look), text: "", words: MISSING_LABEL[reason], href: cell.href, together: MISSING_LABEL[reason], gap: true };
}

export function MapKey({ map }: { readonly map: CompanyGrid }) {
  const cells = map.rows.flatMap((row) => row.cells);
  return (
    <>
      <ul className="grid-key" aria-label="Colours: sell-through">
        <Keys of={SCALE_KEYS} />
      </ul>
      <ul className="grid-key" aria-label="Textures and glyphs: how a share is known, or why it is not">
        <Keys of={textureKeys(cells.map(shareOf))} />
        <BlankKey cells={cells} />
      </ul>
    </>
  );
}

/** The letters of the coverage grid, and the reasons that occur among its cells. */
export const LevelKey = ({ cells }: { readonly cells: readonly TableCell[] }) => (
  <ul className="grid-key" aria-label="Key">
    {KNOWN_LEVELS.map((level) => (
      <li key={level}>
        <i className={LEVEL_CLASS[level]} aria-hidden="true" />
        {EVIDENCE_LABEL[level]}
      </li>
    ))}
    <Keys of={gapKeys(cells.map(shareOf))} />
    <BlankKey cells={cells} />
  </ul>
);

const Keys = ({ of }: { readonly of: readonly KeyEntry[] }) =>
  of.map((key) => (
    <li key={key.text}>
      <i className={classesOf(key)} aria-hidden="true" />
      {key.text}
    </li>
  ));

const BlankKey = ({ cells }: { readonly cells: readonly TableCell[] }) =>
  cells.some((cell) => cell.kind === "missing" && cell.reason === "notReporting") && (
    <li>
      <i className="blank" aria-hidden="true" />
      blank: {MISSING_LABEL.notReporting}
    </li>
  );
