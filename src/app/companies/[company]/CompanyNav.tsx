/**
 * The way to the companies before and after this one, by name; the selection goes along.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { companyAddress } from "@/view/address";
import { neighbours } from "@/view/companyPortrait";
import type { Selection } from "@/view/selection";

export interface CompanyNavProps {
  readonly figures: Figures;
  readonly selection: Selection;
  readonly company: Company;
}

export function CompanyNav({ figures, selection, company }: CompanyNavProps) {
  const { previous, next } = neighbours(figures, company);
  return (
    <nav className="month-nav" aria-label="Neighbouring companies">
      {previous ? (
        <a href={companyAddress(previous.id, selection)} rel="prev">
          ← <span>{shortName(previous)}</span>
        </a>
      ) : (
        <i />
      )}
      {next && (
        <a href={companyAddress(next.id, selection)} rel="next">
          <span>{shortName(next)}</span> →
        </a>
      )}
    </nav>
  );
}
