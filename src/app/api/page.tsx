/** The API's documentation for people, with live examples, built from the OpenAPI document. */
import type { Metadata } from "next";
import { PageSection } from "@/site/PageSection";
import { pageAddress } from "@/cards/selection/address";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { openapiDocument } from "./document";
import { type Operation, OPERATIONS } from "./operations";
import { FAIR_USE } from "@/server/limits";
import { API_ROOT } from "./serve";
import "./api.css";

export const metadata: Metadata = {
  title: "API",
  description: "Every figure of the record for programs: JSON and CSV with evidence and sources, without a key.",
  alternates: { canonical: "/api" },
};

/** The footer names the record's current version. */
export const dynamic = "force-dynamic";

export default async function ApiPage(props: PageProps) {
  const view = await openView(props);
  return (
    <RecordPage
      current="data"
      view={view}
      path="/api"
      title="API"
      standfirst={
        <p>
          Every figure for programs, with its evidence and its sources. No key is needed. The same in a form that programs read:{" "}
          <a href={`${API_ROOT}/openapi.json`}>openapi.json</a> (OpenAPI 3.1).
        </p>
      }
    >
      <PageSection id="rules" title="What holds everywhere">
        <Rules versionId={view.latest.record.version.id} dataHref={pageAddress("/data", view.selection)} />
      </PageSection>
      <nav aria-label="Operations" className="small no-print">
        <ul className="api-list">
          {OPERATIONS.map(({ id, path }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <code>{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {OPERATIONS.map((operation) => (
        <OperationSection key={operation.id} operation={operation} />
      ))}
    </RecordPage>
  );
}

const Rules = ({ versionId, dataHref }: { readonly versionId: string; readonly dataHref: string }) => (
  <div className="prose">
    <ul>
      <li>
        <strong>Form.</strong> JSON; or CSV with the suffix <code>.csv</code> or <code>Accept: text/csv</code>. Amounts come as a number
        and, under <code>exact</code>, as a decimal without rounding.
      </li>
      <li>
        <strong>Missing is missing.</strong> A figure that is not known is <code>null</code> with the reason beside it, never 0.
      </li>
      <li>
        <strong>Filters</strong> are those of the pages: the part behind the <code>?</code> of a page’s address can be used here as it is,
        as far as an operation knows its parameters. An unknown one is refused, with those that there are.
      </li>
      <li>
        <strong>Time.</strong> <code>?asof=2025-05-31</code> uses only what had been published by that day. Every answer names its data
        version; <code>?version={versionId}</code> gives the record as it is now, also after it has changed.
      </li>
      <li>
        <strong>Long lists</strong> come in pages: follow <code>next</code>, or <code>Link: rel=&quot;next&quot;</code>. CSV comes whole
        unless <code>limit</code> is given. For everything at once take <a href={dataHref}>the data package</a>.
      </li>
      <li>
        <strong>Asking again</strong> is cheap: send back <code>ETag</code> in <code>If-None-Match</code>, or <code>Last-Modified</code> in{" "}
        <code>If-Modified-Since</code>; unchanged is answered with 304.
      </li>
      <li>
        <strong>Errors</strong> are <a href="/api/problems">problem documents</a> (RFC 9457) that name the parameter at fault.
      </li>
      <li>
        <strong>Fair use:</strong> each client may ask for {FAIR_USE.requests} new answers a minute; <code>RateLimit</code> says how many
        are left. An answer that was given to anybody since the record last changed does not count. Pages of other sites may read the API
        too (CORS).
      </li>
    </ul>
  </div>
);

function parametersOf(path: string) {
  const described = openapiDocument().paths?.[path]?.get?.parameters ?? [];
  const shown = described.flatMap((parameter) =>
    "name" in parameter ? [{ name: parameter.name, in: parameter.in, description: parameter.description ?? "" }] : [],
  );
  return shown.sort((a, b) => Number(b.in === "path") - Number(a.in === "path"));
}

const OperationSection = ({ operation: { id, path, summary, description, examples } }: { readonly operation: Operation }) => (
  <PageSection
    id={id}
    title={summary}
    sentence={
      <p>
        <code>
          GET {API_ROOT}
          {path}
        </code>
      </p>
    }
  >
    <div className="prose">
      <p>{description}</p>
    </div>
    <dl className="api-parameters">
      {parametersOf(path).map((parameter) => (
        <div key={parameter.name}>
          <dt>
            <code>{parameter.in === "path" ? `{${parameter.name}}` : parameter.name}</code>
          </dt>
          <dd>{parameter.description}</dd>
        </div>
      ))}
    </dl>
    <p className="small">Try it:</p>
    <ul className="api-list">
      {examples.map((example) => (
        <li key={example}>
          <a href={`${API_ROOT}${example}`}>
            <code>
              {API_ROOT}
              {example}
            </code>
          </a>
        </li>
      ))}
    </ul>
  </PageSection>
);
