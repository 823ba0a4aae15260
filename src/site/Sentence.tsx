/**
 * A sentence whose figures are links to what explains them. The words come ready-made from the view; this only sets them.
 */
import { Fragment } from "react";
import type { TableEvidence } from "@/cards/table";
import { EvidenceMark } from "./EvidenceMark";

export type SentencePart =
  | string
  | {
      readonly text: string;
      readonly href?: string | undefined;
      readonly evidence?: TableEvidence | undefined;
    };

export interface SentenceProps {
  readonly parts: readonly SentencePart[];
}

export function Sentence({ parts }: SentenceProps) {
  return (
    <p className="figures">
      {parts.map((part, at) => {
        if (typeof part === "string") return part;
        return (
          <Fragment key={at}>
            {part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>}
            {part.evidence !== undefined && <EvidenceMark evidence={part.evidence} />}
          </Fragment>
        );
      })}
    </p>
  );
}
