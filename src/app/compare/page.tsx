/** Companies side by side: one figure of up to six over time, absolute, indexed or per EH/s. The address holds the comparison. */
import { compareMultiples } from "@/cards/charts/lineChart";
import { LinkItems } from "@/site/links";
import { EmptyState, Notice } from "@/site/notices";
import { Sentences } from "@/site/Sentence";
import { type Compare, compare, headingOf, latestSentences } from "@/cards/compare/compare";
import { compareCard } from "@/cards/compare/compareCard";
import { compareAddress, compareFields, compareRemarks } from "@/cards/compare/compareForm";
import { compareOptions, type CompareOptions } from "@/cards/compare/compareOptions";
import { suggestions } from "@/cards/compare/compareSuggestions";
import { modelAddress } from "@/cards/selection/address";
import { joinSentences } from "@/cards/tables/sentence";
import { Card, ChartFigure } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openWith, type PageProps, type ViewProps } from "@/app/request";
import { headOf } from "@/app/socialCard";

const open = openWith((params) => ({ options: compareOptions(params) }));

const pageHeading = (options: CompareOptions, { companies }: Compare): string =>
  companies.length === 0 ? "Compare companies" : headingOf(options, companies);

export const generateMetadata = headOf(open, ({ options, ...view }) => {
  const found = compare(view, options);
  const head = { title: pageHeading(options, found), path: compareAddress(view.selection, options) };
  if (found.companies.length === 0)
    return { ...head, description: "Any figure of up to six listed bitcoin miners over time, side by side." };
  return { ...head, description: joinSentences(latestSentences(view, options)), table: compareCard(options).table(view) };
});

export default async function ComparePage(props: PageProps) {
  const { options, ...view } = await open(props);

  const found = compare(view, options);
  const some = found.companies.length > 0;
  return (
    <RecordPage
      current="compare"
      view={view}
      path="/compare"
      kicker="Compare"
      title={pageHeading(options, found)}
      standfirst={
        some ? (
          <Sentences of={latestSentences(view, options)} />
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

function Compared({ view, options, found }: ViewProps & { readonly options: CompareOptions; readonly found: Compare }) {
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
        <EmptyState
          sentence={`${found.companies.length === 1 ? "This company does not have" : "None of these companies has"} this figure in the chosen range.`}
          clearHref="/compare"
        />
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
