/** Figures for chart tests, as a table would hand them over. Riot's months are real (company releases). */
import type { Column, Row, Table, TableCell } from "@/cards/tables/table";
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

/** The table whose chart shows these figures: a row each with words and figures by column, "_btc" and "_pct" in a column's key its unit. */
export function tableOf(rows: readonly { readonly href?: string; readonly [column: string]: string | Figure | undefined }[]): Table {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => key !== "href");
  const unitOf = (key: string): Column["unit"] => (key.endsWith("_btc") ? "BTC" : key.endsWith("_pct") ? "%" : "");
  const cellOf = (content: string | Figure | undefined, href: string | undefined): TableCell => {
    if (content === undefined || typeof content === "string") return { kind: "text", text: content ?? "" };
    const link = href === undefined ? {} : { href };
    if (content.kind === "missing") return { kind: "missing", reason: content.reason ?? "notDisclosed", text: content.text, ...link };
    const { value, text, evidence } = content;
    return { kind: "value", plain: String(value), text: text.replace(" BTC", ""), evidence: evidence as "reported", sources: [], ...link };
  };
  return {
    id: "chart",
    title: "A chart",
    columns: keys.map((key) => ({ key, label: key, kind: unitOf(key) === "" ? "text" : "number", unit: unitOf(key), description: "" })),
    rows: rows.map(({ href, ...row }, at): Row => ({
      key: typeof row["period"] === "string" ? row["period"] : String(at),
      cells: Object.fromEntries(keys.map((key) => [key, cellOf(row[key], href)])),
      ...(href !== undefined && { href }),
    })),
  };
}
