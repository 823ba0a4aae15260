/** How a page looks where its address is shared: its chart as a picture (Open Graph) and the way to embed it (oEmbed discovery). */
import type { Metadata } from "next";
import { POSTER_SIZES } from "@/charts/poster";
import { chartAddress } from "@/cards/selection/address";
import { queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/table";
import { plain, type Sentence } from "@/cards/words/sentence";
import { oembedFor } from "./embed/embedded";
import { openView, type View } from "./request";

export interface PageHead {
  /** Without one it has the site's own. */
  readonly title?: string;
  readonly description: string | Sentence | undefined;
  /** Its own address, with what is selected. */
  readonly path: string;
  /** The table that speaks for it where it is shared. */
  readonly table?: Table;
}

/** `generateMetadata` of a page that is opened by `open`. */
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

/** The same of a page for which no chart speaks. */
export const plainHead = (path: string, title: string, description: string | ((view: View) => string)) =>
  headOf(openView, (view) => ({
    title,
    description: typeof description === "string" ? description : description(view),
    path: `${path}${queryOf(view.selection)}`,
  }));

/** To be spread into a page's metadata; the table must have a chart. */
export const socialCard = (table: Table, selection: Selection): Pick<Metadata, "openGraph" | "twitter"> =>
  cardOf(table.id, selection, table.sentence ?? table.title);

/** The same of a table's id and what its picture says. */
export function cardOf(id: string, selection: Selection, alt: string): Pick<Metadata, "openGraph" | "twitter"> {
  const image = { url: chartAddress(id, "png", selection, { size: "card" }), ...POSTER_SIZES.card, type: "image/png", alt };
  return {
    // Next replaces the layout's values as a whole.
    openGraph: { siteName: "Sellthrough", type: "website", locale: "en_GB", images: [image] },
    twitter: { card: "summary_large_image", images: [{ url: image.url, alt }] },
  };
}

/** `alternates` of a page: its own address, and where its chart (or the one named) can be had for embedding. */
export const pageAddresses = (path: string, id?: string): NonNullable<Metadata["alternates"]> => ({
  canonical: path,
  types: { "application/json+oembed": oembedFor(id === undefined ? path : `${path}#${id}`) },
});

/** Address, picture and embedding of a page for which one of its tables speaks; without figures it keeps the site's own picture. */
export function sharedAs(path: string, table: Table, selection: Selection): Pick<Metadata, "alternates" | "openGraph" | "twitter"> {
  if (table.rows.length === 0) return { alternates: { canonical: path } };
  return { alternates: pageAddresses(path, table.id), ...socialCard(table, selection) };
}
