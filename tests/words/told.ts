/**
 * Everything that the product says of a record: statements, sentences, titles, captions, alternative texts and tooltips, out of every
 * builder of sentences and every card. Record + selection + period → texts; those that claim to be sentences apart from the short ones.
 */
import { companiesSentence, filterWords } from "@/cards/companies/companiesWords";
import { companySummaries } from "@/cards/companies/companies";
import { portrait } from "@/cards/companies/companyPortrait";
import { compare, latestSentences } from "@/cards/compare/compare";
import { compareRemarks } from "@/cards/compare/compareForm";
import { suggestions } from "@/cards/compare/compareSuggestions";
import { COMPARED, DEFAULT_OPTIONS, WAYS } from "@/cards/compare/compareOptions";
import { portraitSentence, undatedSentence } from "@/cards/evidence/dataPortrait";
import { selectedChanges, sinceSentence } from "@/cards/evidence/since";
import { explainFigure, explainSellThrough } from "@/cards/evidence/explanation";
import { stalenessList, stalenessSummary } from "@/cards/evidence/staleness";
import { method } from "@/cards/method/methodText";
import { besideSentence, headlineWords, silentSentence } from "@/cards/months/headline";
import { headlines, poolAt } from "@/cards/months/pooled";
import { pressOf } from "@/cards/months/press";
import { heatMapOf, mapExtreme } from "@/cards/companies/map";
import { newsOf } from "@/cards/news";
import { CARDS, chartOf, tableById } from "@/cards/registry";
import { fillPattern } from "@/cards/card";
import { selectionWords } from "@/cards/choices/selectionWords";
import { answerSentence } from "@/cards/signal/signalTables";
import { changes, changeWords } from "@/cards/strategies/strategiesChanges";
import { nowSentence } from "@/cards/strategies/strategiesStances";
import { treasurySentence } from "@/cards/strategies/strategiesTreasury";
import type { Table } from "@/cards/tables/table";
import { plain, type Sentence } from "@/cards/tables/sentence";
import { ageWords } from "@/cards/words/phrases";
import { figuresOf } from "@/domain/figures/figures";
import type { Asked } from "@/cards/asked";
import { METRIC_IDS } from "@/domain/values/metric";
import { kindOf, type Period } from "@/domain/values/period";

export interface Told {
  /** What claims to be one or several whole sentences. */
  readonly sentences: readonly string[];
  /** Titles, labels, captions, cells and lines of tooltips. */
  readonly pieces: readonly string[];
}

type Words = Sentence | string | undefined;

const textsOf = (words: readonly Words[]): string[] =>
  words.flatMap((one) => (one === undefined ? [] : [typeof one === "string" ? one : plain(one)])).filter((text) => text !== "");

/** What every builder says of a period. */
export function toldOf(asked: Asked, period: Period): Told {
  const { figures, selection } = asked;
  const { companies } = figures.record;
  const press = pressOf(asked, period);
  const at = poolAt(asked, period);
  const [found] = headlines(asked);
  const spoken = [...press.lead, ...press.points, ...press.caveats];
  const rules = method(figures).flatMap((group) => group.rules);
  const before = figuresOf({ ...figures.record, facts: figures.record.facts.slice(1) }, figures.today);
  const since = selectedChanges({ figures: before, latest: figures, selection });
  const explained = companies
    .slice(0, 2)
    .flatMap((company) => [
      explainSellThrough(asked, company, period),
      ...METRIC_IDS.map((metric) => explainFigure(asked, company, period, metric)),
    ]);
  const news = newsOf(figures);
  const statesCompared = ["since", "since-effect"].flatMap((id) => tableById({ figures: before, selection, latest: figures }, id) ?? []);
  const tables = [...tablesOf(asked, period), ...statesCompared];
  const compared = COMPARED.flatMap((metric) => WAYS.map((as) => ({ ...DEFAULT_OPTIONS, metric, as })));
  const sentences = textsOf([
    ...spoken.flatMap(({ sentence, alone }) => [sentence, alone]),
    headlineWords(at, selection),
    besideSentence(found?.beside, selection),
    found && silentSentence(asked, found.main),
    ...companies.flatMap((company) => portrait({ ...asked, company })),
    companiesSentence(companySummaries(asked)),
    ...rules.flatMap(({ says, example }) => [...says, example]),
    ...explained.map(({ how }) => how),
    sinceSentence(since),
    stalenessSummary(stalenessList(asked)),
    nowSentence(asked),
    treasurySentence(asked),
    ...changes(asked).map((change) => changeWords(change, selection)),
    mapExtreme(heatMapOf(asked)),
    portraitSentence(figures),
    undatedSentence(figures.record),
    answerSentence(asked, { measure: "sell_through", thin: true }),
    answerSentence(asked, { measure: "sold", thin: false }),
    ...compared.flatMap((options) => compareRemarks(asked, options, compare(asked, options))),
    ...news.flatMap((item) => item.sentences),
    ...tables.flatMap((table) => [table.sentence, table.caveat]),
  ]);
  const pieces = textsOf([
    ...spoken.map(({ basis }) => basis),
    ...compared.flatMap((options) => latestSentences(asked, options)),
    ...suggestions(asked).map(({ label }) => label),
    ...selectionWords(asked),
    ...news.map(({ title }) => title),
    ...explained.flatMap(({ title, arithmetic }) => [title, ...(arithmetic?.terms ?? []).map(({ label }) => label)]),
    ageWords(period, figures.today, !at.thin),
    filterWords({
      listing: "Nasdaq",
      stance: "unknown",
      production: "10",
      treasury: "1",
      coverage: "50",
    }),
    ...tables.flatMap(piecesOf),
  ]);
  return { sentences, pieces };
}

/** The table of every card that has one for the period. */
function tablesOf(asked: Asked, period: Period): Table[] {
  const ids = CARDS.flatMap(({ id }) => {
    if (id.includes(":period")) return kindOf(period) === "span" ? [] : [fillPattern(id, { period })];
    if (!id.includes(":company")) return [id];
    return asked.figures.record.companies.slice(0, 2).map((company) => fillPattern(id, { company: company.id }));
  });
  return ids.flatMap((id) => tableById(asked, id) ?? []);
}

function piecesOf(table: Table): string[] {
  const cells = table.rows.flatMap(({ cells: of }) => Object.values(of));
  const said = cells.flatMap((cell) => [cell.text, ...("note" in cell ? [cell.note] : [])]);
  const chart = chartOf(table);
  return [
    table.title,
    ...table.columns.flatMap(({ label, description }) => [label, description]),
    ...said,
    ...(chart === undefined ? [] : wordsIn(chart)),
  ];
}

const SPOKEN = new Set(["title", "alt", "text", "label", "note", "evidence"]);

/** The words of a chart, wherever in it they stand. */
function wordsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return SPOKEN.has(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((one) => wordsIn(one, key))
    : Object.entries(value).flatMap(([name, one]) => wordsIn(one, name));
}
