/** A figure card: title, one true sentence, chart or table, key, sources, and ways to take it away. All of it draws one Table. */
import type { ReactNode } from "react";
import { chartOf } from "@/cards/registry";
import type { ChartModel } from "@/charts/model";
import { waitingDrawing } from "@/charts/svg/page";
import type { DrawingOptions } from "@/cards/charts/cellFigure";
import { DataTable } from "@/site/DataTable";
import { EvidenceKey } from "@/site/EvidenceKey";
import { FigureCard, type FigureCardProps } from "@/site/FigureCard";
import { MarkupBlock } from "@/site/MarkupBlock";
import { Sentence } from "@/site/Sentence";
import type { Sentence as Words } from "@/cards/words/sentence";
import type { Table } from "@/cards/table";
import { modelAddress, tableAddress, tablePageAddress } from "@/cards/selection/address";
import { firstCompanies, firstRows, sorted } from "@/cards/viewed";
import { withoutSources } from "@/cards/viewed";
import { tablePublishers } from "@/files/tableSources";
import { dayName } from "@/domain/dayName";
import { grouped } from "@/domain/numberText";
import type { View } from "./request";
import { fullAddress } from "./site";
import { takeaway, type TakeawayOptions } from "./Takeaway";

interface FrameProps extends TakeawayOptions, Partial<Omit<FigureCardProps, "id" | "source" | "downloads" | "cite">> {
  readonly view: View;
  /** What is taken away at the foot of the card; its title and sentence are the card's where no others are given. */
  readonly table: Table;
  /** What stands on the card, where that is a part of it. */
  readonly part?: Table;
  readonly sources?: string;
}

/** A card whose content its page sets (a grid, small multiples, a sorted table) around the table that is taken away. */
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

/** More publishers than this are not all named on paper. */
const NAMED_PUBLISHERS = 5;

interface SourceLineProps extends Pick<FrameProps, "view" | "table"> {
  readonly publishers: readonly string[];
  readonly where: string;
}

/** Where the figures come from: on screen where their sources are, on paper who published most of them, and the file that names all. */
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

export interface CardProps {
  readonly view: View;
  readonly table: Table;
  /** Its figures link to where they are explained; without it the table's own sentence stands there; null: the page has said it. */
  readonly sentence?: Words | null | undefined;
  readonly drawing?: DrawingOptions;
  /** Links that draw the chart otherwise; a card that shows its table has none. */
  readonly choices?: ReactNode;
  /** Long tables leave their figures' sources to the page that each figure leads to. */
  readonly sourcesBehind?: boolean;
  /** It counts the record, which needs no mark of evidence and no key. */
  readonly counts?: boolean;
  /** So many of its rows stand here at most. */
  readonly most?: number;
  /** Instead of the chart that belongs to the table. */
  readonly children?: ReactNode;
}

export function Card({ view, table, sentence, drawing, choices, sourcesBehind = false, counts = false, most, children }: CardProps) {
  const chart = chartOf(table, drawing);
  const own = table.linked ?? (table.sentence === undefined ? undefined : [{ text: table.sentence }]);
  const words = sentence === undefined ? own : sentence;
  const shown = children ?? (chart && <ChartFigure model={chart} address={modelAddress(table.id, view.selection, drawing)} />);
  const price = drawing?.price;
  const { viewed } = view;
  const { sorting } = viewed;
  const options = { sortHref: (column: string) => viewed.sortHref(table, column), sorting, marks: !counts };
  // A table that nobody asked for is not sent: it would be most of the page.
  const asTable = shown === undefined || viewed.tables.includes(table.id) || sorting?.table === table.id;
  const part = asTable ? firstRows(sorted(table, sorting), most) : children === undefined ? firstCompanies(table) : firstRows(table, most);
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
      copyHref={tableAddress(table.id, "tsv", view.selection)}
      legend={asTable && !counts && <EvidenceKey as="marks" />}
      {...(!sourcesBehind && asTable && { sources: "The sources are named beside the figures." })}
      form={price === undefined ? {} : { price }}
    >
      {asTable ? <DataTable table={sourcesBehind ? withoutSources(part) : part} {...options} namedSources={shown === undefined} /> : shown}
      <FirstOf shown={part.rows.length} all={table.rows.length} what="rows" href={tablePageAddress(table.id, view.selection)} />
    </CardFrame>
  );
}

interface FirstOfProps {
  readonly shown: number;
  readonly all: number;
  /** "rows", "companies" */
  readonly what: string;
  /** Where all of them stand. */
  readonly href: string;
}

/** Says that these are the first ones only, where they are. */
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

interface ChartFigureProps {
  readonly model: ChartModel;
  /** Where the model can be fetched when the chart is used. */
  readonly address: string;
}

/** A chart on a page: the server's drawing, which the live one (charts/live/chartIsland.ts), of the same model, replaces on first use. */
export const ChartFigure = ({ model, address }: ChartFigureProps) => (
  <MarkupBlock text={waitingDrawing(model)} island={{ "data-island": "chart", "data-model": address }} />
);
