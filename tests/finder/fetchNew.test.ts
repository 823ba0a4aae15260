import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { documentsIn, readDocument } from "@/finder/archive/archive";
import { sha256Of } from "@/record/sha256";
import { politeFetch } from "@/finder/http/politeFetch";
import type { Progress } from "@/finder/archive/session";
import { AT_ONCE } from "./fakeClock";
import { type LocalServer, redirect, startServer, status, thresholdPage, truncated, undeclaredPage } from "./localServer";
import { buildWorld, columns, COMPANIES, DOCUMENTS, type Finder, finderOn, FUFU, json, MARA, PRICES, RIOT, WIRE } from "./world";

let server: LocalServer;
let finder: Finder;
beforeEach(async () => {
  server = await startServer();
  buildWorld(server);
  finder = finderOn(server);
});
afterEach(async () => {
  finder.clear();
  await server.close();
});

const addressesOf = (documents: readonly { origins: readonly { address: string }[] }[]): string[] =>
  documents.flatMap(({ origins }) => origins.map(({ address }) => address.replace(server.origin, ""))).sort();

describe("a first run", () => {
  it("brings home the exhibits of current reports, the feeds' monthly updates, and nothing else", async () => {
    const report = await finder.run();
    expect(report.problems).toEqual([]);
    expect(addressesOf(report.documents)).toEqual([...DOCUMENTS].sort());
    expect(report.incomplete).toEqual([]);
    for (const path of ["/news/call", "/news/march", "/wire/other"]) expect(server.served(path)).toBe(0);
  });

  it("keeps each document's bytes under their hash, with where they came from", async () => {
    await finder.run();
    const documents = documentsIn(finder.folder);
    expect(documents).toHaveLength(DOCUMENTS.length);
    for (const document of documents) expect(sha256Of(readDocument(document))).toBe(document.sha256);
    const october = documents.find(({ origins }) => origins[0]?.address.endsWith(RIOT.october) === true);
    expect(october?.origins).toEqual([
      {
        address: server.origin + RIOT.october,
        company: "riot",
        kind: "exhibit",
        accession: "0001104659-25-106000",
        form: "8-K",
        title: "EX-99.1: PRESS RELEASE",
        publishedOn: "2025-11-05",
        retrievedOn: expect.stringMatching(/^2025-11-10T12:00:/) as string,
        etag: '"riot october"',
        lastModified: null,
        contentType: "text/html",
      },
    ]);
    expect(october?.path.endsWith(`${october.sha256}/document.html`)).toBe(true);
  });

  it("proposes the holdings that a report since that day tags, and no older ones", async () => {
    const report = await finder.run();
    expect(report.proposals).toEqual([
      {
        company: "riot",
        metric: "btc_held",
        period: "2025-09",
        value: 1_928_700_000_000,
        written: "19287",
        source: {
          address: server.origin + RIOT.units,
          filing: `${server.origin}/Archives/edgar/data/1167419/000110465925105000/0001104659-25-105000-index.htm`,
          accession: "0001104659-25-105000",
          form: "10-Q",
          filedOn: "2025-10-30",
          unit: "Bitcoin",
        },
        reasons: [],
      },
    ]);
  });

  it("gives the months' prices over all pages, in exact cents", async () => {
    expect((await finder.run()).prices).toEqual([
      { month: "2025-10", average: 10_955_616, close: 10_955_616, days: 1 },
      { month: "2025-11", average: 11_000_001, close: 11_000_001, days: 2 },
    ]);
  });

  it("tells how far it has come", async () => {
    const events: Progress[] = [];
    await finder.run({ progress: (event) => events.push(event) });
    expect(events.filter(({ step }) => step === "company")).toEqual(
      COMPANIES.map(({ id }, i) => ({ step: "company", company: id, at: i + 1, of: COMPANIES.length })),
    );
    expect(events.filter(({ step }) => step === "saved")).toHaveLength(DOCUMENTS.length);
  });

  it("asks only about the chosen companies and since the chosen day", async () => {
    const report = await finder.run({ companies: COMPANIES.slice(0, 1), since: "2025-11-01", withPrices: false });
    expect(addressesOf(report.documents)).toEqual([RIOT.october, RIOT.octoberSlides, WIRE.item].sort());
    for (const path of [RIOT.older, FUFU.list, MARA.feed, PRICES]) expect(server.served(path)).toBe(0);
  });

  it("takes one turn for each request, at the host that is asked", async () => {
    const turns: string[] = [];
    const pace = {
      ...AT_ONCE.pace,
      turn: (host: string) => {
        turns.push(host);
        return Promise.resolve();
      },
    };
    await finder.run({
      fetcher: politeFetch({ ...AT_ONCE, userAgent: "Example desk@example.org", allowHosts: new Set([server.host]), pace }),
    });
    expect(server.asked.length).toBeGreaterThan(15);
    expect(turns).toEqual(server.asked.map(() => server.host));
  });
});

describe("a second run", () => {
  it("fetches no document again and asks of lists only whether they have changed", async () => {
    await finder.run();
    const before = server.asked.length;
    finder.clock.pass(86_400_000);
    server.pages.set(PRICES.replace("11-09", "11-10"), json({ data: [] }));
    const report = await finder.run();
    expect(report.documents).toEqual([]);
    expect(report.alreadyHere).toBe(DOCUMENTS.length);
    for (const path of DOCUMENTS) expect(server.served(path)).toBe(1);
    expect(server.served(RIOT.octoberIndex)).toBe(1);
    expect(server.served(RIOT.list)).toBe(1);
    expect(server.served(MARA.feed)).toBe(1);
    expect(server.asked.slice(before).find(({ path }) => path === RIOT.list)?.headers["if-none-match"]).toBe('"riot-list"');
    expect(report.proposals).toHaveLength(1);
  });

  it("without a day looks back to ten days before the last time, and to three months at first", async () => {
    await finder.run({ since: null });
    expect(server.served(RIOT.september)).toBe(1);
    expect(server.served(RIOT.older)).toBe(0);
    server.pages.set(RIOT.list, {
      ...json({
        cik: "1167419",
        name: "Riot",
        filings: {
          recent: columns([
            { accession: "0001104659-25-110000", form: "8-K", filed: "2025-10-30", items: "8.01", primary: "old.htm" },
            { accession: "0001104659-25-111000", form: "8-K", filed: "2025-10-31", items: "8.01", primary: "new.htm" },
          ]),
        },
      }),
      etag: '"later"',
    });
    for (const accession of ["000110465925110000/0001104659-25-110000", "000110465925111000/0001104659-25-111000"])
      server.pages.set(`/Archives/edgar/data/1167419/${accession}-index.htm`, { body: '<table summary="Document Format Files"></table>' });
    server.pages.set("/Archives/edgar/data/1167419/000110465925111000/new.htm", {
      body: "<html>the update is in the report itself</html>",
    });
    finder.clock.pass(3_600_000);
    const report = await finder.run({ since: null });
    expect(addressesOf(report.documents)).toEqual(["/Archives/edgar/data/1167419/000110465925111000/new.htm"]);
    expect(report.documents[0]?.origins[0]?.kind).toBe("filing");
  });
});

describe("what goes wrong with one thing does not stop the others", () => {
  it.each([
    ["an exhibit that stays unreachable", RIOT.september, /status 500\. Given up after 5 tries/],
    ["an exhibit whose body keeps breaking off", FUFU.release, /connection failed.*Given up/],
    ["a feed that is gone", MARA.feed, /not there \(404\)/],
    ["a list that is a web page", RIOT.list, /cannot be read\. the list of filings is not JSON/],
    ["a filing's index without a table", RIOT.octoberIndex, /no table of documents/],
  ])("%s", async (_, path, sentence) => {
    if (path === RIOT.september)
      server.faults.set(
        path,
        Array.from({ length: 5 }, () => status(500)),
      );
    else if (path === FUFU.release)
      server.faults.set(
        path,
        Array.from({ length: 5 }, () => truncated),
      );
    else if (path === MARA.feed) server.pages.delete(path);
    else server.pages.set(path, { body: "<html>we are working on the site</html>" });
    const report = await finder.run();
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]?.sentence).toMatch(sentence);
    expect(report.incomplete).toEqual([report.problems[0]?.company]);
    const lost = path === RIOT.list ? 4 : path === RIOT.octoberIndex ? 2 : 1;
    expect(report.documents).toHaveLength(DOCUMENTS.length - lost);
    // The next run brings what was missing.
    buildWorld(server);
    finder.clock.pass(3_600_000);
    const next = await finder.run();
    expect(next.problems).toEqual([]);
    expect(next.documents).toHaveLength(lost);
  });

  it("a redirect to a foreign host is refused and reported", async () => {
    server.faults.set(WIRE.item, [redirect("https://evil.example/")]);
    const report = await finder.run();
    expect(report.problems).toEqual([
      {
        company: "riot",
        address: "https://evil.example/",
        sentence: expect.stringMatching(/redirects to evil\.example, a host that is not on the list/) as string,
      },
    ]);
  });

  it("a feed's item on a foreign host is not fetched", async () => {
    server.pages.set(MARA.feed, {
      body: `<rss><channel><item><title>MARA October 2025 Production Update</title><link>https://evil.example/x</link></item></channel></rss>`,
    });
    expect((await finder.run()).problems[0]?.sentence).toMatch(/evil\.example.*not on the list/);
  });

  it("another company's list under the asked number is refused", async () => {
    server.pages.set(MARA.list, json({ cik: "999", name: "Another Corp", filings: { recent: columns([]), files: [] } }));
    expect((await finder.run()).problems[0]?.sentence).toMatch(/asked for number 1507605 is that of number 999 \(Another Corp\)/);
  });

  it("a company is looked for under each of its numbers, those of companies that it goes on with too", async () => {
    await finder.run({ companies: [{ id: "hut8" as never, name: "Hut 8", secCik: "1964789 1731805" }], withPrices: false });
    const asked = server.asked.map(({ path }) => path).join(" ");
    for (const cik of ["1964789", "1731805"]) expect(asked).toContain(cik);
  });

  it("a company with neither number nor feed is named, and is no fault of the run", async () => {
    const report = await finder.run({ companies: [{ id: "dmg" as never, name: "DMG", secCik: null }], withPrices: false });
    expect(report).toMatchObject({ cannotLook: ["dmg"], problems: [], incomplete: [] });
    expect(server.asked).toEqual([]);
  });

  it("holdings that could not be handed on are proposed again the next time", async () => {
    const handed: string[] = [];
    const failing = await finder.run({
      withPrices: false,
      propose: () => Promise.reject(new Error("the store is busy")),
    });
    expect(failing.problems.map(({ sentence }) => sentence)).toEqual(["the store is busy"]);
    expect(failing.incomplete).toEqual(["riot"]);
    await finder.run({
      withPrices: false,
      propose: (proposals) => {
        handed.push(...proposals.map(({ company, period, written }) => `${company} ${period} ${written}`));
        return Promise.resolve();
      },
    });
    expect(handed).toEqual(["riot 2025-09 19287"]);
  });

  it.each([
    ["that we are undeclared", undeclaredPage, /Set SEC_USER_AGENT/],
    ["that we are too fast", thresholdPage, /Wait ten minutes/],
  ])("but when the SEC says %s, it is not asked again in this run", async (_, fault, sentence) => {
    server.faults.set(RIOT.list, [fault]);
    const report = await finder.run({ withPrices: false });
    expect(report.problems.map((problem) => problem.sentence)).toEqual([expect.stringMatching(sentence)]);
    expect(report.incomplete).toEqual(["riot", "bitfufu", "mara"]);
    expect(server.asked).toHaveLength(1);
    // Once declared, the same command goes through.
    expect((await finder.run({ withPrices: false })).documents).toHaveLength(DOCUMENTS.length);
  });

  it("a price that is none leaves the documents alone", async () => {
    server.pages.set("/prices?page=2", json({ data: [{ time: "2025-11-02", PriceUSD: null }] }));
    const report = await finder.run();
    expect(report.problems[0]?.sentence).toMatch(/Row 1 of the prices \(2025-11-02\) has "" under "PriceUSD"/);
    expect(report.prices).toEqual([]);
    expect(report.documents).toHaveLength(DOCUMENTS.length);
  });
});
