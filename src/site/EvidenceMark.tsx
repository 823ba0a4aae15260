/**
 * How a figure is known, as a mark for the eye (full, half or empty circle) and as a word for everyone else. The word is always in
 * the text: a mark or a colour alone never carries the meaning.
 */
import { evidenceWord } from "@/domain/cell";
import type { TableEvidence } from "@/cards/table";

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
