/** Metadata for sharing a page: its chart as a picture (Open Graph) and its embed (oEmbed discovery). */
import type { Metadata } from "next";
import { POSTER_SIZES } from "@/charts/poster";
import { chartAddress } from "@/cards/selection/address";
import { queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { plain, type Sentence } from "@/cards/tables/sentence";
import { oembedFor } from "./embed/embedded";
import { openView, type View } from "./request";

interface PageHead {
  /** Absent: the site's title. */
  readonly title?: string;
  readonly description: string | Sentence | undefined;
  /** The page's address, with its selection. */
  readonly path: string;
  /** The table whose chart represents it when shared. */
  readonly table?: Table;
}

/** `generateMetadata` of a page that `open` loads. */
export const headOf =
  <Props, V extends Pick<View, "selection">>(open: (props: Props) => Promise<V>, say: (view: V) => PageHead) =>
  async (props: Props): Promise<Metadata> => {
    const view = await open(props);
    const { title, description, path, table } = say(view);
    const words = typeof description === "object" ? plain(description) : description;
    return {
      ...(title !== undefined && { title }),
      ...(words !== undefined && { description: words }),
      ...(table ? sharedAs(path, table, view.selection) : { alternates: { canonical: path } }),
    };
  };

/** The same for a page without a chart. */
export const plainHead = (path: string, title: string, description: string | ((view: View) => string)) =>
  headOf(openView, (view) => ({
    title,
    description: typeof description === "string" ? description : description(view),
    path: `${path}${queryOf(view.selection)}`,
  }));

/** To spread into a page's metadata; the table must have a chart. */
export const socialCard = (table: Table, selection: Selection): Pick<Metadata, "openGraph" | "twitter"> =>
  cardOf(table.id, selection, table.sentence ?? table.title);

/** The same for a table's id and its picture's alternative text. */
export function cardOf(id: string, selection: Selection, alt: string): Pick<Metadata, "openGraph" | "twitter"> {
  const image = { url: chartAddress(id, "png", selection, { size: "card" }), ...POSTER_SIZES.card, type: "image/png", alt };
  return {
    // Next replaces the layout's object as a whole.
    openGraph: { siteName: "Sellthrough", type: "website", locale: "en_GB", images: [image] },
    twitter: { card: "summary_large_image", images: [{ url: image.url, alt }] },
  };
}

/** `alternates` of a page: its canonical address, and the oEmbed address of its chart (or the named one). */
export const pageAddresses = (path: string, id?: string): NonNullable<Metadata["alternates"]> => ({
  canonical: path,
  types: { "application/json+oembed": oembedFor(id === undefined ? path : `${path}#${id}`) },
});

/** Address, picture and embed of a page represented by one of its tables; without figures it keeps the site's own picture. */
export function sharedAs(path: string, table: Table, selection: Selection): Pick<Metadata, "alternates" | "openGraph" | "twitter"> {
  if (table.rows.length === 0) return { alternates: { canonical: path } };
  return { alternates: pageAddresses(path, table.id), ...socialCard(table, selection) };
}
