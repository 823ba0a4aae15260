/** The footer of every card: table files, chart pictures, a citation of this version, embed code, and folded what is asked for less often. */
import { cardAddress, hasChart } from "@/cards/registry";
import type { ChartModel } from "@/charts/model";
import { citationOf } from "@/files/sharing/citation";
import { Fragment } from "react";
import { CiteBox } from "@/site/CiteBox";
import { CopyButton } from "@/site/CopyButton";
import { EMBED, EmbedBox } from "@/site/EmbedBox";
import type { FigureCardProps } from "@/site/FigureCard";
import { FoldedBox } from "@/site/FoldedBox";
import type { Place } from "@/site/links";
import { chartAddress, loadAddress, semicolonAddress, tableAddress, takeawayAddress } from "@/cards/selection/address";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { TableDescription } from "./DatasetDescription";
import { snippetsOf } from "./embed/embedded";
import type { View } from "./request";
import { fullAddress } from "./site";

const FILES = ["csv", "json", "xlsx"] as const;
/** The others are folded. */
const DIRECT = ["CSV", "XLSX"];
const PICTURES = ["svg", "png"] as const;

export interface TakeawayOptions {
  /** Options of the card's chart besides the selection: the scale of the price. */
  readonly form?: Readonly<Record<string, string>> | undefined;
}

export function takeaway(
  { figures, selection }: View,
  table: Table,
  { form = {} }: TakeawayOptions,
): Pick<FigureCardProps, "downloads" | "cite"> {
  const { id } = table;
  const drawn = hasChart(id);
  const pictures = PICTURES.map((format) => ({ label: format.toUpperCase(), href: chartAddress(id, format, selection, form) }));
  const files = filesOf(id, selection);
  const there = takeawayAddress(id, selection, form);
  return {
    downloads: [...files.filter(({ label }) => DIRECT.includes(label)), ...(drawn ? pictures : [])],
    cite: (
      <>
        <FoldedBox label="Cite" href={`${there}#${CITE}`} what="How to cite this" />
        {drawn && <FoldedBox label="Embed" href={`${there}#${EMBED}`} what="How to show this chart on another site" embed />}
        <FoldedBox label={MORE_FORMATS} href={`${there}#${FORMATS}`} what="Other formats, and the full data" />
        <TableDescription table={table} version={figures.record.version} address={fullAddress(cardAddress(id, selection))} files={files} />
      </>
    ),
  };
}

const [CITE, FORMATS] = ["cite", "formats"];
const MORE_FORMATS = "More formats";

interface BoxesProps extends TakeawayOptions {
  readonly view: View;
  readonly table: Table;
  readonly chart: ChartModel | undefined;
}

/** The folded parts of a card's footer, for their page. */
export function TakeawayBoxes({ view, table, form = {}, chart }: BoxesProps) {
  const { figures, selection, today } = view;
  const { id } = table;
  const { version } = figures.record;
  const address = fullAddress(cardAddress(id, { ...selection, version: version.id }));
  const { long, bibtex } = citationOf({ title: table.title, address, version, accessedOn: today });
  return (
    <>
      <CiteBox id={CITE} plain={long} bibtex={bibtex} />
      {chart && <EmbedBox id={id} {...snippetsOf(figures, table, chart, selection, form)} />}
      <Formats table={table} selection={selection} />
    </>
  );
}

const OTHER_TOOLS = "Lines for Excel, Google Sheets, Python, R, Observable and curl";

/** Other formats of the table, the same table without the selection's limits, and the whole record. */
function Formats({ table, selection }: { readonly table: Table; readonly selection: Selection }) {
  const { id, title } = table;
  const { asOf, version } = selection;
  const record = `/data/sellthrough.zip${queryOf({ ...DEFAULT_SELECTION, asOf, version })}`;
  const others = [
    { label: "JSON", href: tableAddress(id, "json", selection) },
    { label: "CSV with semicolons", href: semicolonAddress(id, selection) },
  ];
  return (
    <details className="cite" id={FORMATS} open>
      <summary>{MORE_FORMATS}</summary>
      <p className="small">
        This table: <FileLinks files={others} naming={`: ${title}`} />
        <CopyButton table={tableAddress(id, "tsv", selection)} label="Copy table" what={`of “${title}”`} />
      </p>
      <p className="small">
        This table for {listsCompanies(table) ? "every tracked company and period" : "every period"}:{" "}
        <FileLinks files={filesOf(id, unlimited(table, selection))} naming={`, full data: ${title}`} />
      </p>
      <p className="small">
        Everything in the record, with every source: <a href={record}>data package</a>
      </p>
      <p className="small">
        <a href={loadAddress(id, selection)} aria-label={`${OTHER_TOOLS}: ${title}`}>
          {OTHER_TOOLS}
        </a>
      </p>
    </details>
  );
}

/** `naming`: what follows the label for screen readers. */
const FileLinks = ({ files, naming }: { readonly files: readonly Place[]; readonly naming: string }) =>
  files.map(({ label, href }) => (
    <Fragment key={href}>
      <a href={href} className="file" aria-label={`${label}${naming}`}>
        {label}
      </a>{" "}
    </Fragment>
  ));

const filesOf = (id: string, selection: Selection): Place[] =>
  FILES.map((format) => ({ label: format.toUpperCase(), href: tableAddress(id, format, selection) }));

/** A table that lists companies can be extended to all; a pooled one would become another figure. */
const listsCompanies = ({ columns }: Table): boolean => columns.some(({ key }) => key === "company");

/** The selection without its limits: every period, and every company if the table lists them. */
function unlimited(table: Table, selection: Selection): Selection {
  const whole = { ...selection, from: null, to: null };
  return listsCompanies(table) ? { ...whole, companies: [], panel: "all" } : whole;
}
