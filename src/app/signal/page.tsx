/**
 * Does selling move the price? What miners sold each month against bitcoin's return in that month and after it, with the correlation, its
 * interval, and an answer that claims no more than they carry.
 */
import type { Metadata } from "next";
import type { ChoiceField } from "@/cards/selection/choices";
import { Sentence } from "@/site/Sentence";
import { queryOf, type SearchParams } from "@/cards/selection/selection";
import { plain } from "@/cards/words/sentence";
import { HORIZONS, MEASURES, signalOptions, type SignalOptions } from "@/cards/signal/signal";
import { answerSentence, correlationCard, issuanceCard, MEASURE_WORDS, scatterCard, signalQuery } from "@/cards/signal/signalTables";
import { capitalized } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View } from "@/app/request";
import { sharedAs } from "@/app/socialCard";

/** The view and the page's own choices. */
async function open(searchParams: Promise<SearchParams>): Promise<{ view: View; options: SignalOptions }> {
  const view = await openView(searchParams);
  const options = signalOptions(await searchParams);
  return { view, options };
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { view, options } = await open(searchParams);
  const { selection } = view;
  return {
    title: "Does selling move the price?",
    description: plain(answerSentence(view, options)),
    ...sharedAs(
      `/signal${queryOf({ ...selection, per: "month" }, signalQuery(options))}`,
      scatterCard(HORIZONS[0], options).table(view),
      selection,
    ),
  };
}

export default async function SignalPage({ searchParams }: PageProps) {
  const { view, options } = await open(searchParams);
  return (
    <RecordPage
      current="signal"
      view={view}
      path="/signal"
      kicker="Signal"
      title="Does selling move the price?"
      standfirst={<Sentence parts={answerSentence(view, options)} />}
      form={{ fields: ["panel", "from", "to", "companies", "basis", "evidence", "asOf"], extra: fieldsOf(options) }}
    >
      {HORIZONS.map((horizon) => (
        <Card key={horizon} view={view} table={scatterCard(horizon, options).table(view)} />
      ))}
      <Card view={view} table={correlationCard(options).table(view)} />
      <Card view={view} table={issuanceCard.table(view)} />
    </RecordPage>
  );
}

function fieldsOf({ measure, thin }: SignalOptions): ChoiceField[] {
  return [
    {
      name: "measure",
      label: "Set against the price",
      choices: MEASURES.map((value) => ({ value, label: capitalized(MEASURE_WORDS[value]), checked: value === measure })),
    },
    {
      name: "thin",
      label: "Thin months (too little is known)",
      choices: [
        { value: "exclude", label: "Left out", words: "", checked: !thin },
        { value: "include", label: "Counted, drawn hollow", words: "thin months counted", checked: thin },
      ],
    },
  ];
}
