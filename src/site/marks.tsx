/** Evidence as a mark (full, half or empty circle) and a word: a mark or colour alone never carries the meaning. */
import { evidenceWord } from "@/domain/facts/cell";
import type { TableEvidence } from "@/cards/tables/table";

export interface EvidenceMarkProps {
  readonly evidence: TableEvidence;
  readonly secondHand?: boolean | undefined;
}

export function EvidenceMark({ evidence, secondHand = false }: EvidenceMarkProps) {
  const word = evidenceWord(evidence, secondHand);
  return (
    <i className={`ev ${evidence}`} title={word}>
      {word}
    </i>
  );
}

export interface ThinMarkProps {
  /** The coverage in words: "2 companies with 38% of the production to be expected". */
  readonly coverage: string;
}

/** Marks a pooled figure with too few companies or too little of known production, in words; the thresholds are defined elsewhere. */
export const ThinMark = ({ coverage }: ThinMarkProps) => <span className="thin">{`thin: ${coverage}`}</span>;
