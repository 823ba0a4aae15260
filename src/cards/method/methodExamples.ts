/** Worked examples of the method: the newest company-month that shows each rule. A rule without one in the record has no example. */
import { type DerivedCell, isKnown, MISSING_LABEL } from "@/domain/facts/cell";
import { booksOf, type ClosedBooks } from "@/domain/measures/books";
import { type Company, companyId, shortName } from "@/domain/facts/company";
import { conflictsOf } from "@/domain/measures/conflicts";
import { proceedsOf, priceOf } from "@/domain/measures/dollars";
import { knownSince } from "@/domain/facts/fact";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { formatMetric, type MetricId, METRICS } from "@/domain/values/metric";
import { monthsOf, type Period, period, periodRange, quarterOf, shift } from "@/domain/values/period";
import { formatRatio, hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { policyTest, POLICY_LABEL, STANCE_LABEL, stanceOf } from "@/domain/measures/stance";
import { treasuryOf } from "@/domain/measures/treasury";
import { figureAddress } from "../selection/address";
import { amountText, statedText } from "../words/factWords";
import { coverageSentence } from "../months/headline";
import { headlinePool } from "../months/pooled";
import { DEFAULT_SELECTION } from "../selection/selection";
import { link, type Sentence, type SentencePart, sentence } from "../tables/sentence";
import { dayName } from "@/domain/shared/dayName";
import { btc, dollars, inPeriod, listed, periodName, thePeriod } from "../words/phrases";

type Example = Sentence | undefined;

interface Place {
  readonly company: Company;
  readonly month: Period;
}

/** An example that tells what `find` returns for the newest company-month for which it returns anything. */
const newest =
  <T>(find: (place: Place, figures: Figures) => T | undefined, tell: (found: T, at: Place) => Sentence) =>
  (figures: Figures): Example => {
    const span = recordSpan(figures);
    for (const month of span ? periodRange(span.from, span.to).reverse() : []) {
      for (const company of figures.record.companies) {
        const found = find({ company, month }, figures);
        if (found !== undefined) return tell(found, { company, month });
      }
    }
    return undefined;
  };

const figure = (at: Place, metric: MetricId, value: number, of = at.month): SentencePart =>
  link(formatMetric(metric, value), figureAddress(at.company.id, of, metric, DEFAULT_SELECTION));

const share = (at: Place, ratio: number, basis: "gross" | "net" = "gross"): SentencePart =>
  link(formatRatio(ratio), figureAddress(at.company.id, at.month, "sell_through", { ...DEFAULT_SELECTION, basis }));

export const ratioExample = newest(
  ({ company, month }, figures) => {
    const value = sellThrough(figures, company.id, month, "gross", "best");
    const isMore = hasRatio(value) && stanceOf(value.sold, value.produced) === "sellsMore";
    return isMore && value.evidence === "reported" ? value : undefined;
  },
  ({ sold, produced, ratio }, at) =>
    sentence`${shortName(at.company)} sold ${figure(at, "btc_sold", sold)} BTC and produced ${figure(at, "btc_produced", produced)} BTC ${inPeriod(at.month)}: ${share(at, ratio)}.`,
);

export const zeroExample = newest(
  ({ company, month }, figures) => {
    const value = sellThrough(figures, company.id, month, "gross", "best");
    return hasRatio(value) && value.evidence === "reported" && value.sold === 0 ? value : undefined;
  },
  ({ produced }, at) =>
    sentence`${shortName(at.company)} reported that it sold ${figure(at, "btc_sold", 0)} BTC ${inPeriod(at.month)} and produced ${figure(at, "btc_produced", produced)} BTC: its sell-through is ${share(at, 0)}, which is a value and no gap.`,
);

export const netExample = newest(
  ({ company, month }, figures) => {
    const [gross, net] = [sellThrough(figures, company.id, month, "gross", "best"), sellThrough(figures, company.id, month, "net", "best")];
    const purchased = hasRatio(net) ? net.cells.purchased : undefined;
    return hasRatio(gross) && hasRatio(net) && gross.ratio !== net.ratio && purchased ? { gross, net, purchased } : undefined;
  },
  ({ gross, net, purchased }, at) =>
    sentence`${shortName(at.company)} sold ${figure(at, "btc_sold", gross.sold)} BTC and bought ${figure(at, "btc_purchased", purchased.value)} ${inPeriod(at.month)}: gross ${share(at, gross.ratio)}, net ${share(at, net.ratio, "net")}.`,
);

export function chooseExample(figures: Figures): Example {
  const conflict = conflictsOf(figures).find(({ why }) => !why.startsWith("decided"));
  const other = conflict?.against[0];
  if (!conflict || !other) return undefined;
  const { chosen } = conflict.choice;
  const address = figureAddress(conflict.company.id, chosen.period, chosen.metric, DEFAULT_SELECTION);
  return sentence`Sources give different numbers for ${shortName(conflict.company)}’s ${METRICS[chosen.metric].noun} ${inPeriod(chosen.period)}: ${link(amountText(chosen), address)} is chosen and ${statedText(other)} stays beside it, because ${conflict.why}.`;
}

/** Bitfarms' April 2025 where the record still derives it, else the newest of its kind. */
export function holdingsExample(figures: Figures): Example {
  const month = period("2025-04");
  const company = figures.company(companyId("bitfarms"));
  const found = company && soldByHoldings({ company, month }, figures);
  return found ? holdingsWords(found, { company, month }) : newest(soldByHoldings, holdingsWords)(figures);
}

function soldByHoldings({ company, month }: Place, figures: Figures): DerivedCell | undefined {
  const cell = figures.cell(company.id, "btc_sold", month);
  return cell.evidence === "derived" && cell.derivation === "holdings" ? cell : undefined;
}

function holdingsWords(sold: DerivedCell, at: Place): Sentence {
  const words = { btc_produced: " produced", btc_purchased: " purchased", btc_held: " held before" } as const;
  const terms = sold.terms.flatMap(({ sign, metric, period: of, cell }, index): Sentence => {
    const word = sign === -1 && metric === "btc_held" ? " held after" : metric in words ? words[metric as keyof typeof words] : "";
    return [{ text: index === 0 ? "" : sign === 1 ? " + " : " − " }, figure(at, metric, cell.value, of), { text: word }];
  });
  return sentence`${shortName(at.company)}, ${periodName(at.month)}: ${terms} = ${figure(at, "btc_sold", sold.value)} BTC sold.`;
}

export const quarterExample = newest(
  ({ company, month }, figures) =>
    (["btc_sold", "btc_produced"] as const).flatMap((metric) => {
      const cell = figures.cell(company.id, metric, month);
      return cell.evidence === "derived" && cell.derivation === "difference" && cell.terms.length === 3 ? [{ metric, cell }] : [];
    })[0],
  ({ metric, cell }, at) => {
    const terms = cell.terms.flatMap((term, index): Sentence => [
      { text: index === 0 ? "" : term.sign === 1 ? " + " : " − " },
      figure(at, metric, term.cell.value, term.period),
    ]);
    return sentence`${shortName(at.company)}’s ${METRICS[metric].noun} ${inPeriod(at.month)} ${METRICS[metric].noun.endsWith("s") ? "are" : "is"} what is left: ${terms} = ${figure(at, metric, cell.value)} BTC.`;
  },
);

export const sumExample = newest(
  ({ company, month }, figures) => {
    const cell = figures.cell(company.id, "btc_produced", quarterOf(month));
    return cell.evidence === "derived" && cell.derivation === "sum" ? cell : undefined;
  },
  ({ facts, value }, at) => {
    const quarter = quarterOf(at.month);
    const terms = facts.flatMap((fact, index): Sentence => [
      ...(index === 0 ? [] : [{ text: " + " }]),
      figure(at, "btc_produced", fact.value, fact.period),
    ]);
    return sentence`${shortName(at.company)} produced ${terms} = ${figure(at, "btc_produced", value, quarter)} BTC ${inPeriod(quarter)}.`;
  },
);

export const policyExample = newest(
  ({ company, month }, figures) => {
    const cell = figures.cell(company.id, "btc_sold", month);
    return cell.evidence === "policy" ? cell : undefined;
  },
  ({ policy, value }, at) =>
    sentence`${shortName(at.company)} had ${link(`stated that it ${POLICY_LABEL[policy.policy]}`, policy.sourceUrl)}, and no source states its sales ${inPeriod(at.month)}: they are taken to be ${figure(at, "btc_sold", value)} BTC, marked “by policy”.`,
);

export const unreconciledExample = newest(
  ({ company, month }, figures) => {
    const cell = figures.cell(company.id, "btc_sold", month);
    if (cell.evidence !== "missing" || cell.reason !== "doesNotReconcile") return undefined;
    const [before, produced, after] = [
      figures.cell(company.id, "btc_held", shift(month, -1)),
      figures.cell(company.id, "btc_produced", month),
      figures.cell(company.id, "btc_held", month),
    ];
    return isKnown(before) && isKnown(produced) && isKnown(after) ? { before, produced, after } : undefined;
  },
  ({ before, produced, after }, at) => {
    const sold = link(MISSING_LABEL.doesNotReconcile, figureAddress(at.company.id, at.month, "btc_sold", DEFAULT_SELECTION));
    return sentence`${shortName(at.company)} held ${figure(at, "btc_held", before.value, shift(at.month, -1))} BTC before ${periodName(at.month)}, produced ${figure(at, "btc_produced", produced.value)} and held ${figure(at, "btc_held", after.value)} after it: its sales of the month read “${sold}”.`;
  },
);

export function pooledExample(figures: Figures): Example {
  const at = headlinePool({ figures, selection: DEFAULT_SELECTION });
  return at && coverageSentence(at, DEFAULT_SELECTION);
}

export function consolidationExample(figures: Figures): Example {
  const span = recordSpan(figures);
  if (!span) return undefined;
  const months = periodRange(span.from, span.to).reverse();
  const at = months.map((month) => treasuryOf(figures, figures.record.companies, month, "best")).find(({ leftOut }) => leftOut.length > 0);
  const [first] = at?.leftOut ?? [];
  if (!at || !first) return undefined;
  return sentence`At the end of ${periodName(at.period)} the holdings of ${shortName(first.company)} are inside those of ${shortName(first.parent)}, so the treasuries add up to ${btc(at.held)} without them.`;
}

export const stanceExample = newest(
  ({ company, month }, figures) => {
    const { answer, tested, policy } = policyTest(figures, company.id, month, "best");
    return answer === "differs" && tested && policy ? { tested, policy } : undefined;
  },
  ({ tested, policy }, at) => {
    const months = listed(tested.periods.map(({ period }) => thePeriod(period)).reverse());
    return sentence`${shortName(at.company)} sold ${btc(tested.sold)} and produced ${btc(tested.produced)} in ${months}: it ${STANCE_LABEL[tested.stance]}, while it had ${link(`stated that it ${POLICY_LABEL[policy.policy]}`, policy.sourceUrl)}. What it did is not what it had said.`;
  },
);

export const booksExample = newest(
  ({ company, month }, figures): ClosedBooks | undefined => {
    const books = booksOf(figures, company.id, month);
    return books.state === "closed" && books.flagged ? books : undefined;
  },
  ({ heldBefore, produced, purchased, sold, heldAfter, unexplained }, at) => {
    const bought: Sentence = purchased ? [{ text: " + " }, figure(at, "btc_purchased", purchased.value), { text: " purchased" }] : [];
    return sentence`${shortName(at.company)}, ${periodName(at.month)}: ${figure(at, "btc_held", heldBefore.value, shift(at.month, -1))} held before + ${figure(at, "btc_produced", produced.value)} produced${bought} − ${figure(at, "btc_sold", sold.value)} sold − ${figure(at, "btc_held", heldAfter.value)} held after leaves ${btc(unexplained)} unexplained.`;
  },
);

export const dollarsExample = newest(
  ({ company, month }, figures) => {
    const value = proceedsOf(figures, company.id, month, "best");
    const price = priceOf(figures, month);
    return value?.estimated === true && value.value > 0 && price ? { value, price } : undefined;
  },
  ({ value, price }, at) =>
    sentence`${shortName(at.company)} sold ${figure(at, "btc_sold", value.cell.value)} BTC ${inPeriod(at.month)} and did not state the proceeds: at the month’s mean price of ${dollars(price.average)} they are estimated at ${dollars(value.value)}.`,
);

export function undatedExample(figures: Figures): Example {
  const fact = figures.record.facts.findLast((f) => f.source.publishedOn === null);
  const company = fact && figures.company(fact.company);
  if (!fact || !company) return undefined;
  const isMany = METRICS[fact.metric].noun.endsWith("s");
  const amount = link(amountText(fact), figureAddress(company.id, fact.period, fact.metric, DEFAULT_SELECTION));
  return sentence`${shortName(company)}’s ${METRICS[fact.metric].noun} ${inPeriod(fact.period)}, ${amount}, ${isMany ? "come" : "comes"} from a source without a date, ${fact.source.publisher}: ${isMany ? "they count" : "it counts"} as known from ${dayName(knownSince(fact).day)}.`;
}

/** A year's purchase that nobody split by month. */
export const unsplitExample = newest(
  ({ company, month }, figures) => {
    if (figures.purchased(company.id, month) !== "unknown") return undefined;
    const longer = [quarterOf(month), period(month.slice(0, 4))].find(
      (p) => (figures.reported(company.id, "btc_purchased", p)?.value ?? 0) > 0,
    );
    const total = longer && figures.reported(company.id, "btc_purchased", longer);
    return longer && total ? { longer, total } : undefined;
  },
  ({ longer, total }, at) =>
    sentence`${shortName(at.company)} bought ${figure(at, "btc_purchased", total.value, longer)} BTC ${inPeriod(longer)} without saying in which of its ${monthsOf(longer).length} months: no month’s sales are derived from holdings there.`,
);
