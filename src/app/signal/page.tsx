/** Does selling move the price? Miners' sales against bitcoin's return, with correlation, interval and a careful answer. */
import { type ChoiceField, choiceField } from "@/cards/choices/choices";
import { Sentence } from "@/site/Sentence";
import { queryOf } from "@/cards/selection/selection";
import { HORIZONS, MEASURES, signalOptions, type SignalOptions } from "@/cards/signal/signal";
import { answerSentence, correlationCard, issuanceCard, MEASURE_WORDS, scatterCard, signalQuery } from "@/cards/signal/signalTables";
import { capitalized } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openWith, type PageProps } from "@/app/request";
import { headOf } from "@/app/socialCard";

const open = openWith((params) => ({ options: signalOptions(params) }));

export const generateMetadata = headOf(open, ({ options, ...view }) => ({
  title: "Does selling move the price?",
  description: answerSentence(view, options),
  path: `/signal${queryOf({ ...view.selection, per: "month" }, signalQuery(options))}`,
  table: scatterCard(HORIZONS[0], options).table(view),
}));

export default async function SignalPage(props: PageProps) {
  const { options, ...view } = await open(props);
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

const fieldsOf = ({ measure, thin }: SignalOptions): ChoiceField[] => [
  choiceField(
    "measure",
    "Set against the price",
    measure,
    MEASURES.map((value) => [value, capitalized(MEASURE_WORDS[value])]),
  ),
  choiceField("thin", "Thin months (too little is known)", thin ? "include" : "exclude", [
    ["exclude", "Left out", ""],
    ["include", "Counted, drawn hollow", "thin months counted"],
  ]),
];
