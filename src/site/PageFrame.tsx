/**
 * What surrounds every page: the way past the navigation, masthead, content, foot. Pages hand in their section and the record's
 * version; nothing is fetched here.
 */
import type { RecordVersion } from "@/domain/record";
import type { ReactNode } from "react";
import type { SectionKey } from "./sections";
import { SiteFooter } from "./SiteFooter";
import { SiteHeader } from "./SiteHeader";

export interface PageFrameProps {
  readonly current: SectionKey | null;
  readonly version?: RecordVersion | undefined;
  readonly children: ReactNode;
}

export function PageFrame({ current, version, children }: PageFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <SiteHeader current={current} />
      <main id="main" className="frame" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter version={version} />
    </>
  );
}
