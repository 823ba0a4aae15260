/**
 * A figure as a newspaper prints it: title, sentence, chart or table, legend, sources, downloads. The switch is two links: to the table's
 * page, or with a script to the table in place.
 */
import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton";
import { LinkItems, type Place } from "./links";
import { PageSection } from "./PageSection";

export interface FigureViews {
  /** Addresses of the page with the card's chart, and with its table. */
  readonly chart: string;
  readonly table: string;
  readonly tablePage: string;
  readonly shown: "chart" | "table";
}

export interface FigureCardProps {
  /** Anchor and prefix of the ids inside: "pooled". */
  readonly id: string;
  readonly title: string;
  /** One true sentence; usually a <Sentence>. */
  readonly sentence?: ReactNode;
  /** Links to variants of the chart; directly below it. */
  readonly choices?: ReactNode;
  /** A note needed to read it correctly; below the chart. */
  readonly note?: string | undefined;
  /** The chart, or the same data as a <DataTable>. */
  readonly children?: ReactNode;
  /** Addresses of chart and table, and which is shown; without them there is no switch. */
  readonly views?: FigureViews;
  /** The legend of the table's marks; usually an <EvidenceKey>. A chart has its own. */
  readonly legend?: ReactNode;
  readonly source?: ReactNode;
  readonly downloads?: readonly Place[] | undefined;
  /** A <CiteBox>, or a link to the page's citation. */
  readonly cite?: ReactNode;
}

export const FigureCard = ({
  id,
  title,
  sentence,
  choices,
  note,
  children,
  views,
  legend,
  source,
  downloads = [],
  cite,
}: FigureCardProps) => (
  <PageSection id={id} title={title} sentence={sentence} aside={views && <Switch title={title} views={views} />}>
    <div className="fig-chart">{children}</div>
    {choices}
    {note !== undefined && <p className="fig-note">{note}</p>}
    {legend}
    <div className="fig-foot">
      <p>{source}</p>
      {(downloads.length > 0 || cite !== undefined) && (
        <div className="takeaway">
          <CopyButton text={`#${id}`} label="Copy link" what={`to “${title}”`} />
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

function Switch({ title, views: { chart, table, tablePage, shown } }: { readonly title: string; readonly views: FigureViews }) {
  const sides = [
    { label: "Chart", href: chart, inPlace: "", current: shown === "chart" },
    { label: "Table", href: tablePage, inPlace: table, current: shown === "table" },
  ];
  return (
    <ul className="switch" aria-label={`Show “${title}” as`}>
      <LinkItems places={sides} mark="true" />
    </ul>
  );
}
