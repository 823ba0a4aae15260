/**
 * The committed record as an OpenRecord, read from prisma/data as an import reads it, so that domain tests need no store; and a way to
 * build small records by hand.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parseAmount } from "@/domain/values/amount";
import { companyId } from "@/domain/facts/company";
import type { Fact, SourceKind } from "@/domain/facts/fact";
import { companiesOf, type FiledFact } from "@/domain/facts/filedRecord";
import { type MetricId, METRICS } from "@/domain/values/metric";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { type Day, period } from "@/domain/values/period";
import { hostOf } from "@/domain/facts/publisher";
import type { OpenRecord } from "@/domain/facts/record";
import { readRecord } from "@/record/csv/readRecord";

export const DATA = fileURLToPath(new URL("../../prisma/data/", import.meta.url));

type Line = { [column: string]: string };

/** The lines of a committed file as they stand. */
export function lines(file: string): Line[] {
  return parse(readFileSync(DATA + file), { columns: true, bom: true });
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

let seeded: OpenRecord | undefined;

/** The record as committed. */
export function seedRecord(): OpenRecord {
  return (seeded ??= recordFrom(new Map(readdirSync(DATA).map((name) => [name, readFileSync(DATA + name)]))));
}

/** The record that files state, as an import reads them, with numbers in the order of its lines. */
export function recordFrom(files: ReadonlyMap<string, Uint8Array>): OpenRecord {
  const read = readRecord(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const { facts, statements, decisions = [], publishers = [], ...rest } = read.record;
  const numbered = facts.map((fact, index) => withNumber(fact, index + 1));
  const said = statements.map((one, index) => ({ ...one, id: index + 1, source: { ...one.source, id: facts.length + index + 1 } }));
  return { ...EMPTY, ...rest, companies: companiesOf(read.record), facts: numbered, statements: said, decisions, publishers };
}

const withNumber = ({ file, line, ...fact }: FiledFact, id: number): Fact => ({ ...fact, id, source: { ...fact.source, id } });

export { period as p } from "@/domain/values/period";

/** A figure written by hand: `["riot", "2025-04", "btc_sold", "475"]`. */
export type Stated = [company: string, period: string, metric: MetricId, value: string, more?: Partial<Line>];

/** A record of such figures, each from a company release of its own. */
export function recordOf(...figures: Stated[]): OpenRecord {
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
    facts: figures.map(([company, of, metric, written, more = {}], index): Fact => {
      const { source_url: address = `https://example.org/${index}`, source_kind: kind = "company_release", published_on: day = "" } = more;
      const source = {
        id: index + 1,
        address,
        kind: kind as SourceKind,
        publisher: hostOf(address),
        publishedOn: day === "" ? null : day,
        retrievedOn: null,
      };
      const value = parseAmount(written, METRICS[metric].unit) ?? NaN;
      return { id: index + 1, company: companyId(company), metric, period: period(of), value, written, source, note: more["note"] ?? "" };
    }),
  };
}

/** The day on which tests ask. */
export const TODAY = "2026-09-01";

/** The figures of the committed record. */
export const seed = figuresOf(seedRecord(), TODAY);

/** The figures of a record of figures written by hand, on a day. */
export const figuresOn = (today: Day, ...figures: Stated[]): Figures => figuresOf(recordOf(...figures), today);

/** A company of figures that are written by hand. */
export const a = companyId("a");

/** Its figures. */
export const figuresFor = (...stated: readonly [period: string, metric: MetricId, value: string][]): Figures =>
  figuresOn(TODAY, ...stated.map((figure): Stated => ["a", ...figure]));

/** The value, or a failure that says that there is none. */
export function present<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error("expected a value, found none");
  return value;
}
