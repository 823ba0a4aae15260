/**
 * Columns of tables: name for machines, heading for people, unit, and the sentence that the data dictionary and the heading's title say.
 */
import type { Column } from "../table";

/** A column of words. */
export const textColumn = (key: string, label: string, description: string): Column => ({
  key,
  label,
  kind: "text",
  unit: "",
  description,
});

/** A column of figures; "%" for shares, "" for counts. */
export const numberColumn = (key: string, label: string, unit: Column["unit"], description: string): Column => ({
  key,
  label,
  kind: "number",
  unit,
  description,
});
