/**
 * A page of the record: the site's frame with the selection in every link of its head and foot, the moment of the record that is shown,
 * and the one click that leaves both. View + content → page.
 */
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { selectionWords } from "@/cards/selection/inWords";
import { momentWords } from "@/cards/selection/moment";
import { queryOf } from "@/cards/selection/selection";
import { pageCitation } from "@/files/citation";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { StaticPage } from "@/site/StaticPage";
import type { SectionKey } from "@/site/sections";
import type { View } from "./request";
import { fullAddress } from "./site";

/** The page that says what has changed since the moment that is shown. */
const SINCE = "/changes/since";

export interface RecordPageProps {
  readonly current: SectionKey | null;
  readonly view: Pick<View, "figures" | "selection">;
  /** The page's address with nothing selected. */
  readonly plainHref: string;
  /** The page has no form that says what is selected. */
  readonly formless?: boolean;
  readonly children: ReactNode;
}

export async function RecordPage({ current, view: { figures, selection }, plainHref, formless = false, children }: RecordPageProps) {
  const moment = momentWords(selection);
  const query = queryOf(selection);
  const citation = pageCitation({ address: await printedAddress(figures.record.version.id), version: figures.record.version });
  const here = plainHref + queryOf({ ...selection, asOf: null, version: null });
  return (
    <StaticPage
      current={current}
      version={figures.record.version}
      query={query}
      citation={citation}
      {...(moment !== undefined && {
        moment: { words: moment, nowHref: here, sinceHref: plainHref === SINCE ? undefined : SINCE + query },
      })}
      {...(formless && query !== "" && { kept: { words: selectionWords(figures, selection).join(" · "), leaveHref: plainHref } })}
    >
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
