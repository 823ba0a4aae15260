/**
 * A page of the record: the frame with the selection in its links, the moment shown, breadcrumbs, headline, and selection form; and its
 * metadata, also for sharing it: its chart as a picture (Open Graph) and its embed (oEmbed discovery).
 */
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import type { ChoiceField, HiddenField } from "@/cards/choices/choices";
import { type SelectionFields, selectionFields } from "@/cards/choices/selectionForm";
import { momentNoun, partsOf, rangePresets, selectionWords } from "@/cards/choices/selectionWords";
import { chartAddress, DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import { plain, type Sentence, type Table } from "@/cards/tables/table";
import { uncapitalized } from "@/cards/words/phrases";
import { POSTER_SIZES } from "@/charts/poster";
import type { Figures } from "@/domain/figures/figures";
import { pageCitation } from "@/files/sharing/citation";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { SelectionForm } from "@/site/SelectionForm";
import { Crumbs, type CrumbsProps, EmptyState, PageHeading, type PageHeadingProps } from "@/site/parts";
import { StaticPage } from "@/site/StaticPage";
import type { SectionKey } from "@/site/sections";
import { oembedFor } from "./embed/embedded";
import { openView, type View } from "./request";
import { fullAddress } from "./site";

const SINCE = "/changes/since";

export interface RecordPageProps extends Omit<PageHeadingProps, "children"> {
  readonly current: SectionKey | null;
  readonly view: View;
  /** The page's address without a selection. */
  readonly path: string;
  readonly crumbs?: CrumbsProps;
  /** Below the headline, as part of it. */
  readonly beneath?: ReactNode;
  readonly between?: ReactNode;
  /** Options of the page's form; a page without one shows the selection in a line. */
  readonly form?: Omit<SelectionBarProps, "view" | "action">;
  /** Said in place of the content where there is none, with a link to the page without a selection. */
  readonly empty?: string | undefined;
  readonly children?: ReactNode;
}

export async function RecordPage({ current, view, path, crumbs, beneath, between, form, empty, children, ...heading }: RecordPageProps) {
  const { figures, selection } = view;
  const moment = momentNoun(selection);
  const query = queryOf(selection);
  const citation = pageCitation({ address: await printedAddress(figures.record.version.id), version: figures.record.version });
  const here = path + queryOf({ ...selection, asOf: null, version: null });
  return (
    <StaticPage
      current={current}
      version={figures.record.version}
      query={query}
      citation={citation}
      {...(moment !== undefined && {
        moment: { words: moment, nowHref: here, sinceHref: path === SINCE ? undefined : SINCE + query },
      })}
      {...(form === undefined && query !== "" && { kept: { words: selectionWords(view).join(" · "), leaveHref: path } })}
    >
      {crumbs && <Crumbs {...crumbs} />}
      <PageHeading {...heading}>{beneath}</PageHeading>
      {between}
      {form && <SelectionBar view={view} action={path} {...form} />}
      {empty === undefined ? children : <EmptyState sentence={empty} clearHref={path} />}
    </StaticPage>
  );
}

/** This page's address with the record's version, so that a printed page can be found again unchanged. */
async function printedAddress(version: string): Promise<string> {
  const asked = ((await headers()).get(ADDRESS_HEADER) ?? "/").replaceAll("%2C", ",");
  if (/[?&]version=/.test(asked)) return fullAddress(asked);
  return fullAddress(`${asked}${asked.includes("?") ? "&" : "?"}version=${version}`);
}

/** The page's selection form: its fields, with all other parameters of the address as hidden fields. */
interface SelectionBarProps {
  readonly view: View;
  readonly action: string;
  /** The form's fields; all by default. */
  readonly fields?: readonly (keyof SelectionFields)[];
  /** The figures whose companies and periods are offered, where these differ from the page's. */
  readonly of?: Figures;
  /** Text of the line where the page shows nothing of the selection. */
  readonly unpicked?: string | undefined;
  /** The page without a selection, where that is more than its path. */
  readonly clearHref?: string;
  readonly extra?: readonly ChoiceField[];
  readonly hidden?: readonly HiddenField[];
}

function SelectionBar({
  view,
  action,
  clearHref = action,
  fields = FIELDS,
  of = view.figures,
  unpicked,
  extra = [],
  hidden = [],
}: SelectionBarProps) {
  const { figures, selection, today } = view;
  const all = selectionFields({ figures: of, selection }, today);
  const viewed = Object.entries(view.viewed.pairs).map(([name, value]) => ({ name, value }));
  const kept = [...hidden, ...viewed.filter(({ name }) => !extra.some((field) => field.name === name))];
  const own = Object.fromEntries([...ownValues(extra), ...kept.map(({ name, value }) => [name, value] as const)]);
  const presets = rangePresets(figures, today).map(({ label, from, to }) => ({
    label,
    href: `${action}${queryOf({ ...selection, from, to }, own)}`,
    current: from === selection.from && to === selection.to,
  }));
  return (
    <SelectionForm
      action={action}
      clearHref={clearHref}
      words={unpicked ?? [...selectionWords(view, partsOf(fields)), ...chosenWords(extra)].join(" · ")}
      presets={fields.includes("from") ? presets : []}
      defaults={DEFAULTS}
      extra={extra}
      hidden={[
        ...kept,
        ...unasked(
          selection,
          fields.map((name) => all[name].name),
        ),
      ]}
      {...Object.fromEntries(fields.map((name) => [name, all[name]]))}
    />
  );
}

const FIELDS = ["panel", "companies", "basis", "evidence", "asOf", "periodKind", "from", "to"] as const;

/** Default choices are left out of the address. */
const DEFAULTS = (["panel", "per", "basis", "evidence"] as const).map((name) => `${name}=${DEFAULT_SELECTION[name]}`).join("&");

const ownValues = (extra: readonly ChoiceField[]) =>
  extra.flatMap(({ name, choices }) => choices.flatMap(({ value, checked }) => (checked ? [[name, value] as const] : [])));

const chosenWords = (extra: readonly ChoiceField[]): string[] =>
  extra.flatMap(({ choices }) =>
    choices.flatMap(({ label, words = uncapitalized(label), checked }) => (checked && words !== "" ? [words] : [])),
  );

/** Parameters of the address without a field in the form. */
const unasked = (selection: Selection, asked: readonly string[]): HiddenField[] =>
  [...new URLSearchParams(queryOf(selection))].filter(([name]) => !asked.includes(name)).map(([name, value]) => ({ name, value }));

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
