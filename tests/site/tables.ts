/**
 * Real company-months as a Table for the tests of what is drawn: July 2022 of Riot, Core Scientific, MARA and IREN, with each kind of
 * evidence, an explicit zero, a missing figure and a note.
 */
import type { Table, TableCell, TableSource } from "@/cards/tables/table";

const source = (publisher: string, publishedOn: string | null): TableSource => ({
  address: `https://${publisher}/july-2022`,
  publisher,
  kind: "company release",
  publishedOn,
});

const value = (plain: string, over: Partial<Extract<TableCell, { kind: "value" }>> = {}): TableCell => ({
  kind: "value",
  plain,
  text: Number(plain).toLocaleString("en-US"),
  evidence: "reported",
  href: `/figures/${plain}`,
  sources: [source("riotplatforms.com", "2022-08-03")],
  ...over,
});

const missing: TableCell = { kind: "missing", reason: "notDisclosed", text: "not disclosed", href: "/coverage" };
const company = (text: string): TableCell => ({ kind: "text", text });

export const JULY_2022: Table = {
  id: "miners-2022-07",
  title: "Listed miners in July 2022",
  columns: [
    { key: "company", label: "Company", kind: "text", unit: "", description: "The company’s name." },
    { key: "produced_btc", label: "Produced", kind: "number", unit: "BTC", description: "Bitcoin mined for its own account." },
    { key: "sold_btc", label: "Sold", kind: "number", unit: "BTC", description: "Bitcoin sold in the period." },
  ],
  rows: [
    {
      key: "riot",
      href: "/companies/riot",
      cells: { company: company("Riot Platforms"), produced_btc: value("318"), sold_btc: value("275") },
    },
    {
      key: "core-scientific",
      cells: {
        company: company("Core Scientific"),
        produced_btc: value("1221", { evidence: "derived", sources: [source("a.org", null), source("b.org", "2022-08-05")] }),
        sold_btc: value("1975", { note: "Sold to pay debts" }),
      },
    },
    { key: "mara", cells: { company: company("MARA"), produced_btc: missing, sold_btc: value("0", { note: "Sold to pay debts" }) } },
    {
      key: "iren",
      cells: { company: company("IREN"), produced_btc: value("154"), sold_btc: value("154", { evidence: "policy", sources: [] }) },
    },
  ],
};
