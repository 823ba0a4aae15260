/**
 * Reads the files of a data package as an import does, into a record with numbers of its own: the far side of the round trip, without a
 * store.
 */
import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { parseAmount } from "@/domain/amount";
import { companyId } from "@/domain/company";
import { METRICS, parseMetric } from "@/domain/metric";
import { type Period, period } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { unguardedText } from "@/domain/spreadsheetText";
import { DATA, EMPTY } from "../domain/seed";

type Line = (column: string) => string;
export type Files = ReadonlyMap<string, string>;

/** The committed files. */
export function seedFiles(): Files {
  const names = [
    "companies",
    "listings",
    "facts",
    "spans",
    "policies",
    "consolidations",
    "btc-usd-monthly",
    "published-aggregates",
    "events",
    "decisions",
  ];
  return new Map(names.map((name) => [`${name}.csv`, readFileSync(`${DATA}${name}.csv`, "utf8")]));
}

export function linesOf(files: Files, name: string): Line[] {
  const rows: Record<string, string>[] = parse(files.get(name) ?? "", { columns: true, bom: true });
  return rows.map((row) => (column) => unguardedText(row[column] ?? ""));
}

export function recordFrom(files: Files, version: OpenRecord["version"]): OpenRecord {
  const all = (name: string) => linesOf(files, `${name}.csv`);
  const or = (text: string) => (text === "" ? null : text);
  const span = (line: Line) => ({ from: or(line("from")) as Period | null, to: or(line("to")) as Period | null });
  const source = (line: Line, id: number) => ({
    id,
    address: line("source_url"),
    kind: line("source_kind") as OpenRecord["facts"][number]["source"]["kind"],
    publisher: new URL(line("source_url")).hostname,
    publishedOn: or(line("published_on")),
    retrievedOn: null,
  });
  const facts = [...all("facts"), ...all("spans")];
  return {
    ...EMPTY,
    version,
    companies: all("companies").map((line) => ({
      id: companyId(line("company")),
      name: line("name"),
      country: line("country"),
      secCik: or(line("sec_cik")),
      fiscalYearEnd: or(line("fiscal_year_end")),
      notes: line("notes"),
      formerNames: all("names")
        .filter((name) => name("company") === line("company"))
        .map((name) => ({ name: name("name"), ...span(name), sourceUrl: name("source_url"), note: name("note") })),
      listings: all("listings")
        .filter((listing) => listing("company") === line("company"))
        .map((listing) => ({ exchange: listing("exchange"), ticker: listing("ticker"), ...span(listing) })),
    })),
    facts: facts.flatMap((line, at) => {
      const metric = parseMetric(line("metric"));
      if (metric === undefined) return [];
      const value = parseAmount(line("value"), METRICS[metric].unit) ?? NaN;
      const key = { company: companyId(line("company")), metric, period: period(line("period")) };
      return [{ id: at + 1, ...key, value, written: line("value"), source: source(line, at + 1), note: line("note") }];
    }),
    statements: facts.flatMap((line, at) =>
      line("metric") === "treasury_policy"
        ? [
            {
              id: at + 1,
              company: companyId(line("company")),
              period: period(line("period")),
              source: source(line, at + 1),
              note: line("note"),
            },
          ]
        : [],
    ),
    policies: all("policies").map((line) => ({
      company: companyId(line("company")),
      ...span(line),
      policy: line("policy") as OpenRecord["policies"][number]["policy"],
      sourceUrl: line("source_url"),
    })),
    consolidations: all("consolidations").map((line) => ({
      parent: companyId(line("parent")),
      child: companyId(line("child")),
      ...span(line),
      note: line("note"),
    })),
    prices: all("btc-usd-monthly").map((line) => ({
      month: period(line("month")),
      average: parseAmount(line("average_usd"), "USD") ?? NaN,
      close: parseAmount(line("close_usd"), "USD") ?? NaN,
      days: Number(line("days")),
    })),
    aggregates: all("published-aggregates").map((line) => ({
      period: period(line("period")),
      metric: line("metric") as OpenRecord["aggregates"][number]["metric"],
      written: line("value"),
      panel: line("panel"),
      publisher: line("publisher"),
      sourceUrl: line("source_url"),
      note: line("note"),
    })),
    events: all("events").map((line) => ({ date: line("date"), label: line("label"), kind: line("kind"), source: line("source") })),
    decisions: all("decisions").map((line) => ({
      kind: line("kind") as OpenRecord["decisions"][number]["kind"],
      company: companyId(line("company")),
      metric: line("metric") as OpenRecord["decisions"][number]["metric"],
      period: period(line("period")),
      written: line("written"),
      basis: line("basis"),
      note: line("note"),
    })),
  };
}
