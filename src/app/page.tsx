/** The overview: the share of bitcoin sold by miners in the latest month with enough coverage, and over time. */
import { type Period, shift } from "@/domain/values/period";
import { LinkItems } from "@/site/links";
import { PageSection } from "@/site/PageSection";
import { Sentence, SentenceList, Sentences } from "@/site/Sentence";
import { ThinMark } from "@/site/marks";
import { periodAddress } from "@/cards/selection/address";
import {
  besideSentence,
  changeSentence,
  coverageSentence,
  headlineSentence,
  panelSentence,
  pooledCard,
  silentSentence,
  thinWords,
} from "@/cards/months/headline";
import { minersCard } from "@/cards/months/periodTable";
import { reportOf } from "@/cards/months/report";
import { changeTogetherCard, treasuryCard } from "@/cards/months/heldTogether";
import { headlines, poolAt } from "@/cards/months/pooled";
import { queryOf } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { publishedForPeriodCard } from "@/cards/months/published";
import { dayName } from "@/domain/shared/dayName";
import { ageWords, inPeriod, noneOf, thePeriod } from "@/cards/words/phrases";
import { type DrawingOptions, priceOf } from "@/cards/selection/drawing";
import { MOST_SHOWN } from "@/cards/tables/viewed";
import { Card } from "./Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View, type ViewProps } from "./request";
import { headOf } from "./socialCard";

export const generateMetadata = headOf(openView, (view) => {
  const table = pooledCard.table(view);
  return { description: table.sentence, path: `/${queryOf(view.selection)}`, table };
});

export default async function OverviewPage(props: PageProps) {
  const view = await openView(props);
  const { figures, selection } = view;
  const price = priceOf(await props.searchParams);
  const at = headlines(view)[0]?.main;
  const drawing = { events: figures.record.events, price };
  // Published aggregates for the headline's period, beside ours.
  const published = at && publishedForPeriodCard.table({ figures, selection, period: at.question.period });
  return (
    <RecordPage
      current="overview"
      view={view}
      path="/"
      {...headingOf(view)}
      form={{ hidden: price === undefined ? [] : [{ name: "price", value: price }] }}
      empty={
        at
          ? undefined
          : `${noneOf(selection, "have")} both production and sales known in the chosen range${selection.asOf !== null ? ` as of ${dayName(selection.asOf)}` : ""}.`
      }
    >
      {at && (
        <>
          <Card
            view={view}
            table={pooledCard.table(view)}
            sentence={null}
            drawing={drawing}
            choices={<PriceLinks view={view} price={price} />}
          />
          <Standfirst view={view} />
          <Moves view={view} period={at.question.period} />
          <Card view={view} table={minersCard.table({ figures, selection, period: at.question.period })} most={MOST_SHOWN} />
          {published !== undefined && published.rows.length > 0 && <Card view={view} table={published} />}
          <Card view={view} table={treasuryCard.table(view)} />
          <Card view={view} table={changeTogetherCard.table(view)} />
        </>
      )}
    </RecordPage>
  );
}

function headingOf(view: View) {
  const { selection, today } = view;
  const at = headlines(view)[0]?.main;
  const words = at && headlineSentence(at, selection);
  if (!at || !words) return { title: "No month in this selection has figures" };
  const change = changeSentence(at, poolAt(view, shift(at.question.period, -1)), selection);
  return {
    kicker: ageWords(at.question.period, today, !at.thin && selection.to === null),
    title: plain(words),
    standfirst: change && <Sentence parts={change} />,
    beneath: at.thin && <ThinMark coverage={thinWords(at)} />,
  };
}

/** The companies behind the headline's figure, and its evidence. */
function Standfirst({ view }: ViewProps) {
  const { selection } = view;
  const [found] = headlines(view);
  const at = found?.main;
  if (!at || headlineSentence(at, selection) === undefined) return null;
  return (
    <div className="standfirst">
      <Sentences
        of={[coverageSentence(at, selection), panelSentence(at), silentSentence(view, at), besideSentence(found.beside, selection)]}
      />
    </div>
  );
}

const PRICES = [
  [undefined, "none"],
  ["linear", "linear"],
  ["log", "logarithmic"],
] as const;

/** Links that show bitcoin's price below the chart, and set its scale. */
function PriceLinks({ view, price }: { readonly view: View; readonly price: DrawingOptions["price"] }) {
  const places = PRICES.map(([scale, label]) => {
    const href = view.viewed.withHref({ price: scale ?? "" }, pooledCard.id);
    return { label, href, current: scale === price };
  });
  return (
    <div className="small no-print mt-2 flex flex-wrap items-center gap-x-4">
      <span id="price-choices">Bitcoin’s price below the chart</span>
      <ul className="presets" aria-labelledby="price-choices">
        <LinkItems places={places} mark="true" />
      </ul>
    </div>
  );
}

const MOVES = ["record", "sellers", "over", "holders", "new", "stopped"];

function Moves({ view, period }: { readonly view: View; readonly period: Period }) {
  const statements = reportOf(view, period, MOVES);
  if (statements.length === 0) return null;
  return (
    <PageSection id="moves" title={`Who moved ${inPeriod(period)}`}>
      <SentenceList of={statements} />
      <p className="small">
        <a href={periodAddress(period, view.selection)}>The whole report of {thePeriod(period)}</a>
      </p>
    </PageSection>
  );
}
