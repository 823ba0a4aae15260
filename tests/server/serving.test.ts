/** What the server makes of requests, right ones and wrong ones. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parametersOf } from "@/server/address/parameters";
import { type Running, serve } from "../running";
import { eachOf, raw } from "./served";
import { SHARED_SITE, sharedSite } from "./shared";

const database = inject("filled");
const site = sharedSite();
/** Answers of the API that the other process makes for a client in a minute. */
const SHARE = 5;
/** Another process with the same store. */
let other: Running;

/** Requests that never end. The server's patience with them is half a minute, so they are begun before everything else. */
let slowlySent: ReturnType<typeof sendSlowly>;

function sendSlowly() {
  const slow = ["GET / HTTP/1.1\r\nHost: a\r\n", "POST /desk/enter HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\na"];
  return Promise.all(slow.flatMap((text) => Array.from({ length: 50 }, () => raw(site.port, text))));
}

beforeAll(async () => {
  slowlySent = sendSlowly();
  other = await serve(database, { SITE_URL: SHARED_SITE, API_PER_MINUTE: String(SHARE) });
}, 900_000);

afterAll(() => other.stop());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(site.base + path, { headers });
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const request = (line: string, headers = "", body = "") =>
  raw(site.port, `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n${body}`);

describe("a request that cannot be answered", () => {
  test.each([
    ["GET /tables/%zz.csv", "", 400],
    ["GET /months/%00", "", 400],
    ["GET /", "Content-Length: 5\r\n", 400],
    [`GET /?c=${"a".repeat(3_000)}`, "", 414],
    [`GET /?${"a=1&".repeat(200)}`, "", 400],
    ["TRACE /", "", 405],
    ["POST /", "", 405],
    ["PUT /months", "", 405],
    ["PROPFIND /", "", 501],
    ["NONSENSE /", "", 501],
    ["POST /desk/enter", "Content-Length: 400000000\r\n", 413],
    ["POST /desk/enter", "Transfer-Encoding: chunked\r\n", 411],
    ["GET /", `X-Long: ${"a".repeat(20_000)}\r\n`, 431],
    ["GET /?from=2099-12&to=2000-01", "", 404],
    ["GET /months/2099-12/press", "", 404],
    ["GET /months/9999-12/press/pack.zip", "", 404],
    ["GET /nowhere", "", 404],
    ["GET /desk", "", 404],
  ])("%s %s is %s %i, small, with all policies, and names nothing internal", async (line, headers, status) => {
    const answer = await request(line, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.length).toBeLessThan(64 * 1024);
    for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"])
      expect(answer.head.toLowerCase()).toContain(`\r\n${name}: `);
    expect(answer.head).not.toMatch(/x-middleware|x-nextjs|x-powered-by/i);
  });

  test("without a Host is one in HTTP/1.1 alone: HTTP/1.0 knows none", async () => {
    expect((await raw(site.port, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
    expect((await raw(site.port, "GET /months/2025-03 HTTP/1.0\r\n\r\n")).status).toBe(200);
    expect((await raw(site.port, "GET /desk HTTP/1.0\r\n\r\n")).status).toBe(404);
    expect((await raw(site.port, "POST /desk/enter HTTP/1.0\r\nContent-Length: 1\r\n\r\na")).status).toBe(404);
  });

  test.each([
    "/takeaway/nothing",
    "/companies/riot/facts?year=1999",
    "/strategies?show=nothing",
    "/map?sort=nothing",
    "/coverage?metric=nothing",
    "/signal?measure=nothing",
    "/figures/riot/2025-04/nothing",
    "/nothing",
  ])("%s gets the 404 page, whole without a script", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).toContain("There is no page at this address");
  });

  test.each([
    ["/", "404"],
    ["/companies", "404"],
    ["/compare", "404"],
    ["/takeaway/miners-2025-03", "404"],
    ["/tables/miners-2025-03.csv", "400"],
    ["/charts/sold-2025-03.svg", "400"],
    ["/embed/sold-2025-03", "400"],
    ["/data/facts.csv", "400"],
  ])("because a parameter of %s names nothing is refused with %s and names the parameter", async (path, status) => {
    for (const name of Object.keys(parametersOf(path) ?? {})) {
      const answer = await get(`${path}?${name}=zz`);
      const text = await answer.text();
      expect([name, answer.status, text.includes(name) && text.includes("zz")]).toEqual([name, Number(status), true]);
    }
  });

  test("of 3,000 names is refused in a few words", async () => {
    const names = Array.from({ length: 300 }, (_, n) => `x${n}`).join(",");
    const answer = await get(`/?c=${names}`);
    expect([answer.status, (await bytes(answer)).length < 64 * 1024]).toEqual([404, true]);
  });
});

describe("what else HTTP has", () => {
  test.each([
    ["OPTIONS *", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS /", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS /healthz", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS /tables/miners-2025-03.csv", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS /api/v1/companies", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS http://a", 204, "GET, HEAD, OPTIONS"],
    ["OPTIONS /desk/do/accept", 204, "POST, OPTIONS"],
    ["GET /desk/enter", 405, "POST, OPTIONS"],
    ["PUT /desk/do/accept", 405, "POST, OPTIONS"],
    ["DELETE /desk", 405, "GET, HEAD, OPTIONS"],
    ["POST /months/2025-03", 405, "GET, HEAD, OPTIONS"],
    ["DELETE http://a/", 405, "GET, HEAD, OPTIONS"],
    ["PATCH /api/v1/companies", 405, "GET, HEAD, OPTIONS"],
  ])("%s is %i and names the methods that there are", async (line, status, allow) => {
    const answer = await request(line);
    expect([answer.status, /\r\nallow: ([^\r]*)/i.exec(answer.head)?.[1]]).toEqual([status, allow]);
  });

  test("a whole address as the target gets what its path gets", async () => {
    const [whole, plain] = [await request(`GET ${SHARED_SITE}/api/v1/companies.json`), await request("GET /api/v1/companies.json")];
    expect([whole.status, whole.body]).toEqual([200, plain.body]);
    expect((await request("GET ftp://a/")).status).toBe(400);
    expect((await raw(site.port, "GET http://a/ HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
  });

  test("what has changed since is 412 to who wants it as it was; what is not there stays 404", async () => {
    for (const path of ["/", "/api/v1/companies", "/charts/sold-2025-03.png"])
      expect([path, (await get(path, { "if-match": '"old"' })).status]).toEqual([path, 412]);
    expect((await get("/api/v1/companies", { "if-match": '"old"' })).headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("/nowhere", { "if-match": '"old"' })).status).toBe(404);
  });
});

describe("a finished answer", () => {
  const ADDRESSES = [
    "/",
    "/months/2025-03",
    "/tables/miners-2025-03.csv",
    "/charts/sold-2025-03.svg",
    "/embed/sold-2025-03",
    "/api/v1/companies.json",
    "/nowhere",
  ];
  const ODD: readonly Readonly<Record<string, string>>[] = [
    { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4" },
    { accept: "text/turtle" },
    { accept: "application/json", "accept-language": "de" },
    { range: "bytes=0-9" },
    { "accept-encoding": "br;q=0, gzip" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-state-tree": "%5B%5D" },
    { cookie: "theme=dark; desk=1", authorization: "Basic YTpi" },
    { "x-asked-address": "/evil", "x-middleware-rewrite": "/evil", "x-invoke-path": "/evil", "x-matched-path": "/evil" },
    { "if-none-match": "*" },
    { "cache-control": "no-cache", pragma: "no-cache", origin: "https://evil.example" },
  ];

  test("is what a request of Next's router gets too, however odd: nobody has pages made past the memory", async () => {
    const page = await (await get("/months/2025-03")).text();
    for (const tree of ["%5B%5D", "%7B", "%"]) {
      const answer = await get("/months/2025-03", { rsc: "1", "next-router-state-tree": tree, "next-url": "/" });
      expect([answer.status, answer.headers.get("etag") !== null, (await answer.text()) === page]).toEqual([200, true, true]);
    }
  });

  test("is the same after every odd request for it", { timeout: 120_000 }, async () => {
    for (const path of ADDRESSES) {
      const seen = async () => {
        const answer = await get(path, { "accept-encoding": "identity" });
        return [answer.status, answer.headers.get("content-type"), (await bytes(answer)).toString("base64")];
      };
      const before = await seen();
      for (const headers of ODD) {
        const answer = await get(path, headers);
        expect((await bytes(answer)).toString("utf8")).not.toContain("evil");
        expect([...answer.headers].join()).not.toContain("evil");
      }
      for (const query of ["?utm_source=evil", `?x=${"evil".repeat(400)}`]) await (await get(path + query)).arrayBuffer();
      expect(await seen()).toEqual(before);
    }
  });

  test("is the same on every process, kept or just made, for every address of the site map", { timeout: 600_000 }, async () => {
    const map = await (await get("/sitemap.xml")).text();
    const paths = [...map.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = ""]) => (path === "" ? "/" : path));
    expect(paths.length).toBeGreaterThan(100);
    await eachOf(paths, async (path) => {
      const [made, elsewhere] = await Promise.all([get(path).then(bytes), fetch(other.base + path).then(bytes)]);
      const kept = await bytes(await get(path));
      expect([path, kept.equals(made), elsewhere.equals(made)]).toEqual([path, true, true]);
    });
  });

  test("passes over what is none of ours, and refuses what is ours and wrong", async () => {
    const plain = await bytes(await get("/tables/miners-2025-03.csv"));
    expect((await bytes(await get("/tables/miners-2025-03.csv?utm_source=a&fbclid=b"))).equals(plain)).toBe(true);
    expect((await get("/tables/miners-2025-03.csv?panel=every")).status).toBe(400);
    expect((await get("/charts/sold-2025-03.svg?gclid=1&theme=pink")).status).toBe(400);
    expect((await get("/api/v1/companies?colour=red")).status).toBe(400);
  });

  test("is 304 to who has it", async () => {
    for (const path of ["/", "/tables/miners-2025-03.csv", "/charts/sold-2025-03.png", "/api/v1/companies", "/feeds/all.atom"]) {
      const first = await get(path);
      await first.arrayBuffer();
      const headers = { "if-none-match": first.headers.get("etag") ?? "" };
      expect([path, (await get(path, headers)).status]).toEqual([path, 304]);
    }
  });

  test("says how long it holds: each time asked again, or for ever where nothing can change it", async () => {
    const control = async (path: string) => (await get(path)).headers.get("cache-control");
    const version = ((await (await get("/healthz")).json()) as { version: string }).version;
    expect(await control("/")).toBe("public, no-cache");
    expect(await control("/nowhere")).toBe("no-store");
    expect(await control(`/charts/sold-2025-03.svg?version=${version}&asof=2025-06-30`)).toContain("immutable");
    const script = /\/_next\/static\/[^"]+\.js/.exec(await (await get("/")).text())?.[0] ?? "";
    expect(await control(script)).toContain("immutable");
  });
});

test("the API makes a client its share of answers a minute and refuses more; what is kept is not counted", async () => {
  const ask = (n: number) => fetch(`${other.base}/api/v1/facts?limit=${n}`, { headers: { "x-forwarded-for": `203.0.113.${n}` } });
  const made = [];
  for (let n = 1; n <= SHARE; n++) made.push(await ask(n));
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 200));
  expect(made.map(({ headers }) => /;r=(\d+);/.exec(headers.get("ratelimit") ?? "")?.[1])).toEqual(["4", "3", "2", "1", "0"]);
  const refused = await ask(SHARE + 1);
  expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([429, "*"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const kept = await ask(1);
  expect([kept.status, kept.headers.get("ratelimit"), kept.headers.get("access-control-allow-origin")]).toEqual([200, null, "*"]);
});

test("a ticker in an address leads on to its company, with everything else as it was", async () => {
  const answer = await fetch(`${site.base}/companies/RIOT/facts?asof=2025-05-31`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([308, "/companies/riot/facts?asof=2025-05-31"]);
});

test("where the API leads on to another address, any origin may follow", async () => {
  const answer = await fetch(`${site.base}/api/v1/`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location"), answer.headers.get("access-control-allow-origin")]).toEqual([308, "/api/v1", "*"]);
});

test("the state of the server is told to machines that watch", async () => {
  const answer = await get("/healthz");
  expect([answer.status, await answer.json()]).toMatchObject([200, { status: "ok" }]);
});

test("told to stop, it finishes what is under way and ends well", async () => {
  const third = await serve(database);
  const underway = ["/charts/map.png", "/months/2024-05", "/data/sellthrough.zip"].map(async (path) => {
    const answer = await fetch(third.base + path);
    // What nobody takes would be under way until it is cut.
    await answer.arrayBuffer();
    return answer.status;
  });
  // Until the server has them all, or has answered them already.
  for (let [active, times] = [0, 0]; active < underway.length + 1 && times < 50; times++)
    active = ((await (await fetch(`${third.base}/healthz`)).json()) as { active: number }).active;
  expect(await third.stop()).toBe(0);
  expect(await Promise.all(underway)).toEqual([200, 200, 200]);
});

test("a request that is sent too slowly is cut, headers and bodies alike", { timeout: 90_000 }, async () => {
  const cut = await slowlySent;
  expect(new Set(cut.map(({ status }) => [0, 404, 403, 408].includes(status)))).toEqual(new Set([true]));
  expect((await get("/healthz")).status).toBe(200);
});
