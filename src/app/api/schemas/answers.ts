/** The API's responses as zod schemas, which validate and document them. Tables: files/tables/jsonSchema.ts. */
import { z } from "zod";
import { STATED_POLICIES } from "@/domain/facts/record";
import { day, href, TableAnswer, tableFields, Version } from "@/files/tables/jsonSchema";

const address = z.string().meta({ description: "Web address.", format: "uri" });
const period = z.string().meta({ description: "2025-03, 2025-Q1, 2025, or 2026-01/2026-06 for a span of other whole months (UTC)." });
const openPeriod = period.nullable().meta({ description: "A month; null: open." });

export const PageAnswer = z
  .strictObject({
    ...tableFields,
    total: z.int().meta({ description: "Rows on all pages together." }),
    next: z.string().nullable().meta({ description: "Address of the next page; null: this is the last." }),
  })
  .meta({ id: "Page", description: "A page of a long table." });

const span = { from: openPeriod, to: openPeriod };

export const Company = z
  .strictObject({
    id: z.string(),
    name: z.string().meta({ description: "Legal name today." }),
    short_name: z.string(),
    country: z.string(),
    fiscal_year_end: z
      .string()
      .nullable()
      .meta({ description: "Last day of its fiscal year, 06-30; null: that of the calendar year, or unknown." }),
    sec_cik: z.string().nullable().meta({
      description: "Number that the SEC gave it, behind it with a space between those of companies that it goes on with; null: unknown.",
    }),
    notes: z.string(),
    former_names: z.array(z.strictObject({ name: z.string(), ...span })),
    listings: z.array(z.strictObject({ exchange: z.string(), ticker: z.string(), ...span })),
    policies: z.array(z.strictObject({ policy: z.enum(STATED_POLICIES), ...span, source: address })),
    policy_statements: z.array(z.strictObject({ period, statement: z.string(), source: address, published_on: day })),
    consolidated_by: z.array(z.strictObject({ company: z.string(), ...span })),
    reporting: z.strictObject({ from: period, to: period }).nullable().meta({ description: "First and last month with a figure." }),
    facts: z.int().meta({ description: "Figures of it in the record." }),
    href: address,
  })
  .meta({ id: "Company" });

export const CompaniesAnswer = z.strictObject({ version: Version, companies: z.array(Company) }).meta({ id: "Companies" });
export const CompanyAnswer = z.strictObject({ version: Version, company: Company }).meta({ id: "CompanyAnswer" });

export const SummaryAnswer = z
  .strictObject({
    version: Version,
    period,
    title: z.string(),
    thin: z.boolean().meta({ description: "Fewer than three companies, or less than half of the production to be expected." }),
    statements: z.array(
      z.strictObject({
        id: z.string().meta({ description: "Stable name of what is said: headline, treasury." }),
        text: z.string(),
        basis: z.string().meta({ description: "What it rests on." }),
        parts: z.array(z.strictObject({ text: z.string(), href })),
      }),
    ),
    tables: z.array(TableAnswer),
  })
  .meta({ id: "Summary", description: "What there is to tell about a period, each sentence made from the figures." });
