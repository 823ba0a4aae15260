/** A figure card: title, one true sentence, chart or table, legend, sources, and downloads. All of it renders one Table. */
import type { ReactNode } from "react";
import { chartOf } from "@/cards/registry";
import type { ChartModel } from "@/charts/model";
import { waitingDrawing } from "@/charts/svg/page";
import type { DrawingOptions } from "@/cards/selection/drawing";
import { DataTable } from "@/site/DataTable";
import { EvidenceKey } from "@/site/EvidenceKey";
import { FigureCard, type FigureCardProps } from "@/site/FigureCard";
import { MarkupBlock } from "@/site/MarkupBlock";
import { Sentence } from "@/site/Sentence";
import type { Sentence as Words } from "@/cards/tables/sentence";
import type { Table } from "@/cards/tables/table";
import { modelAddress, tableAddress, tablePageAddress } from "@/cards/selection/address";
import { isBlank } from "@/charts/layout";
import { firstCompanies, firstRows, hasFigure, sorted, withoutSources } from "@/cards/tables/viewed";
import { tablePublishers } from "@/files/tables/tableSources";
import { dayName } from "@/domain/shared/dayName";
import { grouped } from "@/domain/shared/numberText";
import { lightTable } from "./lightTable";
import type { View } from "./request";
import { fullAddress } from "./site";
import { takeaway, type TakeawayOptions } from "./Takeaway";

interface FrameProps extends TakeawayOptions, Partial<Omit<FigureCardProps, "id" | "source" | "downloads" | "cite">> {
  readonly view: View;
  /** The table for download; also the card's title and sentence unless others are given. */
  readonly table: Table;
  /** The part of it that the card shows. */
  readonly part?: Table;
  readonly sources?: string;
}

/** A card whose page provides the content (a grid, small multiples, a sorted table) for the table to download. */
export const CardFrame = ({ view, table, part = table, sources = "Each figure links to its sources.", form, ...own }: FrameProps) => (
  <FigureCard
    id={table.id}
    title={table.title}
    sentence={table.sentence === undefined ? null : <p>{table.sentence}</p>}
    source={<SourceLine view={view} table={table} publishers={tablePublishers(part)} where={sources} />}
    {...own}
    {...takeaway(view, table, { form })}
  />
);

/** With more publishers than this, not all are named in print. */
const NAMED_PUBLISHERS = 5;

interface SourceLineProps extends Pick<FrameProps, "view" | "table"> {
  readonly publishers: readonly string[];
  readonly where: string;
}

/** Sources of the figures: on screen where to find them; in print the main publishers, and the file that names all. */
function SourceLine({ view: { figures, selection }, table, publishers, where }: SourceLineProps) {
  const { version } = figures.record;
  const more = publishers.length - NAMED_PUBLISHERS;
  const named = publishers.slice(0, NAMED_PUBLISHERS).join(", ") + (more > 0 ? ` and ${more} more` : "");
  const file = fullAddress(tableAddress(table.id, "csv", { ...selection, version: version.id }));
  return (
    <>
      {publishers.length > 0 && (
        <>
          <span className="no-print">{`${where} `}</span>
          <span className="print-only">{`Sources: ${named}. Each figure with its source: ${file}. `}</span>
        </>
      )}
      {`Record of ${dayName(version.changedOn)}, version ${version.id}.`}
    </>
  );
}

interface CardProps {
  readonly view: View;
  readonly table: Table;
  /** Its figures link to their explanation; by default the table's own sentence; null: the page has it already. */
  readonly sentence?: Words | null | undefined;
  readonly drawing?: DrawingOptions;
  /** Links to variants of the chart; a card that shows its table has none. */
  readonly choices?: ReactNode;
  /** Long tables leave the sources to the page behind each figure. */
  readonly sourcesBehind?: boolean;
  /** The card counts the record, so it needs no marks of evidence and no legend. */
  readonly counts?: boolean;
  readonly most?: number;
  /** In place of the whole card where its table has no rows. */
  readonly empty?: ReactNode;
  /** Replaces the table's chart. */
  readonly children?: ReactNode;
}

/** Approximate maximum bytes of all tables that stand in the place of a page's charts. */
const IN_PLACE_BYTES = 22_000;

export function Card(props: CardProps) {
  const { view, table, sentence, drawing, choices, sourcesBehind = false, counts = false, most, empty, children } = props;
  if (empty !== undefined && table.rows.length === 0) return empty;
  const chart = chartOf(table, drawing);
  const own = table.linked ?? (table.sentence === undefined ? undefined : [{ text: table.sentence }]);
  const words = sentence === undefined ? own : sentence;
  const shown = children ?? (chart && drawn(table, chart, modelAddress(table.id, view.selection, drawing)));
  const price = drawing?.price;
  const { viewed } = view;
  const { sorting } = viewed;
  // A hidden table is not sent: it would be most of the page.
  const asTable = shown === undefined || viewed.tables.includes(table.id) || sorting?.table === table.id;
  const marks = { marks: !counts, namedSources: shown === undefined };
  const limits = { bytes: IN_PLACE_BYTES / Math.max(1, viewed.tables.length), most, sourcesBehind };
  const light = asTable && shown !== undefined ? lightTable(table, sorting, marks, limits) : undefined;
  const inDrawing = children === undefined ? firstCompanies(table) : firstRows(table, most ?? Infinity);
  const part = light?.part ?? (asTable ? firstRows(sorted(table, sorting), most) : inDrawing);
  const written = light?.shown ?? (sourcesBehind ? withoutSources(part) : part);
  const beside = light?.behind === true ? "Each row leads to a page that names its sources." : "The sources are named beside the figures.";
  const chartAlone = asTable || children !== undefined ? undefined : "The table’s own page names the source of each figure.";
  const sources = asTable && !sourcesBehind ? beside : chartAlone;
  const order = light?.sorting ?? sorting;
  const options = { ...marks, sorting: order, sortHref: (column: string) => viewed.sortHref(table, column, order) };
  return (
    <CardFrame
      view={view}
      table={table}
      part={part}
      sentence={words ? <Sentence parts={words} /> : null}
      choices={!asTable && choices}
      note={table.caveat}
      {...(shown !== undefined && {
        views: {
          chart: viewed.viewHref(table.id, "chart"),
          table: viewed.viewHref(table.id, "table"),
          tablePage: tablePageAddress(table.id, view.selection),
          shown: asTable ? "table" : "chart",
        },
      })}
      legend={asTable && !counts && <EvidenceKey as="marks" />}
      {...(sources !== undefined && { sources })}
      form={price === undefined ? {} : { price }}
    >
      {asTable ? <DataTable table={written} {...options} /> : shown}
      <FirstOf shown={part.rows.length} all={table.rows.length} what="rows" href={tablePageAddress(table.id, view.selection)} />
    </CardFrame>
  );
}

/** The chart; a sentence in its place where it would be an empty frame. */
const drawn = (table: Table, model: ChartModel, address: string): ReactNode =>
  hasFigure(table) && !isBlank(model) ? (
    <ChartFigure model={model} address={address} />
  ) : (
    <p>None of these figures is known in the range shown.</p>
  );

interface FirstOfProps {
  readonly shown: number;
  readonly all: number;
  /** "rows", "companies" */
  readonly what: string;
  readonly href: string;
}

/** Says that only the first rows are shown, where that is so. */
export function FirstOf({ shown, all, what, href }: FirstOfProps) {
  if (shown >= all) return null;
  return (
    <p className="small">
      These are the first {shown} {what}.{" "}
      <a href={href}>
        All {grouped(all)} {what}
      </a>
    </p>
  );
}

/** A chart on a page, drawn on the server; on first use the live one of the model at `address` is laid over it (charts/live/chartIsland.ts). */
export const ChartFigure = ({ model, address }: { readonly model: ChartModel; readonly address: string }) => (
  <MarkupBlock text={waitingDrawing(model)} island={{ "data-island": "chart", "data-model": address }} />
);
