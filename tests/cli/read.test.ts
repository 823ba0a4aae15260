/** `record read` of a web address, and as an operator types it: through npm. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { getDocument } from "@/cli/commands/document";
import { knownRecord } from "@/cli/commands/companies";
import { Refusal } from "@/domain/shared/refusal";
import { type LocalServer, redirect, startServer, status, undeclaredPage } from "../finder/localServer";
import { command, throughNpm } from "./command";
import { testFolder } from "../testFolder";

const folder = testFolder();
const nowhere = { DATABASE_URL: `file:${join(folder, "none.db")}`, SEC_USER_AGENT: undefined };
const RELEASE =
  "<html><body><p>Riot Announces May 2025 Production and Operations Updates</p><p>June 4, 2025 -- Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for May 2025.</p><table><tr><th>Metric</th><th>May 2025</th></tr><tr><td>Bitcoin Produced</td><td>514</td></tr></table></body></html>";
let server: LocalServer;

beforeAll(async () => {
  server = await startServer({ needsUserAgent: false });
  server.pages.set("/may-2025", { body: RELEASE });
  server.pages.set("/bread", { body: "<html><body><p>A recipe for bread.</p></body></html>" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.faults.clear();
});
afterAll(async () => {
  await server.close();
});

/** What the operator is told when an address cannot be read. */
async function refusal(path: string): Promise<string> {
  vi.stubEnv("DATABASE_URL", nowhere.DATABASE_URL);
  vi.stubEnv("SEC_USER_AGENT", "");
  const error: unknown = await getDocument(path.startsWith("/") ? server.origin + path : path, await knownRecord()).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
  return error.message;
}

test("npm run record -- read FILE --json: standard output is one JSON document and nothing else", async () => {
  const file = join(folder, "release.html");
  writeFileSync(file, RELEASE);
  const { status: ended, out } = await throughNpm(nowhere, "read", file, "--json");
  const { candidates } = JSON.parse(out) as { candidates: Record<string, unknown>[] };
  expect(ended).toBe(0);
  expect(candidates[0]).toMatchObject({ company: "riot", metric: "btc_produced", period: "2025-05", value: 514, unit: "BTC" });
  expect(Object.keys(candidates[0] ?? {})).toEqual([
    "company",
    "metric",
    "period",
    "value",
    "unit",
    "span",
    "confidence",
    "reasons",
    "corroboratedBy",
    "vetoedBy",
    "alternatives",
  ]);
}, 240_000);

test("an address is read like a file; one that states no figure ends with status 0", async () => {
  const [found, none] = [
    await command(nowhere, "read", `${server.origin}/may-2025`, "--json"),
    await command(nowhere, "read", `${server.origin}/bread`, "--json"),
  ];
  expect(JSON.parse(found.out)).toMatchObject({ candidates: [{ metric: "btc_produced", value: 514 }] });
  expect([found.status, none.status, none.out.trim()]).toEqual([0, 0, '{"candidates":[]}']);
  expect([found.err, none.err.trim().split("\n").at(-1)]).toEqual([
    "",
    expect.stringMatching(/^Note: no (?:company was recognised|figure was found)$/),
  ]);
}, 240_000);

test("an address that is not there, forbidden or off the named site is told in a sentence, and not asked twice", async () => {
  expect(await refusal("/lost")).toBe(`${server.origin}/lost is not there (404).`);
  server.faults.set("/may-2025", [status(403)]);
  expect(await refusal("/may-2025")).toContain('answered "forbidden" (403)');
  server.faults.set("/may-2025", [redirect("https://elsewhere.example/x")]);
  expect(await refusal("/may-2025")).toMatch(/leads on to https:\/\/elsewhere\.example\/x, and only the site that was named is asked/);
  expect(await refusal("http://news.example.org/x")).toContain("is not an https address, so it was not fetched");
  expect(server.asked.filter(({ path }) => path === "/lost")).toHaveLength(1);
});

test("the SEC is asked only by those who say who they are", async () => {
  expect(await refusal("https://www.sec.gov/Archives/edgar/data/1167419/x.htm")).toContain("SEC_USER_AGENT is not set");
  server.faults.set("/may-2025", [undeclaredPage]);
  expect(await refusal("/may-2025")).toContain("undeclared automated tool");
});
