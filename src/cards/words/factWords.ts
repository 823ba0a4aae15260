/**
 * A fact in a few words, for tables that set several side by side: "821.1 BTC (company release, 4 October 2023)".
 */
import { createHash } from "node:crypto";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/fact";
import { formatAmount, type MetricId, METRICS } from "@/domain/metric";
import type { PolicyStatement } from "@/domain/record";
import { UNIT_SCALE } from "@/domain/amount";
import { dayName } from "./words";

/** The value with its unit, all its decimals shown: sources that differ in the third one differ. */
export function amountText(fact: Pick<Fact, "metric" | "value">): string {
  const { unit } = METRICS[fact.metric];
  return `${formatAmount(fact.value, unit, UNIT_SCALE[unit])} ${unit}`;
}

export function sourceText({ source }: Pick<Fact, "source">): string {
  return `${source.publisher}, ${SOURCE_KIND_LABEL[source.kind]}, ${source.publishedOn === null ? "undated" : dayName(source.publishedOn)}`;
}

export function statedText(fact: Fact): string {
  return `${amountText(fact)} (${sourceText(fact)})`;
}

/** "Bitcoin sold, BTC". */
export function metricWithUnit(metric: MetricId): string {
  return `${METRICS[metric].label}, ${METRICS[metric].unit}`;
}

/** A few letters that stand for all that a fact or a statement says: the same in every store, unlike its number there. */
export function factMark(stated: Fact | PolicyStatement): string {
  const { company, period, source, note } = stated;
  const figure = "metric" in stated ? [stated.metric, stated.written] : [];
  const said = [company, ...figure, period, source.kind, source.address, source.publishedOn, note];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 10);
}
