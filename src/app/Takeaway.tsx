/**
 * The ways to take a card away, the same on every card: the table that is shown as files, its chart as pictures, the same table without
 * the limits of the selection, how to cite it at this very version of the record, and how to put its chart into another site.
 * Table + view → the foot of the card.
 */
import { cardAddress, chartOf } from "@/cards/registry";
import type { ChartModel } from "@/charts/model";
import { citationOf } from "@/files/citation";
import { CiteBox } from "@/site/CiteBox";
import { EmbedBox } from "@/site/EmbedBox";
import type { FigureCardProps } from "@/site/FigureCard";
import { FullDataBox } from "@/site/FullDataBox";
import type { Place } from "@/site/links";
import { chartAddress, loadAddress, semicolonAddress, tableAddress } from "@/cards/selection/address";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/table";
import { TableDescription } from "./DatasetDescription";
import { snippetsOf } from "./embed/embedded";
import type { View } from "./request";
import { fullAddress } from "./site";

const FILES = ["csv", "json", "xlsx"] as const;
const PICTURES = ["svg", "png"] as const;

export interface TakeawayOptions {
  /** What the card's chart is drawn with besides the selection: the scale of the price. */
  readonly form?: Readonly<Record<string, string>>;
  /** The name under which downloads know the table, where the card's anchor is another. */
  readonly id?: string;
  /** Its chart, where the card has drawn it already. */
  readonly chart?: ChartModel | undefined;
}

/** What a FigureCard offers at its foot. */
export function takeaway(
  { figures, selection, today }: View,
  shown: Table,
  { form = {}, id = shown.id, chart }: TakeawayOptions = {},
): Pick<FigureCardProps, "downloads" | "cite"> {
  const table = { ...shown, id };
  const { version } = figures.record;
  const drawn = chart ?? chartOf(table);
  const address = fullAddress(cardAddress(id, { ...selection, version: version.id }));
  const { long, bibtex } = citationOf({ title: table.title, address, version, accessedOn: today });
  const pictures = PICTURES.map((format) => ({ label: format.toUpperCase(), href: chartAddress(id, format, selection, form) }));
  const files = filesOf(id, selection);
  const semicolons = { label: "CSV with semicolons", href: semicolonAddress(id, selection) };
  return {
    downloads: [...files, semicolons, ...(drawn ? pictures : [])],
    cite: (
      <>
        <FullDataBox
          title={table.title}
          reach={reachOf(table)}
          files={filesOf(id, unlimited(table, selection))}
          record={recordFile(selection)}
          load={loadAddress(id, selection)}
        />
        <CiteBox plain={long} bibtex={bibtex} />
        {drawn && <EmbedBox id={id} {...snippetsOf(figures, table, drawn, selection, form)} />}
        <TableDescription table={table} version={version} address={fullAddress(cardAddress(id, selection))} files={files} />
      </>
    ),
  };
}

const filesOf = (id: string, selection: Selection): Place[] =>
  FILES.map((format) => ({ label: format.toUpperCase(), href: tableAddress(id, format, selection) }));

/** A table that lists companies can list all of them; a pooled one would become another figure with other companies. */
const listsCompanies = ({ columns }: Table): boolean => columns.some(({ key }) => key === "company");

const reachOf = (table: Table): string => (listsCompanies(table) ? "every tracked company and period" : "every period");

/** The same question without its limits: every period, and every company where they are listed. */
function unlimited(table: Table, selection: Selection): Selection {
  const whole = { ...selection, from: null, to: null };
  return listsCompanies(table) ? { ...whole, companies: [], panel: "all" } : whole;
}

/** The whole record as it was at the moment that is shown. */
const recordFile = ({ asOf, version }: Selection): string => `/data/sellthrough.zip${queryOf({ ...DEFAULT_SELECTION, asOf, version })}`;
