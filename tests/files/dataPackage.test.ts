import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { companyId, inSpan } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { type MetricId, METRICS } from "@/domain/values/metric";
import { period } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { unguardedText } from "@/domain/shared/spreadsheetText";
import {
  type DataPackageDescriptor,
  dataPackageZip,
  PACKAGE_FILE_NAMES,
  packageFileLines,
  packageFiles,
} from "@/files/package/dataPackage";
import type { Field } from "@/files/package/resource";
import { DATA_PACKAGE_PROFILE } from "./dataPackageProfile";
import { anyText, VERSION } from "./tables";
import { recordFrom, seedRecord } from "../domain/seed";
import { committed } from "../stores";

const SITE = "https://example.org";
const RECORD: OpenRecord = { ...seedRecord(), version: VERSION };

type Files = ReadonlyMap<string, string>;
/** What an import makes of files. */
const imported = (files: Files): OpenRecord => ({
  ...recordFrom(new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  version: VERSION,
});

const decoded = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder("utf-8", { fatal: true }).decode(content);
const filesOf = (record: OpenRecord): Files => new Map(packageFiles(record, SITE).map(({ name, content }) => [name, decoded(content)]));
const recordFiles = (record: OpenRecord): Files =>
  new Map(
    PACKAGE_FILE_NAMES.filter((name) => committed().has(name)).map((name) => [name, [...(packageFileLines(record, name) ?? [])].join("")]),
  );

const SEEDED = filesOf(RECORD);
const descriptor = JSON.parse(SEEDED.get("datapackage.json") ?? "") as DataPackageDescriptor;
const table = (csv: string): string[][] => parse(csv, { bom: true });
const parsed = new Map<string, Record<string, string>[]>();
function rowsOf(file: string): Record<string, string>[] {
  const rows = parsed.get(file) ?? parse(SEEDED.get(file) ?? "", { columns: true, record_delimiter: "\r\n" });
  parsed.set(file, rows);
  return rows;
}

function seededShuffle<T>(list: readonly T[]): T[] {
  return list
    .map((item, at) => ({ item, key: createHash("sha256").update(String(at)).digest("hex") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

describe("the record's files in the package", () => {
  it("say what the committed files say, line for line; facts about spans are among the facts", () => {
    const { "spans.csv": spans = "", ...files } = Object.fromEntries([...committed()].map(([name, bytes]) => [name, decoded(bytes)]));
    const withSpans = { ...files, "facts.csv": `${files["facts.csv"] ?? ""}${spans.slice(spans.indexOf("\n") + 1)}` };
    for (const [name, committed] of Object.entries(withSpans)) {
      const columns = (csv: string) => table(csv)[0];
      const lines = (csv: string) =>
        table(csv)
          .map((line) => JSON.stringify(line))
          .sort();
      expect(columns(SEEDED.get(name) ?? ""), name).toEqual(columns(committed));
      expect(lines(SEEDED.get(name) ?? ""), name).toEqual(lines(committed));
    }
  });

  it("read into an empty store give the same package, byte for byte", () => {
    const again = imported(SEEDED);
    const first = dataPackageZip(RECORD, SITE);
    expect(Buffer.from(dataPackageZip(again, SITE)).equals(Buffer.from(first))).toBe(true);
  });

  it("stand in the same order however the record came to be, except that facts of one rank keep theirs", () => {
    const shuffled: OpenRecord = {
      ...RECORD,
      companies: seededShuffle(RECORD.companies).map((c) => ({ ...c, listings: seededShuffle(c.listings) })),
      facts: seededShuffle(RECORD.facts),
      statements: seededShuffle(RECORD.statements).map((statement, id) => ({ ...statement, id })),
      policies: seededShuffle(RECORD.policies),
      prices: seededShuffle(RECORD.prices),
      decisions: seededShuffle(RECORD.decisions),
    };
    expect(recordFiles(shuffled)).toEqual(recordFiles(RECORD));
    // Two facts of one rank the other way round: another fact is chosen, so the file differs.
    const rank = (f: OpenRecord["facts"][number]) => [f.company, f.period, f.metric, f.source.kind, f.source.publishedOn].join();
    const first = RECORD.facts.find((a) => RECORD.facts.some((b) => a !== b && rank(a) === rank(b)));
    const second = RECORD.facts.find((b) => first !== undefined && b !== first && rank(first) === rank(b));
    if (!first || !second) throw new Error("the record has no two facts of one rank");
    const turned = RECORD.facts.map((f) => (f === first ? { ...first, id: second.id } : f === second ? { ...second, id: first.id } : f));
    expect(recordFiles({ ...RECORD, facts: turned }).get("facts.csv")).not.toBe(SEEDED.get("facts.csv"));
  });

  it("bring back notes of any kind: quotes, line ends, and what looks like a formula", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 3, maxLength: 3 }), ([a = "", b = "", c = ""]) => {
        const noted = (notes: readonly string[]) => {
          const facts = RECORD.facts.slice(0, 2).map((fact, at) => ({ ...fact, note: notes[at] ?? "" }));
          const statements = RECORD.statements.slice(0, 1).map((statement) => ({ ...statement, note: notes[2] ?? "" }));
          return recordFiles({ ...RECORD, facts, statements, decisions: [] });
        };
        const lines: { note: string }[] = parse(noted([a, b, c]).get("facts.csv") ?? "", { columns: true });
        expect(lines.map(({ note }) => unguardedText(note)).sort()).toEqual([a, b, c].sort());
        // An import takes blanks at the ends off, and a statement says something.
        const [kept, other, said] = [a.trim(), b.trim(), `${c.trim()}.`];
        const read = imported(noted([kept, other, said]));
        expect(new Set(read.facts.map(({ note }) => note))).toEqual(new Set([kept, other]));
        expect(read.statements.map(({ note }) => note)).toEqual([said]);
        expect(recordFiles({ ...read, decisions: [] })).toEqual(noted([kept, other, said]));
      }),
      { numRuns: 25 },
    );
  });

  it("can be streamed one by one, with the same bytes as in the archive", () => {
    const archive = unzipSync(dataPackageZip(RECORD, SITE));
    expect(Object.keys(archive)).toEqual(["datapackage.json", ...PACKAGE_FILE_NAMES]);
    for (const name of PACKAGE_FILE_NAMES)
      expect([...(packageFileLines(RECORD, name) ?? [])].join(""), name).toBe(decoded(archive[name] ?? ""));
    expect(packageFileLines(RECORD, "secrets.csv")).toBeUndefined();
  });
});

describe("datapackage.json", () => {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    formats: { uri: (s: string) => URL.canParse(s), email: true, regex: isRegex, "date-time": isDateTime },
  });

  it("is a Data Package 2.0 as the specification has it", () => {
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    validate(descriptor);
    expect(validate.errors ?? []).toEqual([]);
    const broken = structuredClone(descriptor) as unknown as { resources: { path: string; schema: { fields: { type: string }[] } }[] };
    if (broken.resources[0]?.schema.fields[0]) broken.resources[0].schema.fields[0].type = "text";
    expect(validate(broken)).toBe(false);
  });

  it("names version, day and licence of the data", () => {
    expect(descriptor).toMatchObject({
      name: "sellthrough",
      version: VERSION.id,
      created: "2026-05-05T00:00:00Z",
      licenses: [{ name: "CC-BY-4.0" }],
    });
    expect(descriptor.sources.length).toBeGreaterThan(50);
  });

  it("gives size and hash of every file as it is", () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = Buffer.from(SEEDED.get(path) ?? "");
      expect({ path, bytes, hash }).toEqual({
        path,
        bytes: content.length,
        hash: `sha256:${createHash("sha256").update(content).digest("hex")}`,
      });
    }
  });

  it("describes the columns that the files have, in their order, and no value breaks what it says", () => {
    for (const { path, schema } of descriptor.resources) {
      const head = table(SEEDED.get(path) ?? "")[0];
      expect(head, path).toEqual(schema.fields.map(({ name }) => name));
      const wrong = rowsOf(path).flatMap((row) =>
        schema.fields.flatMap((field) => (fits(field, row[field.name] ?? "") ? [] : [`${path} ${field.name} ${row[field.name]}`])),
      );
      expect(wrong).toEqual([]);
    }
  });

  it("primary keys are unique and foreign keys lead somewhere", () => {
    for (const { path, schema } of descriptor.resources) {
      const rows = rowsOf(path);
      const keyOf = (row: Record<string, string>, fields: readonly string[]) => JSON.stringify(fields.map((name) => row[name]));
      const primary = schema.primaryKey;
      if (primary) expect(new Set(rows.map((row) => keyOf(row, primary))).size, path).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = new Set(rowsOf(`${reference.resource}.csv`).map((row) => keyOf(row, reference.fields)));
        expect(
          rows.filter((row) => !target.has(keyOf(row, fields))),
          path,
        ).toEqual([]);
      }
    }
  });
});

describe("the computed files", () => {
  const cell = (company: string, period: string, metric: string) =>
    rowsOf("cells.csv").find((row) => row["company"] === company && row["period"] === period && row["metric"] === metric);

  it("say how each figure is known (March 2025)", () => {
    expect(cell("riot", "2025-03", "btc_produced")).toMatchObject({
      value: "533",
      unit: "BTC",
      evidence: "reported",
      derivation: "",
      missing: "",
    });
    expect(cell("riot", "2025-03", "sell_through_pct")).toMatchObject({ value: "0", unit: "%", derivation: "ratio" });
    expect(cell("mara", "2025-03", "btc_sold")).toMatchObject({ value: "0", evidence: "policy", missing: "" });
    expect(cell("bitfarms", "2025-03", "btc_produced")).toMatchObject({ value: "280", evidence: "reported", derivation: "" });
    expect(cell("bitfarms", "2025-03", "btc_sold")).toMatchObject({ value: "400", evidence: "derived" });
  });

  it("a figure by policy names the address of the policy, and every known figure names a source", () => {
    const policy = RECORD.policies.find((p) => p.company === "cleanspark" && inSpan(p, period("2025-03")));
    expect(cell("cleanspark", "2025-03", "btc_sold")).toMatchObject({ value: "0", evidence: "policy", sources: policy?.sourceUrl });
    expect(rowsOf("cells.csv").filter((row) => row["value"] !== "" && row["sources"] === "")).toEqual([]);
  });

  it("agree with the facts that are chosen", () => {
    const figures = figuresOf(RECORD, VERSION.date);
    const reported = rowsOf("cells.csv").filter((row) => row["evidence"] === "reported" && row["metric"] !== "sell_through_pct");
    expect(reported.length).toBeGreaterThan(1000);
    for (const row of reported) {
      const metric = row["metric"] as MetricId;
      const choice = figures.choice(companyId(row["company"] ?? ""), metric, period(row["period"] ?? ""));
      expect(choice && plainAmount(choice.chosen.value, METRICS[metric].unit)).toBe(row["value"]);
      expect(choice?.chosen.source.address).toBe(row["sources"]);
    }
  });

  it("pool every panel of every period once", () => {
    const march = rowsOf("aggregates.csv").filter((row) => row["period"] === "2025-03");
    expect(march).toHaveLength(18);
    const best = march.find((row) => row["panel"] === "nasdaq" && row["basis"] === "gross" && row["evidence"] === "best");
    const members = rowsOf("cells.csv").filter(
      (row) => row["period"] === "2025-03" && row["metric"] === "sell_through_pct" && row["value"] !== "",
    );
    expect(Number(best?.["companies"])).toBeLessThanOrEqual(members.length);
    for (const row of march) {
      const sum = Number(row["sold_reported_btc"]) + Number(row["sold_derived_btc"]) + Number(row["sold_policy_btc"]);
      expect(sum).toBeCloseTo(Number(row["sold_btc"]), 6);
      expect(Number(row["sell_through_pct"])).toBeCloseTo((100 * Number(row["sold_btc"])) / Number(row["produced_btc"]), 1);
    }
  });

  it("are the same bytes for the same record, on every call", () => {
    expect(Buffer.from(dataPackageZip(RECORD, SITE)).equals(Buffer.from(dataPackageZip(structuredClone(RECORD), SITE)))).toBe(true);
  });
});

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, "u").source !== "";
  } catch {
    return false;
  }
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

const FORM: Record<Field["type"], RegExp> = {
  string: /^/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  yearmonth: /^\d{4}-\d{2}$/,
};

/** Whether a written value is what its field says (Table Schema: an empty one is missing). */
function fits({ type, format, constraints }: Field, written: string): boolean {
  if (written === "") return constraints?.required !== true;
  return (
    FORM[type].test(written) &&
    (format !== "uri" || URL.canParse(written)) &&
    (constraints?.pattern === undefined || new RegExp(`^(${constraints.pattern})$`).test(written)) &&
    (constraints?.enum === undefined || constraints.enum.includes(written)) &&
    (constraints?.minimum === undefined || Number(written) >= constraints.minimum)
  );
}
