/** Figures for chart tests, as a table would hand them over. Riot's months are real (company releases). */
import type { ChartEvidence, Figure } from "@/charts/model";

export function btc(value: number, evidence: ChartEvidence = "reported"): Figure {
  return { kind: "value", value, text: `${value.toLocaleString("en-US")} BTC`, evidence, source: "Riot Platforms" };
}

export function percent(value: number, evidence: ChartEvidence = "reported"): Figure {
  return { kind: "value", value, text: `${Math.round(value)}%`, evidence, source: "Riot Platforms" };
}

export const absent: Figure = { kind: "missing", text: "not disclosed" };

/** A month of a company with its own division. */
export function month(period: string, produced: number | undefined, sold: number | undefined, evidence: ChartEvidence = "reported") {
  return {
    period,
    title: `Month ${period}`,
    href: `/companies/riot/${period}`,
    produced: produced === undefined ? absent : btc(produced),
    sold: sold === undefined ? absent : btc(sold, evidence),
    ratio: produced === undefined || sold === undefined ? absent : percent((sold / produced) * 100, evidence),
  };
}
