/** A fact in a few words: "821.1 BTC (company release, 4 October 2023)". */
import { sha256Of } from "@/record/sha256";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import { formatAmount, type MetricId, METRICS } from "@/domain/values/metric";
import type { PolicyStatement } from "@/domain/facts/record";
import { sourceLine } from "@/domain/figures/rowSources";
import { UNIT_SCALE } from "@/domain/values/amount";
import type { TableCell } from "../tables/table";
import { textCell } from "./cells";
import { dayName } from "@/domain/shared/dayName";

/** The value with its unit and all its decimals: sources may differ in the third one. */
export function amountText(fact: Pick<Fact, "metric" | "value">): string {
  const { unit } = METRICS[fact.metric];
  const amount = formatAmount(fact.value, unit, UNIT_SCALE[unit]);
  return unit === "USD" ? `$${amount}` : `${amount} ${unit}`;
}

export const sourceText = ({ source }: Pick<Fact, "source">): string => sourceLine({ ...source, kind: SOURCE_KIND_LABEL[source.kind] });

/** When the source was retrieved; if unknown, when the record added the fact. */
export function retrievedText({ source, recordedOn }: Pick<Fact, "source" | "recordedOn">): string {
  if (source.retrievedOn !== null) return `read on ${dayName(source.retrievedOn)}`;
  return recordedOn === undefined ? "not noted" : `recorded on ${dayName(recordedOn)}`;
}

export const RETRIEVED_MEANING =
  "Day on which the source was read; where that was not noted, the day on which the record took the figure in.";
export const ARCHIVE_MEANING =
  "Looks for a copy of the page in the Internet Archive, near the day of publication; whether there is one is not known.";

export const archiveCell = ({ source }: Pick<Fact, "source">): TableCell =>
  source.archive === undefined ? textCell("kept by its publisher") : textCell("look for a copy", source.archive);

export const statedText = (fact: Fact): string => `${amountText(fact)} (${sourceText(fact)})`;

/** "Bitcoin sold, BTC". */
export const metricWithUnit = (metric: MetricId): string => `${METRICS[metric].label}, ${METRICS[metric].unit}`;

/** A short fingerprint of the content of a fact or a statement: the same in every store, unlike its number. */
export function factMark(stated: Fact | PolicyStatement): string {
  const { company, period, source, note } = stated;
  const figure = "metric" in stated ? [stated.metric, stated.written] : [];
  const said = [company, ...figure, period, source.kind, source.address, source.publishedOn, note];
  return sha256Of(JSON.stringify(said)).slice(0, 10);
}
