import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FetchProblem } from "@/finder/http/fetchProblem";
import { type PoliteOptions, politeFetch, type Waiting } from "@/finder/http/politeFetch";
import { UserAgentMissing } from "@/finder/http/userAgent";
import { AT_ONCE } from "./fakeClock";
import {
  brokenChunks,
  dropped,
  type Fault,
  type LocalServer,
  redirect,
  silent,
  stalled,
  startServer,
  status,
  thresholdPage,
  truncated,
  undeclaredPage,
} from "./localServer";

let server: LocalServer;
beforeEach(async () => {
  server = await startServer();
  server.pages.set("/release.htm", { body: "<html>569 BTC</html>", etag: '"v1"', lastModified: "Mon, 03 Nov 2025 10:00:00 GMT" });
});
afterEach(() => server.close());

const AGENT = "Example Research desk@example.org";

function polite(options: Partial<PoliteOptions> = {}) {
  const waits: Waiting[] = [];
  const held: [host: string, milliseconds: number][] = [];
  const fetcher = politeFetch({
    userAgent: AGENT,
    allowHosts: new Set([server.host]),
    ...AT_ONCE,
    pace: { ...AT_ONCE.pace, holdOff: (host, milliseconds) => held.push([host, milliseconds]) },
    waiting: (wait) => waits.push(wait),
    ...options,
  });
  return { waits, held, get: (path: string) => fetcher({ address: `${server.origin}${path}` }), fetcher };
}

const fail = (path: string, ...faults: Fault[]): void => void server.faults.set(path, faults);

async function problemOf(answer: Promise<unknown>): Promise<FetchProblem> {
  const error: unknown = await answer.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(FetchProblem);
  return error as FetchProblem;
}

describe("who is asking", () => {
  it("is said in every request", async () => {
    await polite().get("/release.htm");
    expect(server.asked[0]?.headers["user-agent"]).toBe(AGENT);
  });

  it.each([undefined, "", "   ", "Mozilla/5.0", "two\nlines a@b.org", `é a@b.org`])("refuses to run as %j, with what to do", (written) => {
    expect(() => polite({ userAgent: written as string })).toThrow(UserAgentMissing);
    expect(() => polite({ userAgent: written as string })).toThrow(/SEC_USER_AGENT=/);
  });

  it("explains the SEC's refusal page in a sentence, without trying again", async () => {
    fail("/release.htm", undeclaredPage);
    const problem = await problemOf(polite().get("/release.htm"));
    expect(problem.kind).toBe("undeclared");
    expect(problem.stopsRun).toBe(true);
    expect(problem.message).toMatch(/undeclared automated tool.*Set SEC_USER_AGENT/);
    expect(server.asked).toHaveLength(1);
  });
});

describe("an error page is no document", () => {
  it("even when its status says that all is well", async () => {
    fail("/release.htm", thresholdPage);
    const problem = await problemOf(polite().get("/release.htm"));
    expect(problem.kind).toBe("tooFast");
    expect(problem.message).toMatch(/Wait ten minutes/);
  });

  it("but a long filing that mentions the words is", async () => {
    server.pages.set("/filing.htm", { body: `<html>undeclared automated tool ${"x".repeat(60_000)}</html>` });
    expect((await polite().get("/filing.htm")).answer).toBe("fetched");
  });

  it.each([400, 401, 403, 451])("%i is given up at once", async (code) => {
    fail("/release.htm", status(code));
    expect((await problemOf(polite().get("/release.htm"))).message).toContain(String(code));
    expect(server.asked).toHaveLength(1);
  });

  it.each([404, 410])("%i means that there is no such document", async (code) => {
    fail("/release.htm", status(code));
    expect(await polite().get("/release.htm")).toEqual({ answer: "gone" });
  });
});

describe("faults that pass are tried again", () => {
  const faults: [string, Fault][] = [
    ["a truncated body", truncated],
    ["broken chunks", brokenChunks],
    ["a dropped connection", dropped],
    ["status 429", status(429)],
    ["status 500", status(500)],
    ["status 503", status(503)],
    ["no answer in time", silent],
    ["a body that stalls", stalled],
  ];
  it.each(faults)("%s, then the document", async (name, fault) => {
    fail("/release.htm", fault, fault);
    const { get, waits } = polite(/time|stalls/.test(name) ? { timeout: 1000 } : {});
    const answer = await get("/release.htm");
    expect(answer).toMatchObject({ answer: "fetched", etag: '"v1"' });
    expect(answer.answer === "fetched" && Buffer.from(answer.body).toString()).toBe("<html>569 BTC</html>");
    expect(server.asked).toHaveLength(3);
    expect(waits.map((wait) => wait.milliseconds)).toEqual([1, 2]);
  });

  it("a bounded number of times, then a sentence", async () => {
    fail("/release.htm", ...Array.from({ length: 20 }, () => dropped));
    const problem = await problemOf(polite().get("/release.htm"));
    expect(problem.kind).toBe("network");
    expect(problem.message).toMatch(/Given up after 5 tries/);
    expect(server.asked).toHaveLength(5);
  });

  it("with waits that grow and never pass the cap", async () => {
    fail("/release.htm", ...Array.from({ length: 20 }, () => status(500)));
    const { get, waits } = polite({ retry: { tries: 8, base: 1, cap: 10, patience: 600_000 } });
    await problemOf(get("/release.htm"));
    expect(waits.map((wait) => wait.milliseconds)).toEqual([1, 2, 4, 8, 10, 10, 10]);
  });
});

describe("Retry-After", () => {
  it("in seconds holds everyone off its host for so long; our own waits hold off this document alone", async () => {
    fail("/release.htm", status(503, { "retry-after": "30" }), status(500));
    const { get, held, waits } = polite();
    await get("/release.htm");
    expect(held).toEqual([[server.host, 30_000]]);
    expect(waits.map((wait) => wait.milliseconds)).toEqual([30_000, 2]);
  });

  it("as a date is read from now on", async () => {
    fail("/release.htm", status(429, { "retry-after": new Date(Date.now() + 400_000).toUTCString() }));
    const { get, held } = polite();
    await get("/release.htm");
    expect(held).toHaveLength(1);
    expect(held[0]?.[1]).toBeLessThanOrEqual(400_000);
    expect(held[0]?.[1]).toBeGreaterThan(300_000);
  });

  it("longer than we are ready to wait gives the document up", async () => {
    fail("/release.htm", status(429, { "retry-after": "86400" }));
    const { get, held, waits } = polite();
    const problem = await problemOf(get("/release.htm"));
    expect(problem.kind).toBe("tooFast");
    expect(problem.message).toMatch(/wait 86400 seconds/);
    expect([held, waits]).toEqual([[], []]);
  });

  it("that means nothing falls back to our own wait", async () => {
    fail("/release.htm", status(429, { "retry-after": "soon" }));
    const { get, held, waits } = polite();
    await get("/release.htm");
    expect([held, waits[0]?.milliseconds]).toEqual([[], 1]);
  });
});

describe("redirects", () => {
  it("are followed within the list", async () => {
    fail("/old.htm", redirect("/release.htm", 301));
    expect(await polite().get("/old.htm")).toMatchObject({ answer: "fetched", address: `${server.origin}/release.htm` });
  });

  it.each([
    ["another host", "https://evil.example/release.htm"],
    ["another port of this machine", "http://127.0.0.1:1/"],
    ["an address inside the network", "http://169.254.169.254/latest/meta-data"],
    ["an unencrypted address", "http://www.sec.gov/"],
    ["a file", "file:///etc/passwd"],
    ["an address with a user name", "https://www.sec.gov@evil.example/"],
    ["no address", "http://"],
  ])("to %s are refused, and the other host never hears of us", async (_, to) => {
    const other = await startServer();
    try {
      fail("/release.htm", redirect(to.replace("evil.example", other.host)));
      const problem = await problemOf(polite({ allowHosts: new Set([server.host, "www.sec.gov"]) }).get("/release.htm"));
      expect(problem.kind).toBe("notAllowed");
      expect(problem.message).toContain("redirects to");
      expect(server.asked).toHaveLength(1);
      expect(other.asked).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("in a circle end", async () => {
    fail("/release.htm", ...Array.from({ length: 20 }, () => redirect("/release.htm")));
    expect((await problemOf(polite().get("/release.htm"))).kind).toBe("redirects");
    expect(server.asked.length).toBeLessThanOrEqual(6);
  });

  it("an address off the list is not asked in the first place", async () => {
    const { fetcher } = polite({ allowHosts: new Set(["www.sec.gov"]) });
    expect((await problemOf(fetcher({ address: `${server.origin}/release.htm` }))).kind).toBe("notAllowed");
    expect(server.asked).toEqual([]);
  });
});

describe("size", () => {
  it("above the limit is refused, announced or not, packed or not", async () => {
    const big = "x".repeat(5000);
    server.pages.set("/big", { body: big });
    server.pages.set("/packed", { body: gzipSync(big), headers: { "content-encoding": "gzip" } });
    const { get } = polite({ maxBytes: 4000 });
    expect((await problemOf(get("/big"))).kind).toBe("tooLarge");
    expect((await problemOf(get("/packed"))).kind).toBe("tooLarge");
    expect(server.asked).toHaveLength(2);
  });
});

describe("asking whether something has changed", () => {
  it("sends what the archive remembers, and an unchanged document is not sent again", async () => {
    const address = `${server.origin}/release.htm`;
    const { fetcher } = polite();
    const first = await fetcher({ address });
    if (first.answer !== "fetched") throw new Error("not fetched");
    const { etag, lastModified } = first;
    expect(await fetcher({ address, validators: { etag, lastModified } })).toEqual({ answer: "unchanged" });
    expect(server.asked[1]?.headers).toMatchObject({ "if-none-match": '"v1"', "if-modified-since": "Mon, 03 Nov 2025 10:00:00 GMT" });
    expect(await fetcher({ address, validators: { etag: '"v0"', lastModified: null } })).toMatchObject({ answer: "fetched" });
  });
});
