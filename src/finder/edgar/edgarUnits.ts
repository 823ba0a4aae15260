/**
 * Bitcoin units tagged in reports (us-gaap:CryptoAssetNumberOfUnits, data.sec.gov/api/xbrl/companyconcept) as proposals, never facts: only
 * the unit's name tells which asset and which part, and figures tagged by segment are missing. Also compares them with the record.
 */
import { z } from "zod";
import { parseAmount } from "@/domain/values/amount";
import type { CompanyId } from "@/domain/facts/company";
import type { MetricId } from "@/domain/values/metric";
import { type Day, endOf, monthOfDay, parseDay, type Period } from "@/domain/values/period";
import type { Endpoints } from "./edgarSubmissions";
import { readJson } from "../readJson";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { lastUnit } from "@/domain/facts/precision";

export const UNITS_CONCEPT = "CryptoAssetNumberOfUnits";

export interface UnitProposal {
  readonly company: CompanyId;
  readonly metric: Extract<MetricId, "btc_held">;
  readonly period: Period;
  /** Satoshis. */
  readonly value: number;
  /** As written in the SEC's file. */
  readonly written: string;
  readonly source: {
    readonly address: string;
    /** The filing's index page, for a person. */
    readonly filing: string;
    readonly accession: string;
    readonly form: string;
    readonly filedOn: Day;
    readonly unit: string;
  };
  /** Reasons for a person to check it; empty when there are none. */
  readonly reasons: readonly string[];
}

const conceptSchema = z.object({
  units: z.record(
    z.string(),
    z.array(
      z.object({ start: z.string().optional(), end: z.string(), val: z.number(), accn: z.string(), form: z.string(), filed: z.string() }),
    ),
  ),
});

export const unitsAddress = (endpoints: Endpoints, cik: string): string =>
  `${endpoints.concepts}/CIK${cik.padStart(10, "0")}/us-gaap/${UNITS_CONCEPT}.json`;

/** One proposal for each month end and number, from the earliest filing with it. Throws an Error when the JSON has another format. */
export function readUnits(text: string, company: CompanyId, address: string, pageOf: (accession: string) => string): UnitProposal[] {
  const { units } = readJson(conceptSchema, text, "the file of crypto asset units");
  const found = new Map<string, UnitProposal>();
  for (const [unit, figures] of Object.entries(units)) {
    const certainty = bitcoinUnit(unit);
    if (certainty === "other") continue;
    for (const figure of figures) {
      const month = monthEnding(figure.end);
      const written = String(figure.val);
      const value = parseAmount(written, "BTC");
      // A duration counts units earned or sold, not held.
      if (figure.start !== undefined || month === undefined || value === undefined || value < 0) continue;
      const key = `${month} ${value}`;
      const earlier = found.get(key);
      if (earlier !== undefined && earlier.source.filedOn <= figure.filed) continue;
      const source = { address, filing: pageOf(figure.accn), accession: figure.accn, form: figure.form, filedOn: figure.filed, unit };
      const reasons = certainty === "bitcoin" ? [] : [`The unit is called "${unit}": it may count other crypto assets than bitcoin.`];
      found.set(key, { company, metric: "btc_held", period: month, value, written, source, reasons });
    }
  }
  const proposals = [...found.values()].sort((a, b) => (a.period + a.source.filedOn < b.period + b.source.filedOn ? -1 : 1));
  return proposals.map((proposal) => withRivals(proposal, proposals));
}

function withRivals(proposal: UnitProposal, all: readonly UnitProposal[]): UnitProposal {
  const rivals = all.filter((other) => other !== proposal && other.period === proposal.period);
  const reasons = rivals.map((other) => `Filing ${other.source.accession} (${other.source.form}) says ${other.written} for the same day.`);
  return { ...proposal, reasons: [...proposal.reasons, ...reasons] };
}

/** Companies name the unit themselves: "Bitcoin", "bitcoins", "BTC"; some use bare numbers; others name other coins. */
function bitcoinUnit(unit: string): "bitcoin" | "unsure" | "other" {
  const name = unit.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (/^(bitcoins?|btcs?|unitbitcoins?|unitbtc|bitcoinunits?|numberofbitcoins?)$/.test(name)) return "bitcoin";
  return /^(pure|item|items|unit|units|number|integer|coins?|cryptoassets?|digitalassets?|cryptocurrency)$/.test(name) ? "unsure" : "other";
}

/** The month that ends on a day; undefined for any other day. */
function monthEnding(day: string): Period | undefined {
  const real = parseDay(day);
  if (real === undefined) return undefined;
  const month = monthOfDay(real);
  return endOf(month) === real ? month : undefined;
}

export interface UnitDifference {
  readonly proposal: UnitProposal;
  /** "The 10-Q of 2025-10-30 says 19287 at 2025-09-30, the record says 19200 (company release, 2025-10-03)." */
  readonly sentence: string;
}

/** The proposals that no fact on record agrees with. */
export const unitDifferences = (proposals: readonly UnitProposal[], figures: Figures): UnitDifference[] =>
  proposals.flatMap((proposal): UnitDifference[] => {
    const { company, metric, period, written, source } = proposal;
    const choice = figures.choice(company, metric, period);
    const facts = choice === undefined ? [] : [choice.chosen, ...choice.others];
    if (facts.some((fact) => agrees(fact, proposal))) return [];
    const filed = `The ${source.form} of ${source.filedOn} says ${written} at ${endOf(period)}`;
    return [
      { proposal, sentence: `${filed}, ${choice === undefined ? "the record has none" : `the record says ${said(choice.chosen)}`}.` },
    ];
  });

const said = ({ written, source }: Fact): string => `${written} (${SOURCE_KIND_LABEL[source.kind]}, ${source.publishedOn ?? "undated"})`;

/** Whether they differ by less than one in the last place of the less precise one: some companies round, others truncate. */
const agrees = (fact: Fact, proposal: UnitProposal): boolean =>
  Math.abs(fact.value - proposal.value) < Math.max(lastUnit(fact), lastUnit(proposal));
