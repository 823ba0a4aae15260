/** A table's JSON document as strict zod schemas with the meaning of each field, also for the API's description. */
import { z } from "zod";
import { KNOWN_LEVELS, MISSING_REASONS } from "@/domain/facts/cell";
import { SOURCE_KINDS_TEXT } from "@/domain/facts/fact";

export const day = z.string().nullable().meta({ description: "Day, UTC; null: not stated." });

export const Version = z
  .strictObject({
    id: z.string().meta({ description: "Fingerprint of the whole record; ?version= brings it back." }),
    date: z.string().meta({ description: "Last day on which anything in it was published." }),
    changed_on: z.string().meta({ description: "Day on which the record was last changed, if only by a correction of an old figure." }),
  })
  .meta({ id: "Version", description: "Version of the record that the answer was drawn from." });

const Source = z
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

export const href = z.string().optional().meta({ description: "Page that explains it." });
const note = z.string().optional().meta({ description: "Remark, such as thin or estimated." });

/** The levels of evidence of a known figure, for descriptions of files. */
export const LEVELS_MEANING =
  "reported: stated by a source. derived: computed from reported figures. policy: follows from a stated policy.";

const Cell = z
  .union([
    z
      .strictObject({
        text: z.string(),
        plain: z
          .string()
          .optional()
          .meta({ description: "For machines: 2025-03, 2025-Q1, 2025-04-03; empty for a day that is not known." }),
        note,
        href,
      })
      .meta({ title: "Text" }),
    z
      .strictObject({
        value: z.number().meta({ description: "The figure in the unit of its column or row." }),
        exact: z.string().meta({ description: "The same as an exact decimal." }),
        text: z.string().meta({ description: "The same as the page prints it." }),
        evidence: z.enum(KNOWN_LEVELS).meta({ description: LEVELS_MEANING }),
        second_hand: z.literal(true).optional().meta({ description: "A fact behind it is somebody’s summary of others’ documents." }),
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

const Column = z
  .strictObject({
    key: z.string().meta({ description: "Stable name; figures have their unit in it." }),
    label: z.string(),
    kind: z.enum(["text", "number"]),
    unit: z.enum(["BTC", "USD", "USD/BTC", "EH/s", "%", ""]),
    description: z.string(),
  })
  .meta({ id: "Column" });

export const tableFields = {
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

export type VersionJson = z.output<typeof Version>;
export type CellJson = z.output<typeof Cell>;
export type TableJson = z.output<typeof TableAnswer>;
