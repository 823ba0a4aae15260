/** The 404 page: which part of the address is unknown, and the nearest pages. The address comes in a header (server/askedAddress.ts). */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { LinkItems } from "@/site/links";
import { StaticPageIfShown } from "@/site/StaticPage";
import { PageHeading } from "@/site/PageHeading";
import { nearestPages, type NearestPages } from "@/cards/search/nearestPages";
import { ADDRESS_HEADER } from "@/server/askedAddress";
import { readPageAddress } from "./request";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

export default async function NotFound() {
  const asked = (await headers()).get(ADDRESS_HEADER) ?? "/";
  const read = await readPageAddress(asked);
  // Next renders this page with every other one, in case it is needed.
  return (
    <StaticPageIfShown
      page={() => ({ current: null, version: read.figures.record.version, children: <NotThere {...nearestPages(asked, read)} /> })}
    />
  );
}

const NotThere = ({ sentences, choices }: NearestPages) => (
  <>
    <PageHeading
      kicker="404"
      title="There is no page at this address"
      standfirst={
        sentences.length > 0 ? (
          sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
        ) : (
          <p>The address may be mistyped, or name a company or month that the record does not have.</p>
        )
      }
    />
    <div className="prose">
      {choices.length > 0 && (
        <ul aria-label="Nearest pages">
          <LinkItems places={choices} />
        </ul>
      )}
      <ul>
        <li>
          <a href="/">The latest month</a>, and the sell-through since the record begins
        </li>
        <li>
          <a href="/months">Every month</a>. A month’s address reads <code>/months/2025-03</code>, a quarter’s <code>/months/2025-Q1</code>
        </li>
        <li>
          <a href="/companies">Every company</a>. A company’s address reads <code>/companies/hive</code>
        </li>
        <li>
          <a href="/data">The data</a>, for spreadsheets and programs
        </li>
      </ul>
    </div>
  </>
);
