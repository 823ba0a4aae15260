/**
 * Companies side by side: any figure of up to six of them over time, as it is, indexed or per EH/s, with the table behind it. The address
 * is the comparison: it can be shared as it stands.
 */
import type { Metadata } from "next";
import { shortName } from "@/domain/company";
import { compareMultiples } from "@/cards/charts/lineChart";
import { LinkItems } from "@/site/links";
import { EmptyState, Notice } from "@/site/notices";
import { Sentence } from "@/site/Sentence";
import { compare, latestSentences, titleOf } from "@/cards/compare/compare";
import { compareCard } from "@/cards/compare/compareCard";
import { compareAddress, compareFields, compareRemarks } from "@/cards/compare/compareForm";
import { compareOptions, type CompareOptions } from "@/cards/compare/compareOptions";
import { suggestions } from "@/cards/compare/compareSuggestions";
import { modelAddress } from "@/cards/selection/address";
import type { SearchParams } from "@/cards/selection/selection";
import { plain } from "@/cards/words/sentence";
import { listed } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { ChartFigure } from "@/app/ChartFigure";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View } from "@/app/request";
import { sharedAs } from "@/app/socialCard";

async function open(searchParams: Promise<SearchParams>): Promise<{ view: View; options: CompareOptions }> {
  const view = await openView(searchParams);
  const options = compareOptions(await searchParams);
  return { view, options };
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { view, options } = await open(searchParams);
  const { selection } = view;
  const { companies } = compare(view, options);
  const address = compareAddress(selection, options);
  if (companies.length === 0)
    return {
      title: "Compare companies",
      description: "Any figure of up to six listed bitcoin miners over time, side by side.",
      alternates: { canonical: address },
    };
  const latest = latestSentences(view, options).map(plain);
  return {
    title: `${titleOf(options)}: ${listed(companies.map(shortName))}`,
    description: latest.join(" "),
    ...sharedAs(address, compareCard(options).table(view), selection),
  };
}

export default async function ComparePage({ searchParams }: PageProps) {
  const { view, options } = await open(searchParams);

  const found = compare(view, options);
  const some = found.companies.length > 0;
  return (
    <RecordPage
      current="compare"
      view={view}
      path="/compare"
      kicker="Compare"
      title={some ? `${titleOf(options)}: ${listed(found.companies.map(shortName))}` : "Compare companies"}
      standfirst={
        some ? (
          latestSentences(view, options).map((words) => <Sentence key={plain(words)} parts={words} />)
        ) : (
          <p>Choose up to six companies and a figure, or begin with one of these comparisons.</p>
        )
      }
      form={{
        fields: ["periodKind", "from", "to", "companies", "basis", "evidence", "asOf"],
        unpicked: some ? undefined : "No company picked",
        extra: compareFields(options),
      }}
    >
      {some ? (
        <Compared view={view} options={options} found={found} />
      ) : (
        <ul className="prose">
          <LinkItems places={suggestions(view)} />
        </ul>
      )}
    </RecordPage>
  );
}

interface ComparedProps {
  readonly view: View;
  readonly options: CompareOptions;
  readonly found: ReturnType<typeof compare>;
}

function Compared({ view, options, found }: ComparedProps) {
  const remarks = compareRemarks(view, options, found);
  const table = compareCard(options).table(view);
  return (
    <>
      {remarks.length > 0 && (
        <Notice>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      )}
      {table.rows.length === 0 ? (
        <EmptyState sentence="None of these companies has this figure in the chosen range." clearHref="/compare" />
      ) : options.layout === "multiples" ? (
        <Card view={view} table={table}>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {compareMultiples(table).map((model, only) => (
              <ChartFigure key={model.id} model={model} address={modelAddress(table.id, view.selection, { only })} />
            ))}
          </div>
        </Card>
      ) : (
        <Card view={view} table={table} />
      )}
    </>
  );
}
