/** The API's parameters as zod schemas, which validate and document them. Names and values are those of the pages' addresses. */
import { z } from "zod";
import { EVIDENCE_MODES } from "@/domain/figures/figures";
import { CELL_METRICS } from "@/cards/api/apiListing";
import { PANELS } from "@/cards/selection/selection";

const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/;
const PERIOD_WORDS = "a month such as 2025-03, a quarter such as 2025-Q1 or a year such as 2025";

/** Default page size of a long list. */
export const PAGE_LINES = 500;
export const MOST_LINES = 1000;

const METRIC = CELL_METRICS.join("|");

export const PARAMETERS = {
  c: z.string().optional().meta({
    description:
      "Companies by their slug, a ticker or a name of today or earlier, with commas between them; with a minus before each (-riot,-mara) all others. Without it: all, or those that the panel names.",
    example: "riot,mara",
  }),
  panel: z.enum(PANELS).optional().meta({
    description:
      "Which companies are pooled: nasdaq (Nasdaq-listed in that month; default), largest15 (the 15 of those that produced most), all. Companies named in c go before it.",
  }),
  per: z.enum(["month", "quarter", "year"]).optional().meta({ description: "Length of the periods; default month." }),
  from: z
    .string()
    .regex(PERIOD, PERIOD_WORDS)
    .optional()
    .meta({ description: `First period: ${PERIOD_WORDS}.`, example: "2025-01" }),
  to: z
    .string()
    .regex(PERIOD, PERIOD_WORDS)
    .optional()
    .meta({ description: `Last period: ${PERIOD_WORDS}.`, example: "2025-03" }),
  basis: z.enum(["gross", "net"]).optional().meta({ description: "gross: sales alone (default). net: sales less market purchases." }),
  evidence: z.enum(EVIDENCE_MODES).optional().meta({
    description:
      "best: every level of evidence (default). firsthand: the same without second-hand facts (somebody’s collection or summary of others’ documents). reported: reported figures alone.",
  }),
  asof: z.iso.date("a day such as 2025-05-31").optional().meta({
    description: "Only what had been published by the end of this day (UTC).",
    example: "2025-05-31",
  }),
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/, "a data version of twelve letters and digits, as every answer names it")
    .optional()
    .meta({ description: "The record as it stood at an earlier data version." }),
  metric: z
    .string()
    .regex(new RegExp(`^(${METRIC})(,(${METRIC}))*$`), "metrics, with commas between them, out of")
    .optional()
    .meta({ description: `Metrics with commas between them; without it all: ${CELL_METRICS.join(", ")}.`, example: "btc_sold" }),
  limit: z.coerce
    .number("a whole number")
    .int("a whole number")
    .min(1, `a number from 1 to ${MOST_LINES}`)
    .max(MOST_LINES, `a number from 1 to ${MOST_LINES}`)
    .optional()
    .meta({ description: `Rows on a page, at most ${MOST_LINES}. JSON has ${PAGE_LINES} unless told; CSV has all rows unless told.` }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,200}$/, "a cursor as an answer’s next names it")
    .optional()
    .meta({ description: "Where to go on, from next of the page before. It also holds the data version, so that pages fit together." }),
} as const;

export type ParameterName = keyof typeof PARAMETERS;

/** Valid values of parameters whose schema does not list them. */
export const LISTED: Readonly<Partial<Record<string, readonly string[]>>> = { metric: CELL_METRICS };

export type Query = { readonly [Name in ParameterName]?: z.output<(typeof PARAMETERS)[Name]> };

type QuerySchema = z.ZodType<Query> & z.ZodObject;

export const querySchema = (names: readonly ParameterName[]): QuerySchema =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, PARAMETERS[name]])));

export const PATH_PARAMETERS = {
  company: z.string().meta({ description: "The company’s slug; a ticker or a name of today or earlier will do.", example: "riot" }),
  period: z
    .string()
    .regex(PERIOD, PERIOD_WORDS)
    .meta({ description: `The period: ${PERIOD_WORDS}.`, example: "2025-03" }),
} as const;

export type PathName = keyof typeof PATH_PARAMETERS;
