/** The API against its own description: every operation, every example, every refusal. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/operations";
import { DELETE, GET, OPTIONS } from "@/app/api/v1/[[...path]]/route";
import { checker, type Description, operationAt } from "./openapi";
import { ask, openWorld, SITE, type World } from "./world";

const ROOT = "/api/v1";
interface Cell {
  readonly value?: number | null;
  readonly exact?: string;
  readonly text: string;
  readonly evidence?: string;
  readonly missing?: string;
  readonly sources?: readonly { readonly address: string }[];
}
interface Page {
  readonly version: { readonly id: string };
  readonly rows: readonly { readonly id: string; readonly cells: Readonly<Record<string, Cell>> }[];
  readonly total: number;
  readonly next: string | null;
}
interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly parameter: string; readonly choices?: readonly string[] }[];
}

function get(below: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Response> {
  const { pathname } = new URL(below, SITE);
  const path = pathname.slice(1).split("/").map(decodeURIComponent);
  return GET(ask(`${ROOT}${below}`, headers, method), { params: Promise.resolve({ path }) });
}
const page = async (below: string) => (await (await get(below)).json()) as Page;
const problemOf = async (response: Response) => (await response.json()) as Problem;

let world: World;
let version = "";
let document: Description;
beforeAll(async () => {
  world = await openWorld();
  ({ version } = world);
  document = (await (await get("/openapi.json")).json()) as Description;
}, 120_000);
afterAll(() => world.close());

describe("the description", () => {
  test("is an OpenAPI 3.1 document, says a validator of others", async () => {
    const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi.startsWith("3.1")).toBe(true);
    expect(document.servers).toEqual([{ url: `${SITE}${ROOT}` }]);
  });

  test("describes every operation there is, and no other", () => {
    expect(Object.entries(document.paths).map(([path, { get: described }]) => [path, described.operationId])).toEqual(
      OPERATIONS.map(({ path, id }) => [path, id]),
    );
  });
});

describe.each(OPERATIONS)("$id", ({ examples, parameters }) => {
  test.each(examples)("%s answers as described", { timeout: 60_000 }, async (example) => {
    const { pathname, searchParams } = new URL(example, SITE);
    const { path, operation } = operationAt(document, pathname);
    const known = operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
    expect(known).toEqual([...parameters]);
    expect([...searchParams.keys()].filter((name) => !known.includes(name))).toEqual([]);
    const response = await get(example);
    expect(response.status).toBe(200);
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (type === "text/csv") {
      const lines: string[][] = parse(await response.text(), { record_delimiter: "\r\n" });
      expect(lines.length).toBeGreaterThan(1);
      expect(response.headers.get("content-disposition")).toContain(version);
    } else {
      expect(checker(document)(path, 200, type, await response.json())).toEqual([]);
    }
  });

  test("an unknown parameter is refused by its name, with those that there are", async () => {
    const [example = ""] = examples;
    const response = await get(`${example}${example.includes("?") ? "&" : "?"}colour=red`);
    const problem = await problemOf(response.clone());
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
    expect(problem.errors).toMatchObject([{ parameter: "colour", choices: [...parameters] }]);
    const { path } = operationAt(document, new URL(example, SITE).pathname);
    expect(checker(document)(path, 400, "application/problem+json", problem)).toEqual([]);
  });
});

test("the checker finds what is not as described", async () => {
  const summary = (await (await get("/months/2025-03/summary")).json()) as { statements: unknown[] };
  summary.statements.push({ id: "headline" });
  expect(checker(document)("/months/{period}/summary", 200, "application/json", summary)).not.toEqual([]);
});

describe("what is answered", () => {
  test("Riot's April 2025: 475 BTC sold as the company says, known since 5 May, and shown", async () => {
    const { rows, total } = await page("/facts?c=riot&metric=btc_sold&from=2025-04&to=2025-04");
    expect(total).toBe(rows.length);
    const chosen = rows.filter(({ cells }) => cells["chosen"]?.text === "yes" && cells["period"]?.text === "2025-04");
    expect(chosen).toHaveLength(1);
    expect(chosen[0]?.cells["value"]).toMatchObject({ value: 475, exact: "475", evidence: "reported" });
    expect(chosen[0]?.cells["value"]?.sources).toHaveLength(1);
    expect(chosen[0]?.cells["known_since"]?.text).toBe("2025-05-05");
  });

  test("a missing cell says why and is never 0: HIVE's sales of March 2025 do not reconcile", async () => {
    const { rows } = await page("/cells?c=hive&metric=btc_sold,btc_produced&from=2025-03&to=2025-03");
    expect(rows.map(({ id }) => id)).toEqual(["hive-2025-03-btc_produced", "hive-2025-03-btc_sold"]);
    expect(rows[1]?.cells["value"]).toMatchObject({ value: null, evidence: "missing", missing: "doesNotReconcile" });
  });

  test("on a day before Riot published its April, the API does not know it", async () => {
    const { rows } = await page("/cells?c=riot&metric=btc_sold&from=2025-04&to=2025-04&asof=2025-05-04");
    expect(rows.every(({ cells }) => cells["value"]?.evidence === "missing")).toBe(true);
  });

  test("a summary's sentences are those of the month's page, and link into the site", async () => {
    const summary = (await (await get("/months/2025-03/summary")).json()) as {
      statements: { id: string; text: string; parts: { text: string; href?: string }[] }[];
    };
    const [headline] = summary.statements;
    expect(headline?.id).toBe("headline");
    expect(headline?.parts.map(({ text }) => text).join("")).toBe(headline?.text);
    expect(headline?.parts.some(({ href = "" }) => href.startsWith(`${SITE}/months/2025-03`))).toBe(true);
  });
});

describe("pages of a long list", () => {
  test("follow one another without a row lost or twice, in JSON and in CSV, and name the whole number", { timeout: 60_000 }, async () => {
    const whole = await page("/facts?c=hive,riot&limit=1000");
    const ids: string[] = [];
    let below: string | null = "/facts?c=hive,riot&limit=100";
    for (let count = 0; below !== null && count < 50; count++) {
      const response: Response = await get(below);
      const { rows, next, total } = (await response.json()) as Page;
      ids.push(...rows.map(({ id }) => id));
      expect(total).toBe(whole.total);
      expect(response.headers.get("link")).toBe(next === null ? null : `<${next}>; rel="next"`);
      below = next === null ? null : next.slice(`${SITE}${ROOT}`.length);
    }
    expect(ids.length).toBe(whole.total);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(whole.rows.map(({ id }) => id));
    const csv: Record<string, string>[] = parse(await (await get("/facts.csv?c=hive,riot")).text(), {
      columns: true,
      record_delimiter: "\r\n",
    });
    expect(csv.map((line) => line["id"])).toEqual(ids);
  });

  test("a cursor goes with its own question only", async () => {
    const { next } = await page("/facts?c=riot&limit=5");
    const cursor = new URL(next ?? "").searchParams.get("cursor") ?? "";
    for (const wrong of [`/facts?c=hive&limit=5&cursor=${cursor}`, `/cells?c=riot&cursor=${cursor}`, "/facts?cursor=abcdefgh12"]) {
      const response = await get(wrong);
      expect(response.status).toBe(400);
      expect((await problemOf(response)).errors).toMatchObject([{ parameter: "cursor" }]);
    }
  });

  test("all facts as CSV come in pieces, as they are read", { timeout: 60_000 }, async () => {
    const reader = (await get("/facts.csv")).body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.byteLength).toBeLessThan(64 * 1024);
    await reader?.cancel();
  });
});

describe("what cannot be answered", () => {
  test.each([
    ["/facts?metric=btc_minted", "metric", "btc_sold"],
    ["/sell-through?panel=everyone", "panel", "largest15"],
    ["/sell-through?c=rio", "c", "riot"],
    ["/sell-through?from=2025-13", "from", undefined],
    ["/sell-through?asof=2025-02-30", "asof", undefined],
    ["/sell-through?asof=2999-01-01", "asof", undefined],
    ["/sell-through?version=0123456789ab", "version", undefined],
    ["/facts?limit=5000", "limit", undefined],
    ["/sell-through?per=month&per=year", "per", undefined],
  ])("%s names the parameter at fault", async (below, parameter, choice) => {
    const response = await get(below);
    const problem = await problemOf(response);
    expect([response.status, problem.errors?.[0]?.parameter]).toEqual([400, parameter]);
    if (choice !== undefined) expect(problem.errors?.[0]?.choices).toContain(choice);
  });

  test.each(["/companies/enron", "/companies/enron/sell-through", "/months/2025-13/summary", "/prices"])(
    "%s is not there",
    async (below) => {
      const response = await get(below);
      expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json; charset=utf-8"]);
    },
  );

  test("the root is not: it answers with the description, as OpenAPI names it", async () => {
    const root = await get("/");
    expect(root.status).toBe(200);
    expect(await root.json()).toMatchObject({ openapi: expect.stringMatching(/^3\./) as string });
  });

  test("a form that is not offered, and writing", async () => {
    expect((await get("/companies", { Accept: "text/turtle" })).status).toBe(406);
    expect((await get("/companies", { Accept: "text/csv" })).headers.get("content-type")).toContain("text/csv");
    expect((await get("/companies.json", { Accept: "text/csv" })).headers.get("content-type")).toContain("application/json");
    const refused = DELETE(ask(`${ROOT}/companies`, {}, "DELETE"));
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("for programs in a browser", () => {
  test("any origin may read, also what went wrong", async () => {
    const preflight = OPTIONS();
    expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    for (const below of ["/companies", "/nothing"]) {
      const { headers } = await get(below, { Origin: "https://other.example" });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toContain("RateLimit");
    }
  });
});
