/** Explains the API's problem documents: each one's type is an address on this page. */
import type { Metadata } from "next";
import { PROBLEMS } from "@/files/http/problem";
import { Crumbs } from "@/site/links";
import { StaticPage } from "@/site/StaticPage";
import { PageHeading } from "@/site/PageHeading";
import { PageSection } from "@/site/PageSection";
import { openView } from "@/app/request";

export const metadata: Metadata = {
  title: "Problems of the API",
  description: "What each problem document of the API means, and what to do.",
  alternates: { canonical: "/api/problems" },
};

/** The footer names the record's current version. */
export const dynamic = "force-dynamic";

export default async function ProblemsPage() {
  const { figures } = await openView({ searchParams: Promise.resolve({}) });
  return (
    <StaticPage current="data" version={figures.record.version}>
      <Crumbs places={[{ label: "API", href: "/api" }]} here="Problems" />
      <PageHeading
        title="Problems"
        standfirst={
          <p>
            When there is no answer there is a problem document (<code>application/problem+json</code>, RFC 9457). Its <code>type</code>{" "}
            leads here, <code>detail</code> says what happened, and <code>errors</code> names each parameter at fault with the values that
            it may have.
          </p>
        }
      />
      {Object.entries(PROBLEMS).map(([kind, { status, title, help }]) => (
        <PageSection key={kind} id={kind} title={title} sentence={<p>Status {status}</p>}>
          <div className="prose">
            <p>{help}</p>
          </div>
        </PageSection>
      ))}
    </StaticPage>
  );
}
