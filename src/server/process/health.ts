/** /healthz: whether the store is readable, its record's version and the running build. For monitoring. */
import type { StateReader } from "@/record/store/states/stateReader";
import type { Build } from "../answers/answers";

const NOTHING = { version: "", versionDate: "" };

/** 200 with the version, or 503 when there is no record to read. `active`: requests in progress, this one included. */
export async function healthAnswer({ read }: StateReader, build: Build, active: number) {
  const { version, versionDate } = await Promise.resolve()
    .then(read)
    .catch(() => NOTHING);
  const ok = version !== "";
  const status = ok ? "ok" : "the store cannot be read";
  const body = `${JSON.stringify({ status, ...(ok && { version, versionDate }), build: build.id, active })}\n`;
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
