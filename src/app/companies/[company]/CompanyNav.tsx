/**
 * The ways from a company: to its other pages, and to the companies before and after it by name. The selection goes along.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { Tabs } from "@/site/links";
import { companyAddress } from "@/cards/selection/address";
import { neighbours } from "@/cards/companies/companyPortrait";
import { queryOf, type Selection } from "@/cards/selection/selection";

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

/** The pages of one company. */
export function CompanyTabs({ selection, company, current }: Omit<CompanyNavProps, "figures"> & { readonly current: CompanyPlace }) {
  const query = queryOf({ ...selection, companies: [] });
  const tabs = PLACES.map(({ place, label }) => ({
    label,
    href: `/companies/${company.id}${place === "" ? "" : `/${place}`}${query}`,
    current: place === current,
  }));
  return <Tabs label={`Pages of ${shortName(company)}`} tabs={tabs} />;
}

export type CompanyPlace = (typeof PLACES)[number]["place"];

const PLACES = [
  { place: "", label: "What it mines, sells and holds" },
  { place: "dollars", label: "Hashrate and dollars" },
  { place: "ledger", label: "The books" },
  { place: "facts", label: "Every figure" },
] as const;
