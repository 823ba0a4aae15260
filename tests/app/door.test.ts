/** What a stranger can send to the desk's door, and what a broken store or a bad file does to the operator behind it. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { runAction } from "@/app/desk/actions";
import { readForm, UPLOAD_BYTES } from "@/app/desk/body";
import { FORM_BYTES, LOGIN_BYTES } from "@/server/limits";
import { checkRequest } from "@/server/requests/requestCheck";
import { flashIn } from "@/app/desk/flash";
import { enter } from "@/app/desk/login/enter";
import { makeCookie, readCookie, tokenOf } from "@/app/desk/session";
import { returnedIn } from "@/app/desk/typed";
import { MOST_LINES, MOST_PROBLEMS, readFactsFile } from "@/record/csv/factsFile";
import { readRecord } from "@/record/csv/readRecord";
import { auditLog } from "@/record/store/database/audit";
import { appStore } from "@/record/store/database/client";
import { dataVersion } from "@/record/store/states/loadRecord";
import { uploadsFolder } from "@/record/store/review/uploads";
import { FACTS_HEAD, smallRecord } from "../record/store/files";
import { smallStore } from "../stores";

const SECRET = "a secret of many letters";
const HOST = "desk.example.org";
const folder = mkdtempSync(join(tmpdir(), "sellthrough-door-"));
const cookie = await makeCookie("ann", 0, SECRET);
const session = await readCookie(cookie, SECRET);
const token = session ? tokenOf(session, SECRET) : "";

interface Sent {
  readonly from?: string;
  readonly body: ReadableStream<Uint8Array> | string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

function post(path: string, { from = "192.0.2.1", body, headers = {} }: Sent): Request {
  const type = body instanceof FormData ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const all = { host: HOST, origin: `https://${HOST}`, "x-forwarded-for": from, cookie: `desk=${cookie}`, ...type, ...headers };
  return new Request(`http://${HOST}${path}`, { method: "POST", headers: all, body, duplex: "half" } as RequestInit);
}

/** A body that goes on for ever, and how much of it was taken. */
function endless(): { readonly body: ReadableStream<Uint8Array>; readonly taken: () => number } {
  let taken = 0;
  const chunk = new Uint8Array(64 * 1024).fill(97);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += chunk.byteLength;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

/** A body that breaks off. */
const half = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("name=ann&secret=wro"));
      setTimeout(() => {
        controller.error(new Error("aborted"));
      }, 5);
    },
  });

beforeAll(async () => {
  process.env["DESK_SECRET"] = SECRET;
  process.env["DATABASE_URL"] = `file:${join(folder, "door.db")}`;
  await (await smallStore(process.env["DATABASE_URL"])).close();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  delete process.env["DESK_SECRET"];
  await appStore().close();
  rmSync(folder, { recursive: true, force: true });
});

const flash = (response: Response) =>
  flashIn(Object.fromEntries(new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams)) ?? "";

describe("a body from a stranger", () => {
  test("of a declared length above the bound is refused before a byte of it is read", async () => {
    const { body, taken } = endless();
    const response = await enter(post("/desk/enter", { body, headers: { "content-length": String(LOGIN_BYTES + 1) } }));
    expect([response.status, taken()]).toEqual([413, 0]);
  });

  test("without a length is cut off at the bound", async () => {
    const { body, taken } = endless();
    expect((await enter(post("/desk/enter", { body }))).status).toBe(413);
    expect(taken()).toBeLessThan(4 * 64 * 1024);
  });

  test("is not read at all without a session", async () => {
    const { body, taken } = endless();
    expect((await runAction("upload", post("/desk/do/upload", { body, headers: { cookie: "" } }))).status).toBe(401);
    expect(taken()).toBe(0);
  });

  test("that is no form, or another length than it says, is told so", async () => {
    const other = await enter(post("/desk/enter", { body: "{}", headers: { "content-type": "application/json" } }));
    const short = await enter(post("/desk/enter", { body: "name=a", headers: { "content-length": "60" } }));
    expect([other.status, short.status]).toEqual([415, 400]);
  });

  test("that breaks off is no failed attempt", async () => {
    const before = (await auditLog(appStore(), { limit: 1 }))[0]?.seq;
    for (let i = 0; i < 6; i++) expect((await enter(post("/desk/enter", { from: "192.0.2.50", body: half() }))).status).toBe(400);
    expect((await auditLog(appStore(), { limit: 1 }))[0]?.seq).toBe(before);
    const good = new URLSearchParams({ name: "ann", secret: SECRET }).toString();
    expect((await enter(post("/desk/enter", { from: "192.0.2.50", body: good }))).headers.get("location")).toBe("/desk");
  });

  test("a form with a session has its bound too, and an upload a larger one", async () => {
    const long = `token=${token}&note=${"x".repeat(FORM_BYTES)}`;
    expect((await runAction("accept", post("/desk/do/accept", { body: long }))).status).toBe(413);
    expect(await readForm(post("/", { body: "a=1" }), UPLOAD_BYTES)).toMatchObject({ ok: true });
  });
});

describe("attempts to log in", () => {
  const attempt = (from: string, secret: string) =>
    enter(post("/desk/enter", { from, body: new URLSearchParams({ name: "ann", secret }).toString() }));

  test("of many strangers do not lock out who was never refused, and do not fill the log", async () => {
    for (let i = 0; i < 130; i++) await attempt(`198.51.${Math.floor(i / 200)}.${i % 200}`, "a wrong secret");
    expect((await attempt("203.0.113.9", SECRET)).headers.get("location")).toBe("/desk");
    const refused = (await auditLog(appStore(), { limit: 1000 })).filter(({ what }) => what === "login refused");
    expect(refused.length).toBeLessThanOrEqual(100);
  });

  test("are looked at before anything is read", async () => {
    for (let i = 0; i < 3; i++) await attempt("203.0.113.10", "a wrong secret");
    const { body, taken } = endless();
    expect((await enter(post("/desk/enter", { from: "203.0.113.10", body }))).status).toBe(429);
    expect(taken()).toBe(0);
  });
});

describe("a file of figures", () => {
  const upload = async (text: string) => {
    const form = new FormData();
    form.set("token", token);
    form.set("file", new File([text], "facts.csv"));
    const response = await runAction("upload", post("/desk/do/upload", { body: form }));
    return new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams.get("upload") ?? "";
  };
  const kept = () => readdirSync(uploadsFolder(appStore()));
  const line = `riot,2025-05,btc_held,19211,news_report,2025-06-04,https://news.example.org/a,`;

  test("with a million bad lines gives the first hundred problems and their number, and others are answered meanwhile", async () => {
    const bytes = new TextEncoder().encode(`${FACTS_HEAD}\n${",,,,\n".repeat(1_000_000)}`);
    let turns = 0;
    let done = false;
    const others = () => {
      turns++;
      if (!done) setImmediate(others);
    };
    const reading = readFactsFile(bytes, new Set());
    setImmediate(others);
    const read = await reading;
    done = true;
    if (read.ok) throw new Error("it was taken");
    expect([read.problems.length, read.count]).toEqual([MOST_PROBLEMS, MOST_LINES + 1]);
    expect(read.problems[0]?.message).toContain(`the file has 1000001 lines and ${MOST_LINES} are taken at a time`);

    const fields = new TextEncoder().encode(`${FACTS_HEAD}\n${",,,,,,,\n".repeat(MOST_LINES)}`);
    const before = turns;
    done = false;
    setImmediate(others);
    const second = await readFactsFile(fields, new Set());
    done = true;
    expect(second).toMatchObject({ ok: false, problems: { length: MOST_PROBLEMS } });
    expect(second.ok || second.count).toBeGreaterThan(MOST_LINES);
    expect(turns - before).toBeGreaterThan(10);
  }, 120_000);

  test("is removed when it was applied, when it is discarded, and after a day", async () => {
    const sha256 = await upload(`${FACTS_HEAD}\n${line}\n`);
    expect(kept()).toEqual([`${sha256}.csv`]);
    const act = (name: string) =>
      runAction(name, post(`/desk/do/${name}`, { body: new URLSearchParams({ token, upload: sha256, note: "for the test" }).toString() }));
    expect(flash(await act("apply"))).toBe("Added: 1 line.");
    expect(kept()).toEqual([]);
    await upload(`${FACTS_HEAD}\n${line}\n`);
    await act("discard");
    expect(kept()).toEqual([]);
    mkdirSync(uploadsFolder(appStore()), { recursive: true });
    const old = join(uploadsFolder(appStore()), `${"0".repeat(64)}.csv`);
    writeFileSync(old, "x");
    utimesSync(old, new Date("2025-01-01"), new Date("2025-01-01"));
    const fresh = await upload(`${FACTS_HEAD}\n${line}\n`);
    expect(kept()).toEqual([`${fresh}.csv`]);
  });

  test("stays when the store fails, and the operator is told what happened", async () => {
    const sha256 = await upload(`${FACTS_HEAD}\n${line.replace("19211", "19212")}\n`);
    const before = await dataVersion(appStore());
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.spyOn(appStore().prisma, "$transaction").mockRejectedValue(new Error("SQLITE_FULL: database or disk is full"));
    const response = await runAction(
      "apply",
      post("/desk/do/apply", { body: new URLSearchParams({ token, upload: sha256, note: "for the test" }).toString() }),
    );
    expect(flash(response)).toBe("Nothing was changed. The disk of the store is full; free some space and try again.");
    expect(response.headers.get("location")).toContain(`upload=${sha256}`);
    expect(kept()).toContain(`${sha256}.csv`);
    expect(await dataVersion(appStore())).toEqual(before);
  });
});

test("a store that cannot be read is told at the door, without its own words", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(appStore().prisma.auditEntry, "findFirst").mockRejectedValue(new Error("SQLITE_CORRUPT: /secret/path malformed"));
  const response = await runAction("accept", post("/desk/do/accept", { body: `token=${token}&id=1` }));
  expect(response.status).toBe(503);
  const page = await response.text();
  expect(page).toContain("The store’s file is damaged".replace("’", "'"));
  expect(page).not.toContain("/secret/path");
});

test.each(["javascript:alert(1)", "data:text/html,x", " JavaScript:alert(1)", "file:/etc/passwd"])(
  "an event's source is an address of the web: not %s",
  (source) => {
    const files = smallRecord(undefined, { "events.csv": `date,label,kind,source\n2024-04-20,Fourth halving,network,"${source}"\n` });
    const read = readRecord(files);
    expect(read.ok || read.problems).toMatchObject([{ file: "events.csv", line: 2, column: "source" }]);
  },
);

test.each([
  ["accept", { note: "restated in May" }],
  ["refuse", { reason: "an expectation" }],
  ["undo", { note: "the wrong company" }],
])("what was typed into the form to %s comes back when the store fails", async (name, typed) => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(appStore().prisma.candidate, "findMany").mockRejectedValue(new Error("SQLITE_IOERR: disk I/O error"));
  const body = new URLSearchParams({ token, id: "1", back: "/desk/candidates/1", ...typed }).toString();
  const response = await runAction(name, post(`/desk/do/${name}`, { body }));
  const sent = Object.fromEntries(new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams);
  expect(flashIn(sent)).toContain("Nothing was changed. The disk of the store does not write");
  expect(await returnedIn(sent)).toMatchObject({ fault: { at: `${name}-` }, typed: { id: "1", ...typed } });
});

describe("a form that meets the end of its session", () => {
  const note = `restated in "May" <b>`;
  const send = (name: string, fields: Readonly<Record<string, string>>, headers = {}) =>
    runAction(name, post(`/desk/do/${name}`, { body: new URLSearchParams(fields).toString(), headers: { cookie: "", ...headers } }));
  const accept = () => send("accept", { token, id: "1", back: "/desk/candidates/1", note });
  /** The hidden field as the browser reads it. */
  const keptIn = async (response: Response) =>
    (/name="kept" value="([^"]*)"/.exec(await response.text())?.[1] ?? "")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
  const logIn = (from: string, secret: string, kept: string, headers = {}) =>
    enter(
      post("/desk/enter", {
        from,
        headers: { cookie: "", ...headers },
        body: new URLSearchParams({ name: "ann", secret, kept }).toString(),
      }),
    );
  const paramsOf = (response: Response) =>
    Object.fromEntries(new URL(response.headers.get("location") ?? "", `https://${HOST}`).searchParams);

  test("is filled in again at its page after the sign-in, and not carried out", async () => {
    const before = await appStore().prisma.review.count();
    const kept = await keptIn(await accept());
    // A mistyped secret costs a second try and nothing else.
    const refused = await logIn("203.0.113.20", "a wrong secret", kept);
    expect([refused.status, await keptIn(refused)]).toEqual([401, kept]);
    const response = await logIn("203.0.113.20", SECRET, kept);
    expect([response.status, response.headers.get("location")?.split("?")[0]]).toEqual([303, "/desk/candidates/1"]);
    expect(flashIn(paramsOf(response))).toContain("nothing of it was sent yet");
    expect(await returnedIn(paramsOf(response))).toMatchObject({ fault: { at: "accept-" }, typed: { id: "1", note } });
    expect(await appStore().prisma.review.count()).toBe(before);
  });

  test("stands readable in no address and in no log", async () => {
    const kept = await keptIn(await accept());
    const response = await logIn("203.0.113.21", SECRET, kept);
    const told = decodeURIComponent(response.headers.get("location") ?? "") + JSON.stringify(await auditLog(appStore(), { limit: 100 }));
    expect(told).not.toMatch(/restated/);
  });

  test.each([
    [1_000, "is filled in below"],
    [4_000, "is too long to be filled in again"],
  ])("with notes of %d letters leads to an address that the server takes, and says whether it came back", async (letters, said) => {
    const typed = { note: "é".repeat(letters), url: `https://example.org/${"a".repeat(letters)}` };
    const kept = await keptIn(await send("add", { token, back: "/desk/add", ...typed }));
    const response = await logIn("203.0.113.24", SECRET, kept);
    const url = response.headers.get("location") ?? "";
    expect(checkRequest(Object.assign(new IncomingMessage(new Socket()), { method: "GET", url }))).toMatchObject({ path: "/desk/add" });
    expect(flashIn(paramsOf(response))).toContain(said);
    expect((await returnedIn(paramsOf(response))).typed).toEqual(said.startsWith("is filled") ? typed : {});
    // The log-in brings it through the server too.
    const length = new TextEncoder().encode(new URLSearchParams({ name: "ann", secret: SECRET, kept }).toString()).length;
    expect(length).toBeLessThanOrEqual(LOGIN_BYTES);
  });

  test("of another session is kept as well, and one that is no text is said not to be", async () => {
    const other = await send(
      "refuse",
      { token: "x", id: "1", back: "/desk/candidates/1", reason: "a guess" },
      { cookie: `desk=${cookie}` },
    );
    expect([other.status, JSON.parse(await keptIn(other))]).toMatchObject([403, { typed: { reason: "a guess" } }]);
    expect(await (await send("upload", { back: "/desk/add" })).text()).toContain("What you typed was not kept.");
  });

  test("leads to no other place than the desk, whatever was sent", async () => {
    for (const kept of [
      "{",
      "[]",
      JSON.stringify({ page: "https://evil.example", at: "accept-", typed: {} }),
      JSON.stringify({ page: "//x", at: "", typed: {} }),
    ])
      expect((await logIn("203.0.113.22", SECRET, kept)).headers.get("location")).toBe("/desk");
    const away = await keptIn(await send("accept", { token, id: "1", back: "https://evil.example/desk" }));
    expect((await logIn("203.0.113.22", SECRET, away)).headers.get("location")).toMatch(/^\/desk\?/);
  });

  test("from another site is not even read, before and at the sign-in", async () => {
    const evil = { origin: "https://evil.example" };
    const page = await send("accept", { id: "1", note }, evil);
    expect([page.status, await keptIn(page)]).toEqual([403, ""]);
    const kept = JSON.stringify({ page: "/desk/candidates/1", at: "accept-", typed: { note: "theirs" } });
    expect((await logIn("203.0.113.23", SECRET, kept, evil)).status).toBe(403);
  });

  test("cannot be put into an address by a stranger", async () => {
    const forged = { kept: JSON.stringify({ page: "/desk", at: "accept-", typed: { note: "theirs" } }), "f.note": "theirs" };
    expect(await returnedIn(forged)).toEqual({ typed: {}, fault: undefined });
    expect((await returnedIn({ kept: cookie })).typed).toEqual({});
  });
});
