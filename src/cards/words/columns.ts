/**
 * Columns of tables: name for machines, heading for people, unit, and the sentence that the data dictionary and the heading's title say.
 */
import { THIN_COMPANIES } from "@/domain/panel";
import type { Column } from "../table";

/** A column of words. */
export const textColumn = (key: string, label: string, description: string): Column => ({
  key,
  label,
  kind: "text",
  unit: "",
  description,
});

/** Says of a pooled figure that little stands behind it; empty where enough does. */
export const THIN_COLUMN: Column = textColumn(
  "thin",
  "Thin",
  `Fewer than ${THIN_COMPANIES} companies, or less than half of known production.`,
);

/** A column of figures; "%" for shares, "" for counts. */
export const numberColumn = (key: string, label: string, unit: Column["unit"], description: string): Column => ({
  key,
  label,
  kind: "number",
  unit,
  description,
});
