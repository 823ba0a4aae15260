/** The report of one period: main findings, holders against sellers, sales by company, what is missing and why, published aggregates. */
import { type Period, endOf, kindOf, periodOfKind, shift, startOf } from "@/domain/values/period";
import { recordSpan } from "@/domain/figures/figures";
import { Neighbours, Tabs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageSection } from "@/site/PageSection";
import { SentenceList } from "@/site/Sentence";
import { ThinMark } from "@/site/marks";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openPeriod, type PeriodProps, type PeriodView, type ViewProps } from "@/app/request";
import { headOf } from "@/app/socialCard";
import { packAddress, periodAddress, pressAddress } from "@/cards/selection/address";
import { headlineWords, thinWords } from "@/cards/months/headline";
import { soldCard, minersCard, holdersAndSellersCard } from "@/cards/months/periodTable";
import { poolAt } from "@/cards/months/pooled";
import { publishedForPeriodCard } from "@/cards/months/published";
import { reportOf, type Statement } from "@/cards/months/report";
import { queryOf } from "@/cards/selection/selection";
import { MOST_SHOWN } from "@/cards/tables/viewed";
import { joinSentences, plain, type Sentence as Words } from "@/cards/tables/sentence";
import { dayName } from "@/domain/shared/dayName";
import { capitalized, noneOf, periodName } from "@/cards/words/phrases";

export const generateMetadata = headOf(openPeriod, (view) => {
  const { period, selection } = view;
  const name = periodName(period);
  return {
    title: capitalized(name),
    description: headlineWords(poolAt(view, period), selection) ?? `What listed bitcoin miners produced, sold and held ${name}.`,
    path: periodAddress(period, selection),
    table: holdersAndSellersCard.table(view),
  };
});

export default async function PeriodPage(props: PeriodProps) {
  const view = await openPeriod(props);
  const { period, selection } = view;
  const statements = reportOf(view, period);
  const at = poolAt(view, period);
  const miners = minersCard.table(view);
  const own = `/months/${period}`;
  const wider = [...new Set([period, periodOfKind(period, "quarter"), periodOfKind(period, "year")])].filter(
    (p) => p.length <= period.length,
  );
  const tabs = wider.map((p) => ({ label: capitalized(periodName(p)), href: periodAddress(p, selection), current: p === period }));
  return (
    <RecordPage
      current="months"
      view={view}
      path={own}
      crumbs={{ places: [{ label: "Months", href: `/months${queryOf(selection)}` }], here: capitalized(periodName(period)) }}
      {...headingOf(view, statements)}
      beneath={at.thin && at.members.length > 0 && <ThinMark coverage={thinWords(at)} />}
      between={
        <>
          <PeriodNav view={view} />
          <Tabs label="Periods that this one is in" tabs={tabs} />
        </>
      }
      form={{ fields: ["panel", "companies", "basis", "evidence", "asOf"] }}
    >
      {miners.rows.length === 0 ? (
        <EmptyState
          sentence={`${noneOf(selection, "have")} a figure for ${periodName(period)}${kindOf(period) === "month" ? "" : " as a whole"}.`}
          clearHref={own}
        />
      ) : (
        <>
          {at.members.length > 0 && (
            <Card view={view} table={holdersAndSellersCard.table(view)} sentence={linked(statements, ["over", "holders"])} />
          )}
          <Report view={view} statements={statements} />
          {at.members.length > 0 && <Card view={view} table={soldCard.table(view)} sentence={linked(statements, ["sellers"])} />}
          <Card view={view} table={miners} most={MOST_SHOWN} />
        </>
      )}
      <Card view={view} table={publishedForPeriodCard.table(view)} empty={null} />
      <PeriodNav label="Onwards" view={view} />
    </RecordPage>
  );
}

/** The findings, one per line; the headline has the first. */
function Report({ view: { period, selection }, statements }: ViewProps<PeriodView> & { readonly statements: readonly Statement[] }) {
  if (statements.length <= 1) return null;
  return (
    <PageSection id="report" title="What happened">
      <SentenceList of={statements.slice(1)} />
      <p className="small no-print">
        <a href={pressAddress(period, selection)}>The page for the press</a> has these sentences to copy, the charts as pictures and the
        numbers; <a href={packAddress(period, selection)}>one ZIP</a> has them all.
      </p>
    </PageSection>
  );
}

function headingOf({ period, selection }: PeriodView, statements: readonly Statement[]) {
  const headline = statements.find((statement) => statement.id === "headline");
  const known = selection.asOf === null ? "" : `, as known on ${dayName(selection.asOf)}`;
  return {
    kicker: `${capitalized(periodName(period))}${known}`,
    title: headline ? plain(headline.sentence) : `${capitalized(periodName(period))}: no pooled figure`,
    standfirst: headline ? undefined : <p>{noneOf(selection, "have")} both production and sales known for this period.</p>,
  };
}

/** Previous and next period of the same kind, and the shorter and longer ones that share its time. */
function PeriodNav({ label, view: { figures, period, selection } }: ViewProps<PeriodView> & { readonly label?: string }) {
  const span = recordSpan(figures);
  const place = (other: Period) => ({ label: capitalized(periodName(other)), href: periodAddress(other, selection) });
  const [before, after] = [shift(period, -1), shift(period, 1)];
  const within = (other: Period) => span !== undefined && endOf(other) >= startOf(span.from) && startOf(other) <= endOf(span.to);
  return <Neighbours label={label} previous={within(before) ? place(before) : undefined} next={within(after) ? place(after) : undefined} />;
}

/** The statements behind a figure, with their links; undefined keeps the table's own sentence. */
function linked(statements: readonly Statement[], ids: readonly string[]): Words | undefined {
  const told = statements.filter(({ id }) => ids.includes(id)).map((statement) => statement.sentence);
  return told.length === 0 ? undefined : joinSentences(told);
}
