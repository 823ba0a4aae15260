/** What charts with a row for each company have in common: the company's name and link, and the panel that the rows stand in. */
import type { Mark, Sketch } from "@/charts/model";
import type { Row } from "../table";
import { linkOf, textIn } from "./cellFigure";

export const companyOf = (row: Row) => ({ label: textIn(row, "company"), ...linkOf(row) });

/** One panel with a row for each company, the first on top; `around` is the height of what stands above and below them, px. */
export const byCompany = (
  rows: readonly { readonly label: string }[],
  title: string,
  marks: readonly Mark[],
  around: number,
): Pick<Sketch, "panels" | "reach" | "page"> => ({
  panels: [{ title, weight: 1, y: { kind: "rows", domain: [-0.6, rows.length - 0.4], labels: rows.map(({ label }) => label) }, marks }],
  reach: "y",
  page: { height: Math.max(rows.length, 2) * 24 + around, font: 13 },
});
