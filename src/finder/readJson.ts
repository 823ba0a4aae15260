/** JSON of the SEC, of a source of prices, or of a file, held against the form that it should have. Text in → value, or an Error. */
import type { z } from "zod";

/** The text as `schema` has it. Throws an Error that says what is no JSON, or names the first place that does not fit. */
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
