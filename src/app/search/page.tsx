/** The search: figures, companies by any current or former name or ticker, periods, pages. A plain form, so it works without a script. */
import type { Metadata } from "next";
import { search } from "@/cards/search/search";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { EmptyState } from "@/site/notices";
import { LONGEST_SEARCH, SearchForm } from "@/site/SearchForm";
import { queryOf } from "@/cards/selection/selection";
import { count } from "@/cards/words/phrases";

export const metadata: Metadata = { title: "Search", robots: { index: false } };

export default async function SearchPage(props: PageProps) {
  const view = await openView(props);
  const { q } = await props.searchParams;
  const text = (Array.isArray(q) ? (q[0] ?? "") : (q ?? "")).slice(0, LONGEST_SEARCH);
  const found = search(view, text);
  return (
    <RecordPage
      current={null}
      view={view}
      path="/search"
      title={text.trim() === "" ? "Search" : `Search: ${text.trim()}`}
      standfirst={
        <p>
          {text.trim() === ""
            ? "Type a company’s name or ticker, a month such as March 2025, both together, or what a page is about."
            : found.length === 0
              ? "Nothing of that name was found."
              : `${count(found.length, "page was", "pages were")} found.`}
        </p>
      }
    >
      <SearchForm label="Search" query={queryOf(view.selection)} text={text} withButton />
      {text.trim() !== "" && found.length === 0 && (
        <EmptyState
          sentence="Companies are found by any name or ticker they had, periods as “March 2025” or “Q1 2025”, and a company’s figures as “Riot March 2025” or “Riot sold March 2025”."
          clearHref={`/companies${queryOf(view.selection)}`}
          clearLabel="All companies"
          choices={[{ label: "All months", href: `/months${queryOf(view.selection)}` }]}
        />
      )}
      <ol className="found">
        {found.map(({ label, note, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>: <small className="text-ink-muted">{note}</small>
          </li>
        ))}
      </ol>
    </RecordPage>
  );
}
