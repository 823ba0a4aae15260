/** Holders and sellers: each miner's stance; the production behind it and who changed; what holding would have been worth. */
import type { Asked } from "@/cards/asked";
import type { ReactNode } from "react";
import { Tabs } from "@/site/links";
import { Sentence } from "@/site/Sentence";
import type { Table } from "@/cards/tables/table";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { Sentence as Words } from "@/cards/tables/sentence";
import { ownChoice } from "@/cards/selection/ownChoice";
import { changes, changesCard, changeWords, policyCard } from "@/cards/strategies/strategiesChanges";
import { productionSentence, productionCard } from "@/cards/strategies/strategiesProduction";
import { lanesCard, nowSentence, nowCard, stretches } from "@/cards/strategies/strategiesStances";
import { differenceCard, summedCard, treasurySentence } from "@/cards/strategies/strategiesTreasury";
import { MOST_SHOWN, MOST_BRIEF } from "@/cards/tables/viewed";
import { wholePanel } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { STRATEGY_PARTS, type StrategyPart } from "@/cards/pageParameters";
import { openWith, type PageProps, type View, type ViewProps } from "@/app/request";
import { headOf } from "@/app/socialCard";

interface Part {
  readonly title: string;
  readonly lead: (asked: Asked) => Words | undefined;
  /** Its chart is the part's social card. */
  readonly chart: { readonly table: (view: View) => Table };
  readonly Cards: (props: ViewProps) => ReactNode;
}

const PARTS: Readonly<Record<StrategyPart, Part>> = {
  stances: { title: "Who holds and who sells", lead: nowSentence, chart: lanesCard, Cards: StanceCards },
  production: { title: "Production by what miners do with it", lead: productionSentence, chart: productionCard, Cards: ProductionCards },
  treasury: { title: "Holding against selling", lead: treasurySentence, chart: summedCard, Cards: TreasuryCards },
};

const partAddress = (selection: Selection, part: StrategyPart): string =>
  `/strategies${queryOf(selection, part === "stances" ? {} : { show: part })}`;

const open = openWith((params) => ({ part: ownChoice(params, "show", STRATEGY_PARTS) }));

export const generateMetadata = headOf(open, ({ part, ...view }) => ({
  title: PARTS[part].title,
  description: PARTS[part].lead(view),
  // Stances always use months and gross sales: those choices make no other page.
  path: partAddress({ ...view.selection, per: "month", basis: "gross" }, part),
  table: PARTS[part].chart.table(view),
}));

export default async function StrategiesPage(props: PageProps) {
  const { part, ...view } = await open(props);
  const { selection } = view;
  const { title, lead, Cards } = PARTS[part];
  const words = lead(view);
  return (
    <RecordPage
      current="strategies"
      view={view}
      path="/strategies"
      title={title}
      kicker="Strategies"
      standfirst={words && <Sentence parts={words} />}
      between={
        <Tabs
          label="Parts of Strategies"
          tabs={STRATEGY_PARTS.map((name) => ({ label: PARTS[name].title, href: partAddress(selection, name), current: name === part }))}
        />
      }
      form={{
        fields: ["panel", "from", "to", "companies", "evidence", "asOf"],
        clearHref: partAddress(DEFAULT_SELECTION, part),
        hidden: part === "stances" ? [] : [{ name: "show", value: part }],
      }}
      empty={
        stretches(view).length > 0
          ? undefined
          : `Nothing is known of what ${wholePanel(selection)} did with ${selection.companies.length === 1 ? "its" : "their"} bitcoin in the chosen range.`
      }
    >
      <Cards view={view} />
    </RecordPage>
  );
}

function StanceCards({ view }: ViewProps) {
  return (
    <>
      <Card view={view} table={lanesCard.table(view)} />
      <Card view={view} table={nowCard.table(view)} most={MOST_SHOWN} />
      <Card view={view} table={policyCard.table(view)} most={MOST_BRIEF} />
    </>
  );
}

function ProductionCards({ view }: ViewProps) {
  const { selection } = view;
  const newest = changes(view).slice(0, MOST_BRIEF);
  return (
    <>
      <Card view={view} table={productionCard.table(view)} sentence={null} />
      <Card view={view} table={changesCard.table(view)} most={MOST_BRIEF}>
        <ul className="prose">
          {newest.map((change) => (
            <li key={`${change.company.id}-${change.month}`}>
              <Sentence parts={changeWords(change, selection)} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function TreasuryCards({ view }: ViewProps) {
  if (!treasurySentence(view)) return <p>No sale is known in this selection, so there is nothing to set against holding.</p>;
  return (
    <>
      <Card view={view} table={summedCard.table(view)} sentence={null} />
      <Card view={view} table={differenceCard.table(view)} most={MOST_SHOWN} />
    </>
  );
}
