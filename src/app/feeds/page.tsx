/** The feeds: their content, one for all news and one for each company, and a preview of the latest news. */
import type { Metadata } from "next";
import { shortName } from "@/domain/facts/company";
import { PageSection } from "@/site/PageSection";
import { NEWS_KINDS } from "@/cards/news";
import { pageAddress } from "@/cards/selection/address";
import { companiesByName } from "@/cards/selection/scope";
import { dayName } from "@/domain/shared/dayName";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { FEED_ENTRIES, newsFor } from "./newsFeed";

export const metadata: Metadata = {
  title: "Feeds",
  description: "Atom feeds of the record: new months, new figures, restatements, changed policies and records, for all miners or for one.",
  alternates: { canonical: "/feeds", types: { "application/atom+xml": "/feeds/all.atom" } },
};

const SHOWN = 12;

/** The latest news change with the record. */
export const dynamic = "force-dynamic";

export default async function FeedsPage(props: PageProps) {
  const view = await openView(props);
  const { figures } = await openView({ searchParams: Promise.resolve({}) });
  const companies = companiesByName(figures.record);
  const latest = newsFor(figures).slice(0, SHOWN);
  return (
    <RecordPage
      current="data"
      view={view}
      path="/feeds"
      title="Feeds"
      standfirst={
        <p>
          New figures as they are published, in a feed reader or a newsroom’s own system. Copy the address of a feed; no account is needed.
        </p>
      }
    >
      <PageSection id="all" title="All news">
        <div className="prose">
          <p>
            <a href="/feeds/all.atom" type="application/atom+xml">
              /feeds/all.atom
            </a>{" "}
            has the latest {FEED_ENTRIES} news items, newest first. Each bears the day on which it became known and keeps its id, so that a
            feed reader shows it once.
          </p>
          <ul>
            {Object.entries(NEWS_KINDS).map(([kind, meaning]) => (
              <li key={kind}>
                <code>{kind}</code>: {meaning}
              </li>
            ))}
          </ul>
        </div>
      </PageSection>
      <PageSection id="companies" title="One company">
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {companies.map((company) => (
            <li key={company.id}>
              <a href={`/feeds/${company.id}.atom`} type="application/atom+xml" className="inline-block min-h-6">
                {shortName(company)}
              </a>
            </li>
          ))}
        </ul>
      </PageSection>
      {latest.length > 0 && (
        <PageSection id="latest" title="The latest">
          <ul className="statements">
            {latest.map(({ id, title, day, href }) => (
              <li key={id}>
                <time dateTime={day} className="small">
                  {dayName(day)}
                </time>{" "}
                <a href={pageAddress(href, view.selection)}>{title}</a>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </RecordPage>
  );
}
