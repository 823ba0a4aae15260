/** A page of the record: the frame with the selection in its links, the moment shown, breadcrumbs, headline, and selection form. */
import { headers } from "next/headers";
import type { ReactNode } from "react";
import type { ChoiceField, HiddenField } from "@/cards/choices/choices";
import { type SelectionFields, selectionFields } from "@/cards/choices/selectionForm";
import { momentNoun, rangePresets, selectionWords } from "@/cards/choices/selectionWords";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import { uncapitalized } from "@/cards/words/phrases";
import type { Figures } from "@/domain/figures/figures";
import { pageCitation } from "@/files/sharing/citation";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { SelectionForm } from "@/site/SelectionForm";
import { Crumbs, type CrumbsProps } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading, type PageHeadingProps } from "@/site/PageHeading";
import { StaticPage } from "@/site/StaticPage";
import type { SectionKey } from "@/site/sections";
import type { View } from "./request";
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
      words={unpicked ?? [...selectionWords(view, fields), ...chosenWords(extra)].join(" · ")}
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
