/** The company's identity: names and listings over time, country, SEC number, notes. */
import { type Company, secNumbersOf } from "@/domain/facts/company";
import { dayName } from "@/domain/shared/dayName";
import type { Day } from "@/domain/values/period";
import { formerNameLines, listingLines, secAddress } from "@/cards/companies/companyPortrait";

/** As of an earlier day without the notes, which bear none. */
export function Identity({ company, asOf }: { readonly company: Company; readonly asOf: Day | null }) {
  const sec = secAddress(company);
  const former = formerNameLines(company);
  const listings = listingLines(company);
  const entries = [
    { term: "Listings", content: listings.length === 0 ? "Not listed" : <Lines lines={listings} /> },
    ...(former.length === 0 ? [] : [{ term: "Former names", content: <Lines lines={former} /> }]),
    { term: "Country", content: company.country },
    ...(sec === undefined ? [] : [{ term: "At the SEC", content: <a href={sec}>CIK {secNumbersOf(company).join(", formerly ")}</a> }]),
    ...(company.fiscalYearEnd === undefined || company.fiscalYearEnd === null
      ? []
      : [{ term: "Fiscal year ends", content: dayName(`2001-${company.fiscalYearEnd}`).replace(" 2001", "") }]),
    ...(company.notes === "" || asOf !== null ? [] : [{ term: "Notes", content: company.notes }]),
  ];
  return (
    <dl className="mb-5 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-4">
      {entries.map(({ term, content }) => (
        <div key={term} className={term === "Notes" ? "sm:col-span-2" : undefined}>
          <dt className="text-ink-muted">{term}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
