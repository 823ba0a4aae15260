/**
 * A figure as a newspaper prints it: title, one true sentence, the chart and the table behind it with its key, where the figures come
 * from, and the ways to take it away. The switch between chart and table is two radio buttons and CSS, so it works without a script.
 */
import type { ReactNode } from "react";
import type { Place } from "./links";
import { PageSection } from "./PageSection";

export interface FigureCardProps {
  /** Anchor and base of the names inside: "pooled". */
  readonly id: string;
  readonly title: string;
  /** One true sentence; usually a <Sentence>. */
  readonly sentence?: ReactNode;
  /** The chart. */
  readonly children: ReactNode;
  /** The same data as a <DataTable>; without it there is no switch. */
  readonly table?: ReactNode;
  /** Which side is shown first. */
  readonly view?: "chart" | "table" | undefined;
  /** The key to the table's marks; usually an <EvidenceKey>. A chart brings its own. */
  readonly legend?: ReactNode;
  /** Where the figures come from, with dates. */
  readonly source?: ReactNode;
  readonly downloads?: readonly Place[] | undefined;
  /** Address of the table for pasting; a button copies what it holds. */
  readonly copyHref?: string;
  /** A <CiteBox>, or a link to the page's citation. */
  readonly cite?: ReactNode;
}

export function FigureCard({
  id,
  title,
  sentence,
  children,
  table,
  view = "chart",
  legend,
  source,
  downloads = [],
  copyHref,
  cite,
}: FigureCardProps) {
  return (
    <PageSection id={id} title={title} sentence={sentence} aside={table !== undefined && <Switch id={id} title={title} view={view} />}>
      <div className="fig-chart">{children}</div>
      {table === undefined ? (
        legend
      ) : (
        <div className="fig-table">
          {table}
          {legend}
        </div>
      )}
      <div className="fig-foot">
        <p>{source}</p>
        {(downloads.length > 0 || cite !== undefined) && (
          <div className="takeaway">
            {copyHref !== undefined && (
              <button type="button" className="copy js-only" data-copy-table={copyHref} aria-label={`Copy table: ${title}`}>
                Copy table
              </button>
            )}
            {downloads.map((file) => (
              <a key={file.href} href={file.href} aria-label={`${file.label}: ${title}`}>
                {file.label}
              </a>
            ))}
            {cite}
          </div>
        )}
      </div>
    </PageSection>
  );
}

function Switch({ id, title, view }: { readonly id: string; readonly title: string; readonly view: "chart" | "table" }) {
  return (
    <fieldset className="switch">
      <legend className="sr-only">Show “{title}” as</legend>
      <label>
        <input type="radio" name={`${id}-view`} value="chart" defaultChecked={view === "chart"} />
        Chart
      </label>
      <label>
        <input type="radio" name={`${id}-view`} value="table" defaultChecked={view === "table"} />
        Table
      </label>
    </fieldset>
  );
}
