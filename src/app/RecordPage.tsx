/** A page of the record: the frame with the selection in its links, the moment shown, breadcrumbs, headline, and selection form. */
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { momentNoun, selectionWords } from "@/cards/choices/selectionWords";
import { queryOf } from "@/cards/selection/selection";
import { pageCitation } from "@/files/sharing/citation";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { Crumbs, type CrumbsProps } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading, type PageHeadingProps } from "@/site/PageHeading";
import { StaticPage } from "@/site/StaticPage";
import type { SectionKey } from "@/site/sections";
import type { View } from "./request";
import { SelectionBar, type SelectionBarProps } from "./SelectionBar";
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
