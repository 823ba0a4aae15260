import type { z } from "zod";

/** Parses JSON by a schema; undefined when the text is no JSON, or does not match. */
export function parsedJson<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
