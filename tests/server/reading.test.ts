/** The desk reads beside the site: whoever visits while a long document is read is answered, and the operator sees what is going on. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, serve } from "../running";
import { filledStore } from "../stores";

const SECRET = "a secret of sixteen and more";
const folder = mkdtempSync(join(tmpdir(), "sellthrough-reading-"));
let site: Running;

beforeAll(async () => {
  const database = `file:${join(folder, "store.db")}`;
  await (await filledStore(database)).close();
  site = await serve(database, { DESK_SECRET: SECRET });
}, 900_000);

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: FormData | URLSearchParams, cookie = "") =>
  fetch(site.base + path, { method: "POST", body, headers: { origin: site.base, cookie }, redirect: "manual" });

/** A megabyte of text: what a release states, and thousands of other lines with numbers. */
function longFiling(): string {
  const lines = Array.from(
    { length: 12_000 },
    (_, i) => `Note ${i}: other operating expenses of ${i * 7} thousand dollars | ${i} | ${i * 3}`,
  );
  return `Riot Announces July 2025 Production and Operations Updates
Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for July 2025.

Metric | July 2025
Bitcoin Produced | 484

${lines.join("\n")}\n`;
}

test("a page is answered between the word that a document is being read and the end of that", async () => {
  const login = await post("/desk/enter", new URLSearchParams({ name: "ann", secret: SECRET }));
  const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
  const desk = await (await fetch(`${site.base}/desk`, { headers: { cookie } })).text();
  const form = new FormData();
  for (const [name, value] of Object.entries({
    token: /name="token" value="([^"]+)"/.exec(desk)?.[1] ?? "",
    source: "https://www.riotplatforms.com/july",
    text: longFiling(),
  }))
    form.set(name, value);
  // Warm, so that this is not about compiling.
  await (await fetch(site.base)).text();

  const reading = await post("/desk/do/read", form, cookie);
  expect([reading.status, reading.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const said: string[] = [];
  const events: string[] = [];
  const wholePage = (async () => {
    for await (const part of reading.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      if (said.length === 0) events.push("it is being read");
      said.push(part);
    }
    events.push("it is read");
  })();
  await (await fetch(site.base)).text();
  events.push("a visitor is answered");
  await wholePage;

  expect(events).toEqual(["it is being read", "a visitor is answered", "it is read"]);
  expect(said[0]).toContain("The program is reading the document.");
  const to = /;url=([^"]+)"/.exec(said.join(""))?.[1]?.replaceAll("&amp;", "&") ?? "";
  const page = await (await fetch(site.base + to, { headers: { cookie } })).text();
  expect(/\d+ figures? (was|were) read in document 1\./.test(page)).toBe(true);
  expect(page.includes("company release")).toBe(true);
});
