/**
 * The page for an address that leads nowhere. It says so, and offers where most readers want to go instead.
 */
import type { Metadata } from "next";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PageFrame current={null}>
      <PageHeading
        kicker="404"
        title="There is no page at this address"
        standfirst={<p>The address may be mistyped, or name a company or month that the record does not have.</p>}
      />
      <div className="prose">
        <ul>
          <li>
            <a href="/">The latest month</a>, and the share of production sold since the record begins
          </li>
          <li>
            <a href="/months">Every month</a>. A month’s address reads <code>/months/2025-03</code>, a quarter’s{" "}
            <code>/months/2025-Q1</code>
          </li>
          <li>
            <a href="/companies">Every company</a>. A company’s address reads <code>/companies/hive</code>
          </li>
          <li>
            <a href="/data">The data</a>, for spreadsheets and programs
          </li>
        </ul>
      </div>
    </PageFrame>
  );
}
