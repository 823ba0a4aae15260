/**
 * The ways from a company: to its other pages, and to the companies before and after it by name. The selection goes along.
 */
import { addDays, type Day } from "@/domain/period";
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
export interface CompanyTabsProps extends Omit<CompanyNavProps, "figures"> {
  readonly current: CompanyPlace;
  readonly today: Day;
}

export function CompanyTabs({ selection, company, current, today }: CompanyTabsProps) {
  const query = queryOf(selection);
  const tabs = PLACES.map(({ place, label }) => ({
    label,
    href: `/companies/${company.id}${place === "" ? "" : `/${place}`}${query}`,
    current: place === current,
  }));
  const since = selection.asOf === null && selection.version === null ? { ...selection, asOf: addDays(today, -365) } : selection;
  const changes = { label: "What changed", href: `/changes/since${queryOf({ ...since, companies: [company.id] })}`, current: false };
  return <Tabs label={`Pages of ${shortName(company)}`} tabs={[...tabs, changes]} />;
}

export type CompanyPlace = (typeof PLACES)[number]["place"];

const PLACES = [
  { place: "", label: "What it mines, sells and holds" },
  { place: "dollars", label: "Hashrate and dollars" },
  { place: "ledger", label: "The books" },
  { place: "facts", label: "Every figure" },
] as const;
