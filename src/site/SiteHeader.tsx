/** The masthead: name, purpose and sections, with the current one marked; one scrolling row on a phone. */
import { LinkItems } from "./links";
import { SearchForm } from "./SearchForm";
import { SECTIONS, type SectionKey } from "./sections";

export interface SiteHeaderProps {
  /** null: a page outside the sections, such as "not found". */
  readonly current: SectionKey | null;
  readonly query: string;
}

export const SiteHeader = ({ current, query }: SiteHeaderProps) => (
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

export const ThemeSwitch = () => (
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
