/** Parses and validates JSON from the SEC, a source of prices, or a file. Text in → value, or an Error. */
import type { z } from "zod";

/** Parses text by `schema`. Throws an Error for invalid JSON, or one that names the first place that does not match. */
export function readJson<T>(schema: z.ZodType<T>, text: string, what: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${what} is not JSON; it begins "${text.slice(0, 60).replace(/\s+/g, " ")}".`);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${what} does not have the expected form: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}.`);
}
