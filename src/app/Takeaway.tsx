/**
 * What every card offers besides its files: how to cite it at this very version of the record, and how to put its chart into another
 * site. Table + view → the folds at the foot of the card.
 */
import { citationOf } from "@/export/citation";
import { CiteBox } from "@/ui/CiteBox";
import { EmbedBox } from "@/ui/EmbedBox";
import type { Table } from "@/view/table";
import { tablePage } from "@/view/tablePage";
import { snippetsOf } from "./embed/embedded";
import type { View } from "./request";
import { fullAddress } from "./site";

export interface TakeawayProps {
  readonly view: View;
  readonly table: Table;
  /** What the card's chart is drawn with besides the selection: the scale of the price. */
  readonly form?: Readonly<Record<string, string>>;
}

export function Takeaway({ view: { figures, selection, today }, table, form = {} }: TakeawayProps) {
  const { version } = figures.record;
  const address = fullAddress(tablePage(table.id, figures, { ...selection, version: version.id }));
  const { long, bibtex } = citationOf({ title: table.title, address, version, accessedOn: today });
  const snippets = snippetsOf(figures, table, selection, form);
  return (
    <>
      <CiteBox plain={long} bibtex={bibtex} />
      {snippets && <EmbedBox {...snippets} />}
    </>
  );
}
