/**
 * Holders and sellers, in three parts that each have an address: what each miner does with its bitcoin and where that differs from its
 * word; how much of production that stands for and who changed course; what holding would have left.
 */
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Tabs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading } from "@/site/PageHeading";
import { SelectionBar } from "@/app/SelectionBar";
import { Sentence } from "@/site/Sentence";
import type { Table } from "@/cards/table";
import { selectionFields } from "@/cards/selection/form";
import { DEFAULT_SELECTION, queryOf, type SearchParams, type Selection } from "@/cards/selection/selection";
import { plain, type Sentence as Words } from "@/cards/words/sentence";
import { ownChoice } from "@/cards/selection/ownChoice";
import { changes, changesCard, changeWords, policyCard } from "@/cards/strategies/strategiesChanges";
import { productionSentence, productionCard } from "@/cards/strategies/strategiesProduction";
import { lanesCard, nowSentence, nowCard, stretches } from "@/cards/strategies/strategiesStances";
import { differenceCard, summedCard, treasurySentence } from "@/cards/strategies/strategiesTreasury";
import { panelName } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { STRATEGY_PARTS, type StrategyPart } from "@/cards/strategies/parts";
import { openView, type PageProps, type View } from "@/app/request";
import { sharedAs } from "@/app/socialCard";

const PART_TITLE: Readonly<Record<StrategyPart, string>> = {
  stances: "Who holds and who sells",
  production: "Production by what miners do with it",
  treasury: "Holding against selling",
};

const partAddress = (selection: Selection, part: StrategyPart): string =>
  `/strategies${queryOf(selection, part === "stances" ? {} : { show: part })}`;

async function open(searchParams: Promise<SearchParams>): Promise<{ view: View; part: StrategyPart }> {
  const view = await openView(searchParams);
  return { view, part: ownChoice(await searchParams, "show", STRATEGY_PARTS) };
}

function leadOf({ figures, selection }: View, part: StrategyPart): Words | undefined {
  if (part === "treasury") return treasurySentence(figures, selection);
  return part === "production" ? productionSentence(figures, selection) : nowSentence(figures, selection);
}

/** The table whose chart is the part's social card. */
function chartTableOf(view: View, part: StrategyPart): Table {
  if (part === "treasury") return summedCard.table(view);
  return part === "production" ? productionCard.table(view) : lanesCard.table(view);
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { view, part } = await open(searchParams);
  const words = leadOf(view, part);
  return {
    title: PART_TITLE[part],
    ...(words && { description: plain(words) }),
    // What miners do is always read from months and gross sales: those choices make no other page.
    ...sharedAs(partAddress({ ...view.selection, per: "month", basis: "gross" }, part), chartTableOf(view, part), view.selection),
  };
}

export default async function StrategiesPage({ searchParams }: PageProps) {
  const { view, part } = await open(searchParams);
  const { figures, selection, today } = view;
  const { panel, from, to, companies, evidence, asOf } = selectionFields(figures, selection, today);
  const words = leadOf(view, part);
  return (
    <RecordPage current="strategies" view={view} plainHref="/strategies">
      <PageHeading title={PART_TITLE[part]} kicker="Strategies" standfirst={words && <Sentence parts={words} />} />
      <Tabs
        label="Parts of Strategies"
        tabs={STRATEGY_PARTS.map((name) => ({ label: PART_TITLE[name], href: partAddress(selection, name), current: name === part }))}
      />
      <SelectionBar
        view={view}
        action="/strategies"
        clearHref={partAddress(DEFAULT_SELECTION, part)}
        {...{ panel, from, to, companies, evidence, asOf }}
        hidden={part === "stances" ? [] : [{ name: "show", value: part }]}
      />
      {stretches(figures, selection).length === 0 ? (
        <EmptyState
          sentence={`Nothing is known of what the ${panelName(selection)} did with their bitcoin in the chosen range.`}
          clearHref="/strategies"
        />
      ) : (
        CARDS[part]({ view })
      )}
    </RecordPage>
  );
}

interface CardsProps {
  readonly view: View;
}

function StanceCards({ view }: CardsProps) {
  return (
    <>
      <Card view={view} table={lanesCard.table(view)} />
      <Card view={view} table={nowCard.table(view)} />
      <Card view={view} table={policyCard.table(view)} />
    </>
  );
}

function ProductionCards({ view }: CardsProps) {
  const { figures, selection } = view;
  const found = changes(figures, selection);
  return (
    <>
      <Card view={view} table={productionCard.table(view)} sentence={null} />
      <Card view={view} table={changesCard.table(view)}>
        <ul className="prose">
          {found.map((change) => (
            <li key={`${change.company.id}-${change.month}`}>
              <Sentence parts={changeWords(change, selection)} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function TreasuryCards({ view }: CardsProps) {
  const { figures, selection } = view;
  if (!treasurySentence(figures, selection)) return <p>No sale is known in this selection, so there is nothing to set against holding.</p>;
  return (
    <>
      <Card view={view} table={summedCard.table(view)} sentence={null} />
      <Card view={view} table={differenceCard.table(view)} />
    </>
  );
}

const CARDS: Readonly<Record<StrategyPart, (props: CardsProps) => ReactNode>> = {
  stances: StanceCards,
  production: ProductionCards,
  treasury: TreasuryCards,
};
