/**
 * Holders and sellers: what each miner does with its bitcoin over time, how much of production that stands for, who changed its mind,
 * what holding would have left, and where deeds differ from words.
 */
import type { Metadata } from "next";
import { EmptyState } from "@/ui/notices";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";
import { SelectionForm } from "@/ui/SelectionForm";
import { Sentence } from "@/ui/Sentence";
import { selectionFields } from "@/view/form";
import { queryOf } from "@/view/selection";
import { plain } from "@/view/sentence";
import { changes, changesTable, changeWords, policySentence, policyTable } from "@/view/strategiesChanges";
import { productionSentence, productionTable } from "@/view/strategiesProduction";
import { lanesTable, nowSentence, nowTable } from "@/view/strategiesStances";
import { differenceTable, summedTable, treasurySentence } from "@/view/strategiesTreasury";
import { panelName } from "@/view/words";
import { Card } from "@/app/Card";
import { openView, type PageProps, type View } from "@/app/request";

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  const words = nowSentence(figures, selection);
  return {
    title: "Who holds and who sells",
    ...(words && { description: plain(words) }),
    alternates: { canonical: `/strategies${queryOf({ ...selection, per: "month" })}` },
  };
}

export default async function StrategiesPage({ searchParams }: PageProps) {
  const opened = await openView(searchParams);
  const view: View = { ...opened, selection: { ...opened.selection, per: "month", basis: "gross" } };
  const { figures, selection, today } = view;
  const { panel, from, to, companies, evidence, asOf } = selectionFields(figures, selection, today);
  const lanes = lanesTable(figures, selection);
  const words = nowSentence(figures, selection);
  return (
    <PageFrame current="strategies" version={figures.record.version}>
      <PageHeading title="Who holds and who sells" kicker="Strategies" standfirst={words && <Sentence parts={words} />} />
      <SelectionForm action="/strategies" clearHref="/strategies" {...{ panel, from, to, companies, evidence, asOf }} />
      {lanes.rows.length === 0 ? (
        <EmptyState
          sentence={`Nothing is known of what the ${panelName(selection)} did with their bitcoin in the chosen range.`}
          clearHref="/strategies"
        />
      ) : (
        <Cards view={view} lanes={lanes} />
      )}
    </PageFrame>
  );
}

function Cards({ view, lanes }: { readonly view: View; readonly lanes: ReturnType<typeof lanesTable> }) {
  const { figures, selection } = view;
  const found = changes(figures, selection);
  const summed = treasurySentence(figures, selection);
  return (
    <>
      <Card view={view} table={lanes} sentence={LANES} />
      <Card view={view} table={nowTable(figures, selection)} />
      <Card view={view} table={productionTable(figures, selection)} sentence={productionSentence(figures, selection)} />
      <Card
        view={view}
        table={changesTable(figures, selection)}
        sentence={found.length === 0 ? [{ text: "No change of stance is known in this selection." }] : CHANGES}
      >
        <ul className="prose">
          {found.map((change) => (
            <li key={`${change.company.id}-${change.month}`}>
              <Sentence parts={changeWords(change, selection)} />
            </li>
          ))}
        </ul>
      </Card>
      {summed && (
        <>
          <Card view={view} table={{ ...summedTable(figures, selection), sentence: plain(summed) }} sentence={summed} />
          <Card view={view} table={differenceTable(figures, selection)} />
        </>
      )}
      <Card view={view} table={policyTable(figures, selection)} sentence={policySentence(figures, selection)} />
    </>
  );
}

const LANES = [
  {
    text: "A stance is read from sell-through over the last three months with data: below 5% a miner holds, up to 95% it sells some, up to 105% all, beyond that more than it mines. Dots rest on a stated policy alone, hatching on earlier months because the month itself has no figures.",
  },
];
const CHANGES = [
  {
    text: "A change counts when it shows in two months with data in a row, and is dated by the first; so the newest is told a month late.",
  },
];
