/** The desk's door, tried at every action and every page. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { renderToStaticMarkup } from "react-dom/server";
import { confirmedItems, deskFigures, lookedUpReason, queueOf } from "@/cards/desk";
import { ACTIONS, runAction } from "@/app/desk/actions";
import CandidatePage from "@/app/desk/candidates/[id]/page";
import LogPage from "@/app/desk/log/page";
import ConfirmedPage from "@/app/desk/confirmed/page";
import { CandidateTable } from "@/app/desk/DeskTable";
import { DOUBTS } from "@/app/desk/documents/DocumentFigures";
import { enter } from "@/app/desk/login/enter";
import { flashIn } from "@/app/desk/flash";
import { openDesk } from "@/app/desk/guard";
import { readRow } from "@/record/csv/factsFile";
import { cookieHeader, deskSecret, isSecret, makeCookie, readCookie, SESSION_HOURS, tokenOf } from "@/app/desk/session";
import { returnedIn } from "@/app/desk/typed";
import { auditLog } from "@/record/store/database/audit";
import { isEnded } from "@/app/desk/ended";
import { appStore, openStore } from "@/record/store/database/client";
import { ReadingStopped } from "@/finder/run/apart";
import { readNamed } from "@/finder/run/named";
import { queueDocument } from "@/record/store/review/documents";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { smallStore } from "../stores";

const SECRET = "a secret of many letters";
const HOST = "desk.example.org";
const folder = mkdtempSync(join(tmpdir(), "sellthrough-desk-"));
const cookie = await makeCookie("ann", 0, SECRET);
const session = await readCookie(cookie, SECRET);
const token = session ? tokenOf(session, SECRET) : "";
const [foreign, another] = [await makeCookie("eve", 0, "another secret of letters"), await makeCookie("ann", 0, SECRET)];
vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - (SESSION_HOURS + 1) * 3_600_000 });
const over = await makeCookie("ann", 0, SECRET);
vi.useRealTimers();

// Threads of their own are what tests/finder/apart.test.ts is about; here is what becomes of a reading.
vi.mock("@/finder/run/apart", async (actual) => ({
  ...(await actual<object>()),
  readApart: (...asked: Parameters<typeof readNamed>) =>
    stopped === undefined ? Promise.resolve(readNamed(...asked)) : Promise.reject(stopped),
}));
let stopped: ReadingStopped | undefined;

let sentCookie: string | undefined;
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => (sentCookie === undefined ? undefined : { value: sentCookie }) }),
}));

interface Sent {
  readonly cookie?: string;
  readonly origin?: string | null;
  readonly from?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

function post(path: string, { cookie: value, origin = `https://${HOST}`, from = "192.0.2.1", fields = {} }: Sent = {}): Request {
  const headers = new Headers({ host: HOST, "x-forwarded-for": from, "x-forwarded-proto": "https" });
  if (origin !== null) headers.set("origin", origin);
  if (value !== undefined) headers.set("cookie", `desk=${value}`);
  return new Request(`http://${HOST}${path}`, { method: "POST", headers, body: new URLSearchParams(fields) });
}

const act = (name: string, sent: Sent) => runAction(name, post(`/desk/do/${name}`, sent));

beforeAll(async () => {
  process.env["DATABASE_URL"] = `file:${join(folder, "desk.db")}`;
  await (await smallStore(process.env["DATABASE_URL"])).close();
  const store = appStore();
  const by = { by: "files", at: "2025-06-01T00:00:00.000Z" };
  const one = {
    company: "riot",
    metric: "btc_produced",
    period: "2025-05",
    amount: 514e8,
    plain: "514",
    written: "514",
    start: 0,
    end: 3,
    confidence: "high",
    reasons: [],
  } as const;
  const about = {
    sha256: "c".repeat(64),
    address: "https://www.riotplatforms.com/may",
    kind: "company_release",
    title: "",
    company: "riot",
  } as const;
  await queueDocument(
    store,
    { ...about, publishedOn: "2025-06-04", retrievedOn: "2025-06-05", text: "514", warnings: [], candidates: [one] },
    by,
  );
});
beforeEach(() => {
  process.env["DESK_SECRET"] = SECRET;
});
afterAll(async () => {
  delete process.env["DESK_SECRET"];
  await appStore().close();
  rmSync(folder, { recursive: true, force: true });
});

const actions = Object.keys(ACTIONS);
const untouched = async () => [
  await dataVersion(appStore()),
  await appStore().prisma.review.count(),
  await appStore().prisma.auditEntry.count(),
];

describe.each(actions)("the action %s is refused", (name) => {
  const good = { cookie, fields: { token, id: "1", document: "1", note: "x", reason: "x", value: "1" } };
  test.each<[string, number, Sent]>([
    ["without a session", 401, { fields: good.fields }],
    ["with a session signed by another secret", 401, { ...good, cookie: foreign }],
    ["with a session that is over", 401, { ...good, cookie: over }],
    ["from another site", 403, { ...good, origin: "https://evil.example" }],
    ["without an origin", 403, { ...good, origin: null }],
    ["without its token", 403, { ...good, fields: { ...good.fields, token: "" } }],
    ["with another session's token", 403, { ...good, cookie: another }],
  ])("%s", async (_, status, sent) => {
    const before = await untouched();
    const response = await act(name, sent);
    expect([response.status, response.headers.get("cache-control"), response.headers.get("x-robots-tag")]).toEqual([
      status,
      "no-store",
      "noindex, nofollow",
    ]);
    expect(await untouched()).toEqual(before);
  });

  test("when there is no secret, or a short one", async () => {
    for (const secret of [undefined, "fifteen letters"]) {
      if (secret === undefined) delete process.env["DESK_SECRET"];
      else process.env["DESK_SECRET"] = secret;
      expect((await act(name, good)).status).toBe(404);
    }
  });
});

/** Every page file of the desk, so that a new one is tried too. */
const pages = readdirSync("src/app/desk", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("page.tsx"));

describe.each(pages)("the page %s", (path) => {
  const open = async () => {
    const { default: Page } = (await import(/* @vite-ignore */ `../../src/app/desk/${path}`)) as {
      default: (props: object) => Promise<unknown>;
    };
    return Page({ params: Promise.resolve({ id: "1" }), searchParams: Promise.resolve({}) });
  };
  test("is not there without a secret", async () => {
    delete process.env["DESK_SECRET"];
    await expect(open()).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
  test("leads to the login without a session", async () => {
    if (path === join("login", "page.tsx")) await expect(open()).resolves.toBeDefined();
    else await expect(open()).rejects.toMatchObject({ digest: expect.stringContaining("/desk/login") as string });
  });
});

describe("at the door", () => {
  const login = (secret: string, from: string) => enter(post("/desk/enter", { from, fields: { name: "ann", secret } }));

  test("the right secret opens a session whose cookie no script and no other site can use", async () => {
    const response = await login(SECRET, "192.0.2.7");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/desk"]);
    expect(response.headers.get("set-cookie")).toMatch(/^desk=[\w.*~-]+; Path=\/desk; HttpOnly; SameSite=Strict; Max-Age=28800; Secure$/);
    expect((await auditLog(appStore(), { limit: 1 }))[0]).toMatchObject({ by: "ann", what: "login" });
    expect(cookieHeader("x", false, 1)).not.toContain("Secure");
  });

  test("after three refusals an address waits, longer each time, and another one does not", async () => {
    for (let i = 0; i < 3; i++) expect((await login("a wrong secret", "192.0.2.8")).status).toBe(303);
    const refused = await login(SECRET, "192.0.2.8");
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([429, null]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await login(SECRET, "192.0.2.9")).headers.get("set-cookie")).not.toBeNull();
  });

  test("what was typed is in no log", async () => {
    expect(JSON.stringify(await auditLog(appStore(), { limit: 100 }))).not.toContain("wrong secret");
  });

  test("a login form from another site is refused", async () => {
    expect((await enter(post("/desk/enter", { origin: "https://evil.example", fields: { name: "a", secret: SECRET } }))).status).toBe(403);
  });

  test("secrets are compared whole, without blanks around them; a short one makes no desk", () => {
    process.env["DESK_SECRET"] = ` ${SECRET}\n`;
    expect(deskSecret()).toBe(SECRET);
    expect([isSecret(SECRET, SECRET), isSecret(SECRET.slice(1), SECRET), isSecret("", SECRET)]).toEqual([true, false, false]);
    process.env["DESK_SECRET"] = "fifteen letters";
    expect(deskSecret()).toBeUndefined();
  });

  test("a changed cookie is none", async () => {
    // The parts of a seal stand between asterisks: what is sealed comes fifth.
    const swapped = cookie
      .split("*")
      .with(4, foreign.split("*")[4] ?? "")
      .join("*");
    for (const value of [swapped, foreign, cookie.slice(1), cookie.slice(0, -4), "", "a.b.c"])
      expect(await readCookie(value, SECRET)).toBeUndefined();
  });
});

test("the lists of the desk name companies as the pages do, not by their slug", async () => {
  const { items } = await queueOf("2025-06-06");
  expect(renderToStaticMarkup(await CandidateTable({ items, columns: [] }))).toContain('<td class="whole">Riot 2025-05</td>');
});

test("a figure that no rule speaks against says why it was not read with high confidence", async () => {
  const { items } = await queueOf("2025-06-06");
  const shown = async (confidence: "high" | "low"): Promise<string> => {
    const doubted = items.map((item) => ({
      flags: [],
      candidate: { ...item.candidate, confidence, reasons: ["nothing else confirms it"] },
    }));
    return renderToStaticMarkup(await CandidateTable({ items: doubted, columns: [DOUBTS] }));
  };
  expect(await shown("low")).toContain("Nothing else confirms it.");
  expect(await shown("high")).not.toContain("Nothing else confirms it.");
});

/** The page of candidate 1, as somebody with a session gets it. */
async function candidatePage(): Promise<string> {
  sentCookie = cookie;
  const page = await CandidatePage({ params: Promise.resolve({ id: "1" }), searchParams: Promise.resolve({}) });
  sentCookie = undefined;
  return renderToStaticMarkup(page);
}

test("where nothing is confirmed the page says what would be, and shows no empty table", async () => {
  sentCookie = cookie;
  const page = renderToStaticMarkup(await ConfirmedPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }));
  sentCookie = undefined;
  expect(page).toContain("No figure is confirmed");
  expect(page).toContain("A figure is confirmed when");
  expect(page).not.toContain("<table");
});

test("a candidate that waits shows what accepting it would change", async () => {
  const page = await candidatePage();
  expect(page).toContain("What it changes in 2025-05");
  expect(page).toContain("If accepted");
});

test("the log names one candidate as one, and a quotation of the document is to the comma", async () => {
  expect(lookedUpReason({ printed: "1,350" })).toBe("looked up: the document prints “1,350”");
  sentCookie = cookie;
  const page = renderToStaticMarkup(await LogPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }));
  sentCookie = undefined;
  expect(page).toMatch(/<a href="\/desk\/documents\/1">1<\/a>/);
  const words = page.replace(/<\/?a\b[^>]*>/g, "");
  expect(words).toMatch(/>(?:candidate \d+|candidates \d+ \d[\d ]*), document 1/);
  expect(words).not.toMatch(/\bcandidates \d+(?:,|<)|\bfacts \d+(?:,|<)/);
});

test("two pages of the desk that ask at once for what is not there yet share one making of it", async () => {
  for (const ask of [queueOf, confirmedItems, deskFigures]) {
    const [one, other] = await Promise.all([ask("2025-06-08"), ask("2025-06-08")]);
    expect(other).toBe(one);
  }
});

test("the queue is weighed once for each day and state of the store, whatever changes that", async () => {
  const [queue, confirmed] = [await queueOf("2025-06-06"), await confirmedItems("2025-06-06")];
  expect([await queueOf("2025-06-06"), await confirmedItems("2025-06-06")].map((one, i) => one === [queue, confirmed][i])).toEqual([
    true,
    true,
  ]);
  expect(await queueOf("2025-06-07")).not.toBe(queue);
  const { items } = await queueOf("2025-06-07");
  await act("refuse", { cookie, fields: { token, id: "1", reason: "a try" } });
  expect((await queueOf("2025-06-07")).items).toHaveLength(items.length - 1);
  await act("undo", { cookie, fields: { token, id: "1", note: "a try" } });
  expect((await queueOf("2025-06-07")).items).toHaveLength(items.length);
});

test("a reading without reasons ends its sentence all the same, and leads to the words", async () => {
  expect(await candidatePage()).toContain('<p>Read with high confidence. <a href="#span">Printed as “514”</a>.</p>');
});

test("with a session a candidate is accepted in the operator's name, and the record has it at once", async () => {
  const response = await act("accept", { cookie, fields: { token, id: "1", note: "" } });
  const location = new URL(response.headers.get("location") ?? "", `https://${HOST}`);
  expect(flashIn(Object.fromEntries(location.searchParams))).toMatch(
    /^“Riot[^”]* 2025-05: produced 514 BTC” is in the record, which is at version/,
  );
  expect((await loadRecord(appStore())).facts.at(-1)?.written).toBe("514");
  expect((await auditLog(appStore(), { limit: 1 }))[0]).toMatchObject({ by: "ann", what: "accept" });
});

test("a candidate that has been decided shows what was decided and what the record has, not what accepting it would do", async () => {
  const page = await candidatePage();
  expect(page).toMatch(/<strong>Accepted by ann, \d{4}-\d\d-\d\d \d\d:\d\d<\/strong>/);
  expect(page).toContain("What the record has for 2025-05");
  expect(page).toContain("514 (reported)");
  expect(page).toMatch(/Decided before<\/h2><ol><li>refused by ann, [^<]*<\/li><li>undone by ann, [^<]*<\/li><\/ol>/);
  expect(page).not.toMatch(/If accepted|What it changes|Decided so far|<\/kbd> refuse/);
});

describe("logging out", () => {
  const opened = async () => {
    const response = await enter(post("/desk/enter", { from: "192.0.2.20", fields: { name: "ann", secret: SECRET } }));
    const value = /^desk=([^;]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const own = await readCookie(value, SECRET);
    if (!own) throw new Error("no session");
    return { value, own, token: tokenOf(own, SECRET) };
  };

  test("ends the session on the server: a kept cookie opens nothing any more, here and in any other process", async () => {
    const [kept, other] = [await opened(), await opened()];
    const refused = { token: kept.token, id: "1", reason: "x" };
    expect((await act("logout", { cookie: kept.value, fields: { token: kept.token } })).headers.get("set-cookie")).toContain("Max-Age=0");
    for (const name of actions) expect([name, (await act(name, { cookie: kept.value, fields: refused })).status]).toEqual([name, 401]);
    sentCookie = kept.value;
    await expect(openDesk()).rejects.toMatchObject({ digest: expect.stringContaining("/desk/login") as string });
    // The other session of the same person goes on.
    sentCookie = other.value;
    expect((await openDesk()).session.by).toBe("ann");
    sentCookie = undefined;
    // Nothing was remembered but what is in the store.
    const later = openStore(process.env["DATABASE_URL"]);
    expect([await isEnded(later, kept.own), await isEnded(later, other.own)]).toEqual([true, false]);
    await later.close();
  });

  test("the log does not give the session away", async () => {
    const { value, own, token: mine } = await opened();
    await act("logout", { cookie: value, fields: { token: mine } });
    const said = JSON.stringify(await auditLog(appStore(), { limit: 5 }));
    for (const secret of [own.id, mine, value]) expect(said).not.toContain(secret);
  });
});

describe("what is refused names the field to mend", () => {
  const figure = { token, back: "/desk/add", company: "riot", metric: "btc_sold", period: "2025-04", value: "300" };
  const source = { source_kind: "news_report", source_url: "https://news.example.org/x" };
  test.each<[string, string, Readonly<Record<string, string>>, string | undefined]>([
    ["a refusal without its reason", "refuse", { token, id: "1", back: "/desk/candidates/1" }, "refuse-reason"],
    ["an undoing without its note", "undo", { token, id: "1", back: "/desk/candidates/1" }, "undo-note"],
    ["a correction that is no number", "correct", { token, id: "1", value: "x", note: "y", back: "/desk/candidates/1" }, "correct-value"],
    ["a figure against the record without a note", "add", { ...figure, ...source }, "add-note"],
  ])("%s", async (_, name, fields, at) => {
    const response = await act(name, { cookie, fields });
    const sent = Object.fromEntries(new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams);
    const { fault } = await returnedIn(sent);
    expect(fault?.at).toBe(at);
    expect(fault?.sentence).not.toMatch(/^Nothing|^$/);
    // Nobody else's words can be put there.
    expect((await returnedIn({ ...sent, flash: "Call this number" })).fault).toBeUndefined();
  });
});

describe("a row typed into a form", () => {
  const listing = { token, back: "/desk/rows", row: "listing", company: "riot", exchange: "NYSE", ticker: "RIOT" };
  const send = async (fields: Readonly<Record<string, string>>) => {
    const response = await act("add-row", { cookie, fields });
    return new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams;
  };

  test("that is wrong comes back as it was typed, and nothing is changed", async () => {
    const before = await untouched();
    const sent = await send({ ...listing, from: "May 2025" });
    expect(flashIn(Object.fromEntries(sent))).toContain("Nothing was changed.");
    expect((await returnedIn(Object.fromEntries(sent))).typed).toEqual({
      ...{ row: "listing", company: "riot", exchange: "NYSE", ticker: "RIOT", from: "May 2025" },
    });
    expect(await untouched()).toEqual(before);
  });

  test("the problem names its field", () => {
    const typed = { company: "riot", exchange: "NYSE", ticker: "RIOT" };
    expect(readRow("listings.csv", { ...typed, from: "May 2025" })).toMatchObject({ problems: [{ column: "from" }] });
    expect(readRow("listings.csv", { ...typed, from: "2025-05", to: "2025-04" })).toMatchObject({ problems: [{ column: "to" }] });
    expect(readRow("companies.csv", { company: "New Co", name: "", country: "Canada" })).toMatchObject({
      problems: [{ column: "company" }, { column: "name" }],
    });
  });

  type Read = (record: Awaited<ReturnType<typeof loadRecord>>) => unknown;
  test.each<[string, Readonly<Record<string, string>>, Read, unknown]>([
    ["company", { company: "newco", name: "New Co", country: "Canada" }, ({ companies }) => companies.map(({ id }) => id), "newco"],
    [
      "listing",
      { ...listing, from: "2025-05" },
      ({ companies }) => companies.flatMap(({ listings }) => listings.map(({ exchange, from }) => `${exchange} ${from ?? ""}`)),
      "NYSE 2025-05",
    ],
    [
      "policy",
      { company: "hut8", policy: "holds_all", source_url: "https://hut8.com/policy" },
      ({ policies }) => policies.map(({ company, policy }) => `${company} ${policy}`),
      "hut8 holds_all",
    ],
    [
      "event",
      { date: "2025-04-02", label: "Tariffs", kind: "policy" },
      ({ events }) => events.map(({ date, label }) => `${date} ${label}`),
      "2025-04-02 Tariffs",
    ],
    [
      "name",
      { company: "hut8", name: "Hut 8 Mining", to: "2023-11" },
      ({ companies }) => companies.flatMap(({ formerNames }) => formerNames.map(({ name }) => name)),
      "Hut 8 Mining",
    ],
  ])("a new %s is in the record and in the log; the same again is refused", async (row, fields, listOf, expected) => {
    expect(listOf(await loadRecord(appStore()))).not.toContain(expected);
    const sent = await send({ ...fields, token, back: "/desk/rows", row });
    expect(flashIn(Object.fromEntries(sent))).toMatch(/^On record: /);
    expect(listOf(await loadRecord(appStore()))).toContain(expected);
    expect((await auditLog(appStore(), { limit: 1 }))[0]).toMatchObject({ by: "ann", what: "add" });
    expect(flashIn(Object.fromEntries(await send({ ...fields, token, back: "/desk/rows", row })))).toContain("on record already");
  });
});

describe("a release read at the desk", () => {
  const RELEASE =
    "Riot Announces July 2025 Production and Operations Updates\nRiot Platforms, Inc. (NASDAQ: RIOT) announces updates for July 2025.\n\nMetric | July 2025\nBitcoin Produced | 484\nBitcoin Sold | 475\n";
  const ABOUT = { source: "https://www.riotplatforms.com/july", published: "2025-08-04", kind: "company_release" };
  async function send(fields: Readonly<Record<string, string | File>>) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ token, back: "/desk", ...ABOUT, ...fields })) body.set(name, value);
    const headers = {
      host: HOST,
      origin: `https://${HOST}`,
      "x-forwarded-proto": "https",
      cookie: `desk=${cookie}`,
    };
    const response = await runAction("read", new Request(`http://${HOST}/desk/do/read`, { method: "POST", headers, body }));
    // On a busy machine the page that says so may come first (waiting.ts).
    const to = response.headers.get("location") ?? /;url=([^"]+)"/.exec(await response.text())?.[1]?.replaceAll("&amp;", "&") ?? "";
    const location = new URL(to, `https://${HOST}`);
    const params = Object.fromEntries(location.searchParams);
    return { path: location.pathname, flash: flashIn(params) ?? "", ...(await returnedIn(params)) };
  }
  const documents = () => appStore().prisma.document.count();
  const page = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

  test("waits in the queue as its command would put it there, and is shown alone", async () => {
    const before = await dataVersion(appStore());
    const sent = await send({ text: RELEASE.replaceAll("\n", "\r\n") });
    expect(sent).toMatchObject({ path: "/desk/documents/2", flash: "2 figures were read in document 2." });
    expect(await dataVersion(appStore())).toEqual(before);
    const stored = await appStore().prisma.document.findUnique({ where: { id: 2 }, include: { candidates: true } });
    expect(stored).toMatchObject({ address: ABOUT.source, publishedOn: ABOUT.published, kind: ABOUT.kind, by: "ann", company: "riot" });
    expect(stored?.candidates.map(({ metric, plain }) => `${metric} ${plain}`)).toEqual(["btc_produced 484", "btc_sold 475"]);
    expect((await auditLog(appStore(), { limit: 1 }))[0]).toMatchObject({ by: "ann", what: "queue" });
  });

  test("once more, pasted or as a file, says that it had been read and adds nothing", async () => {
    const before = await untouched();
    for (const fields of [{ text: RELEASE }, { file: page("july.txt", RELEASE.trim()) }])
      expect((await send(fields)).flash).toBe("2 figures were read in document 2, which had been read before: nothing in it is new.");
    expect(await untouched()).toEqual(before);
  });

  test("is told as one where it states one, and takes address and day from the page where the form leaves them out", async () => {
    const html = `<html><head><meta charset="windows-1252"><link rel="canonical" href="https://www.riotplatforms.com/august"></head><body><h1>Riot Announces August 2025 Production and Operations Updates</h1><p>Castle Rock – September 3, 2025 – Riot Platforms, Inc. (NASDAQ: RIOT)</p><table><tr><th>Metric</th><th>August 2025</th></tr><tr><td>Bitcoin Produced</td><td>477</td></tr></table></body></html>`;
    expect((await send({ text: html, source: "", published: "" })).flash).toBe("1 figure was read in document 3.");
    const stored = await appStore().prisma.document.findUnique({ where: { id: 3 } });
    expect(stored).toMatchObject({ address: "https://www.riotplatforms.com/august", publishedOn: "2025-09-03" });
    // What was pasted comes as UTF-8, whatever its head says.
    expect(stored?.text).toContain("Castle Rock – September");
  });

  test.each<[string, Readonly<Record<string, string | File>>, string, RegExp]>([
    ["nothing", {}, "read-text", /Paste the text of a release, or choose a file/],
    ["a text and a file", { text: RELEASE, file: page("a.txt", RELEASE) }, "read-text", /not both/],
    ["a text without a figure", { text: "A recipe for bread." }, "read-text", /^There is nothing in it to decide: no figure was found\./],
    [
      "a PDF",
      { file: page("a.pdf", "%PDF-1.7 and so on") },
      "read-file",
      /decide: this is no text \(an archive, a PDF or a picture\?\): save[^;]*\.$/,
    ],
    ["a file of more than 5 MB", { file: page("a.txt", new Uint8Array(5_000_001)) }, "read-file", /larger than 5 MB/],
    ["no address at all", { text: RELEASE, source: "" }, "read-source", /names none/],
    ["an address that is none", { text: RELEASE, source: "riot.com" }, "read-source", /“riot\.com” is no web address/],
    ["a day that is none", { text: RELEASE, published: "August" }, "read-published", /“August” is no day/],
    ["an unknown kind", { text: RELEASE, kind: "rumour" }, "read-kind", /names no kind of source/],
  ])("%s is refused at its field; what was typed stays, and nothing is changed", async (_, fields, at, sentence) => {
    const before = [await untouched(), await documents()];
    const sent = await send({ ...fields });
    expect([sent.path, sent.fault?.at]).toEqual(["/desk", at]);
    expect(sent.fault?.sentence).toMatch(sentence);
    expect(sent.flash).toMatch(/^Nothing was changed\. /);
    for (const [name, value] of Object.entries({ ...ABOUT, ...fields }))
      if (typeof value === "string") expect((sent.typed[name] ?? "").replaceAll("\r", "")).toBe(value);
    expect([await untouched(), await documents()]).toEqual(before);
  });

  test("has the kind that its address stands for, unless the operator says another; a document keeps the first", async () => {
    const kindOf = async (id: number) => (await appStore().prisma.document.findUnique({ where: { id } }))?.kind;
    const at = { text: `${RELEASE}Once more.`, source: "https://blog.example.org/riot", published: "2025-08-05" };
    await send({ ...at, kind: "" });
    await send({ ...at, text: `${RELEASE}Twice more.`, kind: "aggregator" });
    expect([await kindOf(4), await kindOf(5)]).toEqual(["news_report", "aggregator"]);
    expect((await send({ ...at, kind: "filing" })).flash).toMatch(
      /^2 .* which had been read before as a news report, and stays one: nothing/,
    );
    expect(await kindOf(4)).toBe("news_report");
  });

  test("is refused in the reader’s words when its thread was stopped, at the field that it came in", async () => {
    const before = [await untouched(), await documents()];
    stopped = new ReadingStopped("The program was still reading it. Paste the part.");
    const [pasted, chosen] = [await send({ text: RELEASE }), await send({ file: page("a.txt", RELEASE) })];
    stopped = undefined;
    expect([pasted.fault, chosen.fault]).toEqual(
      ["text", "file"].map((field) => ({ at: `read-${field}`, sentence: "The program was still reading it. Paste the part." })),
    );
    expect([await untouched(), await documents()]).toEqual(before);
  });

  test("a long text does not come back, the other fields do, and the sentence says so", async () => {
    const sent = await send({ text: "bread ".repeat(200_000) });
    expect(sent.typed).toEqual(ABOUT);
    expect(sent.flash).toMatch(/too long to be filled in again as a whole\.$/);
  });

  test("without a session what may be as long as a file is not even read", async () => {
    const body = new ReadableStream({
      pull: () => {
        throw new Error("it was read");
      },
    });
    const headers = { host: HOST, origin: `https://${HOST}`, "content-type": "multipart/form-data; boundary=x" };
    const request = new Request(`http://${HOST}/desk/do/read`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
    expect((await runAction("read", request)).status).toBe(401);
  });
});

test("words in an address that the desk did not put there are not shown", () => {
  expect(flashIn({ flash: "Call this number", hmac: "x" })).toBeUndefined();
});

test("an uploaded line that something speaks against is not taken without a note; with one it is, and the same file adds nothing again", async () => {
  const head = "company,period,metric,value,source_kind,published_on,source_url,note\n";
  const body = new FormData();
  body.set("token", token);
  const line = "riot,2025-04,btc_sold,300,company_release,2025-05-05,https://www.riotplatforms.com/other,\n";
  body.set("file", new File([`${head}${line}`], "facts.csv"));
  const headers = { host: HOST, origin: `https://${HOST}`, cookie: `desk=${cookie}`, "x-forwarded-proto": "https" };
  const looked = await runAction("upload", new Request(`http://${HOST}/desk/do/upload`, { method: "POST", headers, body }));
  const upload = new URL(looked.headers.get("location") ?? "", `https://${HOST}`).searchParams.get("upload") ?? "";
  const apply = async (note: string) => {
    const response = await act("apply", { cookie, fields: { token, upload, note } });
    return flashIn(Object.fromEntries(new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams));
  };
  const before = await untouched();
  expect(await apply("")).toContain("Something speaks against line 2");
  expect(await untouched()).toEqual(before);
  expect(await apply("as restated")).toBe("Added: 1 line.");
  expect((await loadRecord(appStore())).facts.at(-1)).toMatchObject({ written: "300", note: "as restated" });
  // It was dealt with, so it is gone; the same file once more is looked at anew.
  expect(await apply("as restated")).toContain("The uploaded file is not here any more");
});
