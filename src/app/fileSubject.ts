/** What the name of every file made from a selection says of it; the variant tells other figures from the usual ones. */
import type { Asked } from "@/cards/asked";
import { filterOf } from "@/cards/selection/selection";
import type { EvidenceMode } from "@/domain/figures/figures";
import type { FileSubject } from "@/files/fileName";

const OF_EVIDENCE: Readonly<Record<EvidenceMode, readonly string[]>> = { best: [], firsthand: ["first-hand"], reported: ["reported-only"] };

export function fileSubject({ figures, selection }: Asked, subject: string): Omit<FileSubject, "ending"> & { readonly variant: string } {
  const { basis, evidence, asOf } = selection;
  const filter = filterOf(selection);
  const variants = [...(basis === "net" ? ["net"] : []), ...OF_EVIDENCE[evidence], ...(asOf === null ? [] : [`as-of-${asOf}`])];
  return {
    subject,
    range: { from: selection.from, to: selection.to },
    companies: filter.kind === "picked" ? filter.companies : filter.kind,
    variant: variants.join("-"),
    versionId: figures.record.version.id,
  };
}
