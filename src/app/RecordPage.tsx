/** A page of the record: the frame with the selection in its links, the moment shown, crumbs, headline, and the selection's form. */
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { selectionWords, momentWords } from "@/cards/selection/inWords";
import { queryOf } from "@/cards/selection/selection";
import { pageCitation } from "@/files/citation";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { Crumbs, type CrumbsProps } from "@/site/links";
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
  /** The page's address with nothing selected. */
  readonly path: string;
  readonly crumbs?: CrumbsProps;
  /** Below the headline, as a part of it. */
  readonly beneath?: ReactNode;
  readonly between?: ReactNode;
  /** What the page's form asks for besides what is usual; a page without one says in a line what is selected. */
  readonly form?: Omit<SelectionBarProps, "view" | "action">;
  readonly children?: ReactNode;
}

export async function RecordPage({ current, view, path, crumbs, beneath, between, form, children, ...heading }: RecordPageProps) {
  const { figures, selection } = view;
  const moment = momentWords(selection);
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
      {children}
    </StaticPage>
  );
}

/** The page that was asked for at this version of the record, so that what is printed can be found again as it was. */
async function printedAddress(version: string): Promise<string> {
  const asked = ((await headers()).get(ADDRESS_HEADER) ?? "/").replaceAll("%2C", ",");
  if (/[?&]version=/.test(asked)) return fullAddress(asked);
  return fullAddress(`${asked}${asked.includes("?") ? "&" : "?"}version=${version}`);
}
