/**
 * What the API answers, as zod schemas: answers are checked against them before they leave, and the API's description is drawn from them.
 * Objects are closed: a field that is not described here cannot slip out.
 */
import { z } from "zod";
import { type Evidence, MISSING_REASONS } from "@/domain/cell";
import { SOURCE_KINDS_TEXT } from "@/domain/fact";
import { STATED_POLICIES } from "@/domain/record";

const address = z.string().meta({ description: "Web address.", format: "uri" });
const period = z.string().meta({ description: "2025-03, 2025-Q1, 2025, or 2026-01/2026-06 for a span of other whole months (UTC)." });
const openPeriod = period.nullable().meta({ description: "A month; null: open." });
const day = z.string().nullable().meta({ description: "Day, UTC; null: not stated." });

export const Version = z
  .strictObject({
    id: z.string().meta({ description: "Fingerprint of the whole record; ?version= brings it back." }),
    date: z.string().meta({ description: "Last day on which anything in it was published." }),
    changed_on: z.string().meta({ description: "Day on which the record was last changed, if only by a correction of an old figure." }),
  })
  .meta({ id: "Version", description: "Version of the record that the answer was drawn from." });

export const Source = z
  .strictObject({
    address: z.string().meta({ description: "Web address of the document." }),
    publisher: z.string().meta({ description: "Who published it, with the site in brackets where that is another one." }),
    kind: z.string().meta({ description: `${SOURCE_KINDS_TEXT}.` }),
    published_on: day,
    archive_lookup: z.string().nullable().meta({
      description:
        "Where to look for an archived copy, which may not exist; null: the publisher keeps the document, or the archive is not asked.",
    }),
  })
  .meta({ id: "Source", description: "A document that states a figure." });

const href = z.string().optional().meta({ description: "Page that explains it." });
const note = z.string().optional().meta({ description: "Remark, such as thin or estimated." });

const KNOWN = ["reported", "derived", "policy"] as const satisfies readonly Evidence[];

export const Cell = z
  .union([
    z.strictObject({ text: z.string(), note, href }).meta({ title: "Text" }),
    z
      .strictObject({
        value: z.number().meta({ description: "The figure in the unit of its column or row." }),
        exact: z.string().meta({ description: "The same as an exact decimal." }),
        text: z.string().meta({ description: "The same as the page prints it." }),
        evidence: z.enum(KNOWN).meta({
          description: "reported: stated by a source. derived: computed from reported figures. policy: follows from a stated policy.",
        }),
        second_hand: z.literal(true).optional().meta({ description: "A fact behind it is somebody's summary of others' documents." }),
        sources: z.array(Source),
        note,
        href,
      })
      .meta({ title: "Figure" }),
    z
      .strictObject({
        value: z.number().meta({ description: "How many; counted from the record." }),
        exact: z.string(),
        text: z.string(),
        note,
        href,
      })
      .meta({ title: "Count" }),
    z
      .strictObject({
        value: z.null(),
        text: z.string(),
        evidence: z.literal("missing"),
        missing: z.enum(MISSING_REASONS).meta({ description: "Why there is no figure." }),
        href,
      })
      .meta({ title: "Missing figure" }),
  ])
  .meta({ id: "Cell" });

export const Column = z
  .strictObject({
    key: z.string().meta({ description: "Stable name; figures have their unit in it." }),
    label: z.string(),
    kind: z.enum(["text", "number"]),
    unit: z.enum(["BTC", "USD", "USD/BTC", "EH/s", "%", ""]),
    description: z.string(),
  })
  .meta({ id: "Column" });

const tableFields = {
  id: z.string().meta({ description: "Name of the table: /tables/{id}.csv gives it as a file, where a page shows it." }),
  title: z.string(),
  version: Version,
  columns: z.array(Column),
  rows: z.array(
    z.strictObject({
      id: z.string().meta({ description: "Stable name of the row." }),
      href,
      cells: z.record(z.string(), Cell).meta({ description: "By the key of the column." }),
    }),
  ),
};

export const TableAnswer = z.strictObject(tableFields).meta({ id: "Table", description: "A table, as the pages draw it." });

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
    sec_cik: z.string().nullable().meta({ description: "Number that the SEC gave it; null: unknown." }),
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

export const ProblemAnswer = z
  .strictObject({
    type: z.string().meta({ description: "Address that explains this kind of problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z
      .array(
        z.strictObject({
          parameter: z.string(),
          value: z.string(),
          detail: z.string(),
          choices: z.array(z.string()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem", description: "Why there is no answer (RFC 9457)." });
