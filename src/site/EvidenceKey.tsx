/**
 * The key to the marks and textures: reported, derived, by policy, and (where wanted) the reasons for which figures are missing. Its
 * textures are those that charts are drawn with.
 */
import { EVIDENCE_LABEL, type Evidence, EVIDENCE_LEVELS, MISSING_LABEL, type MissingReason } from "@/domain/cell";
import type { TableEvidence } from "@/cards/table";
import { EvidenceMark } from "./EvidenceMark";

export interface EvidenceKeyProps {
  /** Show the marks of tables, the textures of charts, or both (default). */
  readonly as?: "marks" | "textures" | "both" | undefined;
  /** Levels to explain; default: all that a value can have. */
  readonly levels?: readonly TableEvidence[] | undefined;
  /** Reasons to explain; default: none. */
  readonly reasons?: readonly MissingReason[] | undefined;
}

const KNOWN = EVIDENCE_LEVELS.filter((level): level is TableEvidence => level !== "missing");

const MEANING: Record<TableEvidence, string> = {
  reported: "a source states the figure",
  derived: "computed from reported figures",
  policy: "follows from the company’s stated policy",
};

const REASON_MEANING: Record<MissingReason, string> = {
  notDisclosed: "the company reported, but not this",
  notYetPublished: "still to come",
  notReporting: "before its first or after its last report",
  quarterOnly: "only the quarter’s total is known",
  nothingProduced: "no production, so no ratio",
  doesNotReconcile: "the books do not add up, so nothing is derived",
};

export function EvidenceKey({ as = "both", levels = KNOWN, reasons = [] }: EvidenceKeyProps) {
  return (
    <ul className="key" aria-label="Key">
      {levels.map((level) => (
        <li key={level}>
          {as !== "textures" && <EvidenceMark evidence={level} />}
          {as !== "marks" && <Swatch level={level} />}
          <span>
            <b className="font-semibold">{EVIDENCE_LABEL[level]}</b>: {MEANING[level]}
          </span>
        </li>
      ))}
      {reasons.map((reason) => (
        <li key={reason}>
          <span>
            <b className="font-semibold">{MISSING_LABEL[reason]}</b>: {REASON_MEANING[reason]}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ level }: { readonly level: Evidence }) {
  return <span className={`swatch ${level}`} aria-hidden="true" />;
}
