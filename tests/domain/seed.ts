/**
 * The committed record as an OpenRecord, read straight from prisma/data, so that domain tests need no store; and a way to build small
 * records by hand.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parseAmount } from "@/domain/amount";
import { companyId } from "@/domain/company";
import type { Fact, SourceKind } from "@/domain/fact";
import { type MetricId, METRICS, parseMetric } from "@/domain/metric";
import { hostOf, type PublisherRole } from "@/domain/publisher";
import { type Period, period } from "@/domain/period";
import type { BtcPrice, Decision, OpenRecord, StatedPolicy } from "@/domain/record";

export const DATA = fileURLToPath(new URL("../../prisma/data/", import.meta.url));

type Line = { [column: string]: string };

export function lines(file: string): Line[] {
  return parse(readFileSync(DATA + file), { columns: true, bom: true });
}

const text = (line: Line, column: string): string => line[column] ?? "";
const month = (written: string): Period | null => (written === "" ? null : period(written));

let seeded: OpenRecord | undefined;

/** The record as committed. */
export function seedRecord(): OpenRecord {
  seeded = seeded ?? readSeed();
  return seeded;
}

function readSeed(): OpenRecord {
  const listings = lines("listings.csv");
  const facts = ["facts.csv", "spans.csv"].flatMap(lines).flatMap((line, index) => {
    const metric = parseMetric(text(line, "metric"));
    return metric === undefined ? [] : [fact(index + 1, line, metric)];
  });
  return {
    ...EMPTY,
    companies: lines("companies.csv").map((line) => ({
      id: companyId(text(line, "company")),
      name: text(line, "name"),
      country: text(line, "country"),
      secCik: text(line, "sec_cik") === "" ? null : text(line, "sec_cik"),
      notes: text(line, "notes"),
      formerNames: [],
      listings: listings
        .filter((l) => l["company"] === line["company"])
        .map((l) => ({ exchange: text(l, "exchange"), ticker: text(l, "ticker"), from: month(text(l, "from")), to: month(text(l, "to")) })),
    })),
    facts,
    policies: lines("policies.csv").map((l) => ({
      company: companyId(text(l, "company")),
      from: month(text(l, "from")),
      to: month(text(l, "to")),
      policy: text(l, "policy") as StatedPolicy,
      sourceUrl: text(l, "source_url"),
    })),
    consolidations: lines("consolidations.csv").map((l) => ({
      parent: companyId(text(l, "parent")),
      child: companyId(text(l, "child")),
      from: month(text(l, "from")),
      to: month(text(l, "to")),
      note: text(l, "note"),
    })),
    prices: lines("btc-usd-monthly.csv").map((l): BtcPrice => ({
      month: period(text(l, "month")),
      average: parseAmount(text(l, "average_usd"), "USD") ?? NaN,
      close: parseAmount(text(l, "close_usd"), "USD") ?? NaN,
      days: Number(l["days"]),
    })),
    publishers: lines("publishers.csv").map((l) => ({
      host: text(l, "host"),
      name: text(l, "name"),
      role: text(l, "role") as PublisherRole,
    })),
    decisions: lines("decisions.csv").map((l) => ({
      kind: text(l, "kind") as Decision["kind"],
      company: companyId(text(l, "company")),
      metric: text(l, "metric") as MetricId,
      period: period(text(l, "period")),
      written: text(l, "written"),
      basis: text(l, "basis"),
      note: text(l, "note"),
    })),
  };
}

function fact(id: number, line: Line, metric: MetricId): Fact {
  return {
    id,
    company: companyId(text(line, "company")),
    metric,
    period: period(text(line, "period")),
    value: parseAmount(text(line, "value"), METRICS[metric].unit) ?? NaN,
    written: text(line, "value"),
    source: {
      id,
      address: text(line, "source_url"),
      kind: text(line, "source_kind") as SourceKind,
      publisher: hostOf(text(line, "source_url")),
      publishedOn: text(line, "published_on") === "" ? null : text(line, "published_on"),
      retrievedOn: null,
    },
    note: text(line, "note"),
  };
}

export const EMPTY: OpenRecord = {
  version: { id: "test", date: "2026-01-01", changedOn: "2026-01-02" },
  companies: [],
  facts: [],
  supersessions: [],
  policies: [],
  statements: [],
  consolidations: [],
  prices: [],
  aggregates: [],
  events: [],
  publishers: [],
  decisions: [],
};

/** A record of hand-written figures: `["riot", "2025-04", "btc_sold", "475"]`, each from a company release of its own. */
export function recordOf(
  ...figures: [company: string, period: string, metric: MetricId, value: string, more?: Partial<Line>][]
): OpenRecord {
  const names = [...new Set(figures.map(([company]) => company))];
  return {
    ...EMPTY,
    companies: names.map((name) => ({
      id: companyId(name),
      name,
      country: "",
      secCik: null,
      notes: "",
      formerNames: [],
      listings: [{ exchange: "Nasdaq", ticker: name.toUpperCase(), from: null, to: null }],
    })),
    facts: figures.map(([company, of, metric, value, more], index) =>
      fact(
        index + 1,
        {
          company,
          period: of,
          value,
          source_kind: "company_release",
          source_url: `https://example.org/${index}`,
          published_on: "",
          note: "",
          ...more,
        },
        metric,
      ),
    ),
  };
}
