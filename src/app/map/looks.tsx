/**
 * How a figure looks as a small cell: its colour on the scale around 100%, its evidence as a texture, the reason why it is missing as a
 * glyph. The key under the grid explains all that occurs in it, in words.
 */
import { EVIDENCE_LABEL, evidenceWord, MISSING_LABEL, type MissingReason } from "@/domain/cell";
import { DIVERGING, divergingInk } from "@/charts/models/figures";
import type { HeatMap } from "@/cards/map";
import type { TableCell } from "@/cards/table";
import type { GridCell } from "./Grid";

/** Classes of the glyphs, which the style sheet draws: a character in each of a thousand cells would be most of the page. */
const GAP: Record<MissingReason, string> = {
  notDisclosed: "g g-none",
  notYetPublished: "g g-yet",
  notReporting: "",
  quarterOnly: "g g-quarter",
  nothingProduced: "g g-zero",
  doesNotReconcile: "g g-cross",
};

/** A cell of the heat map; with room the figure is written into it. */
export function heatCell(cell: TableCell, roomy: boolean): GridCell {
  if (cell.kind !== "value") return gapCell(cell);
  const texture = cell.evidence === "reported" ? "" : ` e-${cell.evidence}`;
  return {
    look: `h ${divergingInk(Number(cell.plain))}${texture}`,
    text: roomy ? cell.text.replace("%", "") : "",
    words: `${cell.text}, ${evidenceWord(cell.evidence, cell.secondHand)}`,
    href: cell.href,
    gap: false,
  };
}

/** A cell of the coverage grid: how the figure is known, as a letter. */
export function evidenceCell(cell: TableCell, unit: string): GridCell {
  if (cell.kind !== "value") return gapCell(cell);
  return {
    look: `h v-${cell.evidence}`,
    text: "",
    words: `${cell.text} ${unit}, ${evidenceWord(cell.evidence, cell.secondHand)}`,
    href: cell.href,
    gap: false,
  };
}

/** Before a company's first and after its last figure there is nothing to open, and the cell stays blank. */
function gapCell(cell: TableCell): GridCell {
  const reason = cell.kind === "missing" ? cell.reason : "notDisclosed";
  if (reason === "notReporting") return { look: "", text: "", words: "", href: undefined, gap: true };
  return { look: GAP[reason], text: "", words: MISSING_LABEL[reason], href: cell.href, gap: true };
}

export function MapKey({ map }: { readonly map: HeatMap }) {
  const cells = map.rows.flatMap((row) => row.cells);
  const levels = (["derived", "policy"] as const).filter((level) => cells.some((cell) => cell.kind === "value" && cell.evidence === level));
  return (
    <>
      <ul className="grid-key" aria-label="Colours: sell-through">
        {DIVERGING.map(({ ink, text }) => (
          <li key={ink}>
            <i className={`h ${ink}`} aria-hidden="true" />
            {text.includes("%") ? text : `${text}%`}
          </li>
        ))}
      </ul>
      <ul className="grid-key" aria-label="Textures and glyphs: how a share is known, or why it is not">
        <li>
          <i className="h d2" aria-hidden="true" />
          plain: reported
        </li>
        {levels.map((level) => (
          <li key={level}>
            <i className={`h d2 e-${level}`} aria-hidden="true" />
            {level === "derived" ? "lines: derived from reported figures" : "dots: by stated policy"}
          </li>
        ))}
        <GapKey cells={cells} />
      </ul>
    </>
  );
}

/** The letters of the coverage grid. */
export function LevelKey() {
  return (["reported", "derived", "policy"] as const).map((level) => (
    <li key={level}>
      <i className={`h v-${level}`} aria-hidden="true" />
      {EVIDENCE_LABEL[level]}
    </li>
  ));
}

/** The reasons that occur among the cells, each with its glyph. */
export function GapKey({ cells }: { readonly cells: readonly TableCell[] }) {
  const reasons = (Object.keys(GAP) as MissingReason[]).filter((reason) =>
    cells.some((cell) => cell.kind === "missing" && cell.reason === reason),
  );
  return reasons.map((reason) => (
    <li key={reason}>
      <i className={reason === "notReporting" ? "blank" : GAP[reason]} aria-hidden="true" />
      {reason === "notReporting" ? `blank: ${MISSING_LABEL[reason]}` : MISSING_LABEL[reason]}
    </li>
  ));
}
