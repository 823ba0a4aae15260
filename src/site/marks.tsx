/**
 * Evidence as a mark (full, half or empty; a circle, or a diamond for what is second-hand) and a word: a mark or colour alone never carries
 * the meaning.
 */
import { evidenceWord } from "@/domain/facts/cell";
import type { TableEvidence } from "@/cards/tables/table";

/** The mark's classes, for components and for tables, which are written as text. */
export const evidenceClass = (evidence: TableEvidence, secondHand = false): string => `ev ${evidence}${secondHand ? " sh" : ""}`;

export function EvidenceMark({ evidence, secondHand }: { readonly evidence: TableEvidence; readonly secondHand?: boolean | undefined }) {
  const word = evidenceWord(evidence, secondHand);
  return (
    <i className={evidenceClass(evidence, secondHand)} title={word}>
      {word}
    </i>
  );
}

/** Marks a pooled figure as thin, with its coverage in words: "2 companies with 38% of the production to be expected". */
export const ThinMark = ({ coverage }: { readonly coverage: string }) => <span className="thin">{`thin: ${coverage}`}</span>;
