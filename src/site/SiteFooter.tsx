/** The footer of every page: the record's version, the licence, and links to method, doubts and data. */
import type { RecordVersion } from "@/domain/facts/record";
import { dayName } from "@/domain/shared/dayName";
import { LinkItems } from "./links";

export interface SiteFooterProps {
  /** Absent where no record was read (error pages). */
  readonly version?: RecordVersion | undefined;
  readonly query?: string;
  /** Citation of the page, for print. */
  readonly citation?: string | undefined;
}

const LINKS = [
  ["Method", "/method"],
  ["Coverage", "/coverage"],
  ["Conflicts", "/conflicts"],
  ["Changes", "/changes"],
  ["Data", "/data"],
  ["API", "/api"],
  ["Feeds", "/feeds"],
] as const;

export function SiteFooter({ version, query = "", citation }: SiteFooterProps) {
  return (
    <footer className="frame">
      <div className="foot">
        <nav aria-label="About the record">
          <ul>
            <LinkItems places={LINKS.map(([label, href]) => ({ label, href: href + query }))} />
          </ul>
        </nav>
        {version && (
          <p>
            The record changed on <time dateTime={version.changedOn}>{dayName(version.changedOn)}</time> and holds figures published up to{" "}
            <time dateTime={version.date}>{dayName(version.date)}</time>; its version is <code>{version.id}</code>.
          </p>
        )}
        {citation !== undefined && <p className="print-only">To cite this page: {citation}</p>}
        <p>
          The record may be used by anyone who names Sellthrough (
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
            CC BY 4.0
          </a>
          ); the code is under the MIT licence. Figures are what companies, filings, news reports and summaries of them state; none of it is
          investment advice.
        </p>
      </div>
    </footer>
  );
}
