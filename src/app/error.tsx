/** The error page: what the reader can do, and the number that identifies the cause in the server's log. */
"use client";

import { Behaviour } from "@/site/live/Behaviour";
import { PageFrame } from "@/site/PageFrame";
import { PageHeading } from "@/site/PageHeading";

export default function ErrorPage({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <PageFrame current={null}>
      <PageHeading
        title="This page could not be drawn"
        standfirst={<p>The fault is ours. Nothing that you did has been lost, and the record itself is not touched.</p>}
      />
      <div className="prose">
        <div className="actions">
          {/* Reloads the whole page: static HTML from the server would be missing in a re-render. */}
          <a className="button" href="">
            Try again
          </a>
          <a href="/">Go to the latest month</a>
        </div>
        {error.digest !== undefined && (
          <p className="small text-ink-muted">
            If it happens again, tell the operator this number: <code>{error.digest}</code>
          </p>
        )}
      </div>
      <Behaviour />
    </PageFrame>
  );
}
