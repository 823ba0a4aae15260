/** The masthead: name, purpose and sections, the current one marked; one scrolling row on a phone. */
import { LinkItems } from "./links";
import { SearchForm } from "./SearchForm";
import { SECTIONS, type SectionKey } from "./sections";
import { ThemeSwitch } from "./ThemeSwitch";

export interface SiteHeaderProps {
  /** null: a page outside the sections, such as "not found". */
  readonly current: SectionKey | null;
  readonly query: string;
}

export function SiteHeader({ current, query }: SiteHeaderProps) {
  return (
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
}
