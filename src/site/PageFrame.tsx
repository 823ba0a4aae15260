/** The frame of every page: skip link, masthead, content, footer. It fetches nothing. */
import type { RecordVersion } from "@/domain/facts/record";
import type { ReactNode } from "react";
import { type Kept, KeptStrip, type Moment, MomentBanner } from "./MomentBanner";
import type { SectionKey } from "./sections";
import { SiteFooter } from "./SiteFooter";
import { SiteHeader } from "./SiteHeader";

export interface PageFrameProps {
  readonly current: SectionKey | null;
  readonly version?: RecordVersion | undefined;
  /** The selection's query, "?c=riot", which every link of the frame keeps. */
  readonly query?: string;
  /** Set where the page shows an earlier state of the record. */
  readonly moment?: Moment;
  /** Set where a selection is in force that the page has no form for. */
  readonly kept?: Kept;
  /** Citation of the page, for print. */
  readonly citation?: string;
  readonly children: ReactNode;
}

export const PageFrame = ({ current, version, query = "", moment, kept, citation, children }: PageFrameProps) => (
  <>
    <a className="skip" href="#main">
      Skip to the content
    </a>
    <SiteHeader current={current} query={query} />
    <main id="main" className="frame" tabIndex={-1}>
      {moment && <MomentBanner {...moment} />}
      {kept && <KeptStrip {...kept} />}
      {children}
    </main>
    <SiteFooter version={version} query={query} citation={citation} />
  </>
);
