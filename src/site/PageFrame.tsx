/** The frame of every page: skip link, masthead, content, footer. It fetches nothing. */
import type { RecordVersion } from "@/domain/facts/record";
import type { ReactNode } from "react";
import { dayName } from "@/domain/shared/dayName";
import { SearchForm } from "./SearchForm";
import { LicenceLink, LinkItems } from "./links";
import { type SectionKey, SECTIONS } from "./sections";

export interface PageFrameProps {
  /** null: a page outside the sections, such as "not found". */
  readonly current: SectionKey | null;
  /** Absent where no record was read (error pages). */
  readonly version?: RecordVersion | undefined;
  /** The selection's query, "?c=riot", which every link of the frame keeps. */
  readonly query?: string;
  /** Set where the page shows an earlier state of the record. */
  readonly moment?: Moment;
  /** Set where a selection is in force that the page has no form for: "Riot and MARA · quarters · since 2022". */
  readonly kept?: { readonly words: string; readonly leaveHref: string };
  readonly citation?: string | undefined;
  readonly children: ReactNode;
}

export const PageFrame = ({ current, version, query = "", moment, kept, citation, children }: PageFrameProps) => (
  <>
    <a className="skip" href="#main">
      Skip to the content
    </a>
    <SiteHeader current={current} query={query} />
    <main id="main" className="frame" tabIndex={-1}>
      {moment && <MomentBanner {...moment} />}
      {kept && (
        <p className="kept small no-print">
          Links keep your selection: {kept.words}. <a href={kept.leaveHref}>Leave it</a>
        </p>
      )}
      {children}
    </main>
    <SiteFooter version={version} query={query} citation={citation} />
  </>
);

interface Moment {
  /** What it shows: "version 1a2b3c4d5e6f of the record". */
  readonly words: string;
  /** The same page as known today. */
  readonly nowHref: string;
  /** The page of changes since then; absent on that page itself. */
  readonly sinceHref: string | undefined;
}

const MomentBanner = ({ words, nowHref, sinceHref }: Moment) => (
  <p className="moment" role="note">
    <strong>This page shows {words}.</strong> {sinceHref !== undefined && <a href={sinceHref}>What has changed since</a>}{" "}
    <a href={nowHref}>Show today’s record</a>
  </p>
);

/** The masthead: name, purpose and sections, with the current one marked; one scrolling row on a phone. */
const SiteHeader = ({ current, query }: { readonly current: SectionKey | null; readonly query: string }) => (
  <header className="frame">
    <div className="masthead">
      <div>
        <a className="wordmark" href={`/${query}`}>
          Sellthrough
        </a>
        <p className="purpose">How much of the bitcoin they mine do listed miners sell?</p>
      </div>
      <div className="head-tools">
        <SearchForm label="Search the site" query={query} />
        <ThemeSwitch />
      </div>
    </div>
    <nav className="sections" aria-label="Sections">
      <ul>
        <LinkItems places={SECTIONS.map(({ key, label, href }) => ({ label, href: href + query, current: key === current }))} />
      </ul>
    </nav>
  </header>
);

const ThemeSwitch = () => (
  <button type="button" className="theme js-only">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
    </svg>
    <b className="sr-only">Colours: </b>
    <span className="is-system">System</span>
    <span className="is-light">Light</span>
    <span className="is-dark">Dark</span>
  </button>
);

const LINKS = [
  ["Method", "/method"],
  ["Coverage", "/coverage"],
  ["Conflicts", "/conflicts"],
  ["Changes", "/changes"],
  ["Data", "/data"],
  ["API", "/api"],
  ["Feeds", "/feeds"],
] as const;

/** The record's version, the licence, and links to method, doubts and data. */
function SiteFooter({ version, query = "", citation }: Pick<PageFrameProps, "version" | "query" | "citation">) {
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
          The record may be used by anyone who names Sellthrough (<LicenceLink />
          ); the code is under the MIT licence. Figures are what companies, filings, news reports and summaries of them state; none of it is
          investment advice.
        </p>
      </div>
    </footer>
  );
}
