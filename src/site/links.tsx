/**
 * The small navigations, all of them plain links: crumbs (where am I), tabs (other sides of the same thing) and the way to the
 * neighbouring months or companies. Each is a labelled landmark and marks the current place.
 */
export interface Place {
  readonly label: string;
  readonly href: string;
}

export interface CrumbsProps {
  readonly places: readonly Place[];
  readonly here: string;
}

export function Crumbs({ places, here }: CrumbsProps) {
  return (
    <nav className="crumbs" aria-label="You are here">
      <ol>
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href}>{place.label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

export interface TabsProps {
  /** What the tabs switch: "Views of March 2025". */
  readonly label: string;
  readonly tabs: readonly (Place & { readonly current: boolean })[];
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface NeighboursProps {
  /** Tells it from another one on the page. */
  readonly label?: string | undefined;
  readonly previous?: Place | undefined;
  readonly next?: Place | undefined;
}

export function Neighbours({ label = "Neighbouring periods", previous, next }: NeighboursProps) {
  return (
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
}
