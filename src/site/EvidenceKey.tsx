/** The legend of marks and textures: reported, derived, by policy, and what is second-hand in any of these. */
import { EVIDENCE_LABEL, KNOWN_LEVELS, type KnownLevel } from "@/domain/facts/cell";
import { EvidenceMark } from "./marks";

const MEANING: Record<KnownLevel, string> = {
  reported: "a source states the figure",
  derived: "computed from reported figures",
  policy: "follows from the company’s stated policy",
};

/** `as`: only the marks of tables, or also the textures of charts. */
export const EvidenceKey = ({ as = "both" }: { readonly as?: "marks" | "both" }) => (
  <ul className="key" aria-label="Key">
    {KNOWN_LEVELS.map((level) => (
      <li key={level}>
        <EvidenceMark evidence={level} />
        {as === "both" && <span className={`swatch ${level}`} aria-hidden="true" />}
        <span>
          <b className="font-semibold">{EVIDENCE_LABEL[level]}</b>
          {`: ${MEANING[level]}`}
        </span>
      </li>
    ))}
    <li>
      <EvidenceMark evidence="reported" secondHand />
      <span>
        <b className="font-semibold">second-hand</b>: known only from a summary that somebody made of others’ documents
      </span>
    </li>
  </ul>
);
