/** Generates Prisma's client when it is missing or of another schema (the client contains its schema's text). */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const PRISMA = "node_modules/prisma/build/index.js";
const SCHEMA = "prisma/schema.prisma";
const CLIENT = "src/record/store/generated/internal/class.ts";

/** Returns true when a client was generated now. Throws Prisma's error when it cannot be. */
export async function ensureClient(onStart: () => void = () => undefined): Promise<boolean> {
  const schema = await readFile(SCHEMA, "utf8");
  const client = await readFile(CLIENT, "utf8").catch(() => "");
  if (sameSpacing(client).includes(sameSpacing(JSON.stringify(schema)))) return false;
  if (!existsSync(PRISMA))
    throw new Error("The database client has to be generated, and what does that is not installed: run npm ci (without --omit=dev).");
  onStart();
  // Avoids a download of the native schema engine; generating does not use it, so any file will do.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "package.json" };
  await promisify(execFile)(process.execPath, [PRISMA, "generate", "--no-hints"], { env });
  return true;
}

/** Prisma aligns the columns of the schema that it stores. */
const sameSpacing = (text: string): string => text.replace(/ +/g, " ");
