/** Small navigations of plain links: breadcrumbs, tabs and neighbours, each a labelled landmark that marks the current one. */
export interface Place {
  readonly label: string;
  readonly href: string;
}

interface ListedPlace extends Place {
  readonly current?: boolean;
  /** With a script, the page changes in place (live/behave.ts): to this address, or "" to the link's own. */
  readonly inPlace?: string;
}

interface LinkItemsProps {
  readonly places: readonly ListedPlace[];
  /** aria-current of the current one: the page shown, or one of several choices. */
  readonly mark?: "page" | "true";
}

export const LinkItems = ({ places, mark = "page" }: LinkItemsProps) =>
  places.map(({ label, href, current = false, inPlace }) => (
    <li key={href}>
      <a href={href} data-place={inPlace} aria-current={current ? mark : undefined}>
        {label}
      </a>
    </li>
  ));

export const LicenceLink = () => (
  <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
    CC BY 4.0
  </a>
);

export interface CrumbsProps {
  readonly places: readonly Place[];
  readonly here: string;
}

export const Crumbs = ({ places, here }: CrumbsProps) => (
  <nav className="crumbs" aria-label="You are here">
    <ol>
      <LinkItems places={places} />
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
);

interface TabsProps {
  /** Label of the tabs: "Views of March 2025". */
  readonly label: string;
  readonly tabs: readonly (Place & { readonly current: boolean })[];
}

export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      <LinkItems places={tabs} />
    </ul>
  </nav>
);

interface NeighboursProps {
  /** Distinguishes it from another one on the page. */
  readonly label?: string | undefined;
  readonly previous?: Place | undefined;
  readonly next?: Place | undefined;
}

export const Neighbours = ({ label = "Neighbouring periods", previous, next }: NeighboursProps) => (
  <nav className="month-nav" aria-label={label}>
    {previous ? (
      <a href={previous.href} rel="prev">
        ← <span>{previous.label}</span>
      </a>
    ) : (
      <i />
    )}
    {next && (
      <a href={next.href} rel="next">
        <span>{next.label}</span> →
      </a>
    )}
  </nav>
);
