/** /healthz: whether the store is readable, its record's version and the running build. For monitoring. */
import type { StateReader } from "@/record/store/stateReader";
import type { Build } from "./answers";

export interface Health {
  readonly ok: boolean;
  readonly version?: string;
  readonly versionDate?: string;
  readonly build: string;
}

/** Never throws: a store that cannot be read is not ok. */
export async function readHealth(reader: StateReader, build: Build): Promise<Health> {
  try {
    const { version, versionDate } = await reader.read();
    return version === "" ? { ok: false, build: build.id } : { ok: true, version, versionDate, build: build.id };
  } catch {
    return { ok: false, build: build.id };
  }
}

/** `active`: requests in progress, this one included. 200 with the version, or 503 when there is no record to read. */
export function healthAnswer({ ok, version, versionDate, build }: Health, active: number) {
  const body = `${JSON.stringify({ status: ok ? "ok" : "the store cannot be read", version, versionDate, build, active })}\n`;
  return {
    status: ok ? 200 : 503,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Length": String(Buffer.byteLength(body)),
    },
    body,
  };
}
