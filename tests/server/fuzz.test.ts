/**
 * Nothing a visitor sends can hurt: requests made up at random (addresses, parameters, headers, methods, bodies; others in each run, by the
 * seed that the run prints). Never a fault of ours, never a large answer to a bad request, and the memory stays where it was.
 * ROUNDS=4 sends four times as many.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, serve } from "../running";
import { rounds } from "../rounds";
import { filledStore } from "../stores";
import { raw } from "./served";

const RUNS = rounds(1_200);
/** Sent at the same time. */
const AT_ONCE = 8;
const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "sellthrough-fuzz-"));
let site: Running;

beforeAll(async () => {
  const database = `file:${join(folder, "store.db")}`;
  await (await filledStore(database)).close();
  site = await serve(database, { DESK_SECRET: "a secret of sixteen and more", CACHE_MB: "32" });
}, 900_000);

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "..",
    "%",
    "%zz",
    "%00",
    "%2e%2e%2f",
    "NaN",
    "-1",
    "null",
    "__proto__",
    "constructor",
    "'\"<script>",
    "2025-13",
    "9999-12",
    "0000",
    "x".repeat(500),
  ),
);
const period = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 0, max: 14 }))
  .map(([year, month]) => (month === 0 ? String(year) : `${year}-${String(month).padStart(2, "0")}`));
const word = fc.constantFrom(
  "riot",
  "mara",
  "hive",
  "month",
  "quarter",
  "year",
  "all",
  "nasdaq",
  "net",
  "reported",
  "log",
  "dark",
  "card",
  "btc_held",
  "2025-05-31",
  "0123456789ab",
);
const value = fc.oneof(word, word, period, odd);
const name = fc.oneof(
  fc.constantFrom(
    "c",
    "panel",
    "per",
    "from",
    "to",
    "basis",
    "evidence",
    "asof",
    "version",
    "price",
    "size",
    "theme",
    "metric",
    "sort",
    "order",
    "limit",
    "cursor",
    "url",
    "format",
    "year",
    "show",
    "stance",
  ),
  odd,
);
const query = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString());
const section = fc.constantFrom(
  "",
  "months",
  "companies",
  "figures",
  "map",
  "compare",
  "signal",
  "strategies",
  "coverage",
  "conflicts",
  "changes",
  "method",
  "data",
  "feeds",
  "api",
  "tables",
  "charts",
  "embed",
  "oembed",
  "desk",
  "desk/enter",
  "desk/login",
  "desk/do/accept",
  "_next/static",
  "_next/image",
  "healthz",
  "sitemap.xml",
);
const rest = fc.array(
  fc.oneof(
    value,
    fc.constantFrom("press", "pack.zip", "facts", "v1", "sold-2025-03.csv", "map.svg", "history-riot.json", "all.atom", "facts.csv"),
  ),
  { maxLength: 3 },
);
const path = fc.tuple(section, rest, fc.boolean()).map(([first, parts, escaped]) => {
  const all = parts.map((part) => (escaped ? encodeURIComponent(part) : part.replace(/[\s\u0000-\u0020\u007f-\uffff#?]/g, "~")));
  return `/${[first, ...all].join("/")}`;
});
const header = fc.tuple(
  fc.constantFrom(
    "Accept",
    "Accept-Encoding",
    "Range",
    "If-None-Match",
    "If-Modified-Since",
    "If-Range",
    "RSC",
    "Next-Router-State-Tree",
    "Next-Action",
    "Next-Url",
    "Cookie",
    "Host",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "Content-Type",
    "Origin",
    "Expect",
    "X-Middleware-Subrequest",
    "Transfer-Encoding",
    "Connection",
  ),
  fc.oneof(
    fc.constantFrom(
      "*",
      "1",
      "bytes=0-",
      "bytes=-1",
      "text/csv",
      "gzip",
      "br;q=x",
      "chunked",
      "upgrade",
      "100-continue",
      "%5B%5D",
      "multipart/form-data; boundary=a",
    ),
    odd.map((text) => text.replace(/[^\u0020-\u007e]/g, "~")),
  ),
);
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("GET", "GET", "HEAD") },
  { weight: 2, arbitrary: fc.constantFrom("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND") },
);
const body = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }).map((text) => text.replace(/[^\u0020-\u007e]/g, "~")) },
);

const request = fc.record({ how: method, where: path, asked: query, headers: fc.array(header, { maxLength: 4 }), sent: body });

test(`${RUNS} requests at random`, { timeout: 1_800_000 }, async () => {
  const memory: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (requests) => {
      await Promise.all(requests.map(check));
      memory.push(site.memory());
    }),
    { numRuns: Math.ceil(RUNS / AT_ONCE), endOnFailure: true },
  );
  // Once warm it has what it needs: the second half of the requests takes no more than the first.
  const half = Math.ceil(memory.length / 2);
  const [early, late] = [Math.max(...memory.slice(0, half)), Math.max(...memory.slice(half))];
  expect(late).toBeLessThan(early + 200 * MEGABYTE);
});

async function check({ how, where, asked, headers, sent }: typeof request extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const lines = [`${how} ${where}${asked === "" ? "" : `?${asked}`} HTTP/1.1`, "Connection: close"];
  if (!headers.some(([key]) => key === "Host")) lines.push("Host: localhost");
  lines.push(...headers.filter(([key]) => key !== "Connection").map(([key, text]) => `${key}: ${text}`));
  if (sent !== "" && !headers.some(([key]) => key === "Transfer-Encoding")) lines.push(`Content-Length: ${sent.length}`);
  const answer = await raw(
    site.port,
    `${lines.join("\r\n")}\r\n\r\n${sent}${headers.some(([key]) => key === "Transfer-Encoding") ? "0\r\n\r\n" : ""}`,
  );
  // 501 is for methods and forms that there are none of.
  expect(answer.status === 501 || answer.status < 500, `${answer.status} to ${JSON.stringify(lines)}`).toBe(true);
  expect(answer.status).toBeGreaterThan(0);
  expect(answer.body.length).toBeLessThan(answer.status >= 400 ? 64 * 1024 : 8 * MEGABYTE);
}
