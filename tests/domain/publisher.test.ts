/** A source is named by who published it, and the committed register knows every host of the committed record. */
import { describe, expect, it } from "vitest";
import { unnamedHosts } from "@/domain/review/doubt";
import { archiveAddress, hostOf, pageName, publisherFinder, publisherName, type Publisher, siteName } from "@/domain/facts/publisher";
import { lines } from "./seed";

const REGISTER = lines("publishers.csv") as unknown as Publisher[];
const committed = publisherFinder(REGISTER);

const NAMED = ["facts.csv", "spans.csv", "policies.csv", "names.csv", "published-aggregates.csv"].flatMap((file) =>
  lines(file).flatMap(({ source_url: address = "", source_kind: kind = "" }) => (address === "" ? [] : [{ file, address, kind }])),
);

describe("the committed register", () => {
  it("knows the publisher of every address in the committed record", () => {
    const events = lines("events.csv").flatMap(({ source = "" }) =>
      URL.canParse(source) ? [{ file: "events.csv", address: source }] : [],
    );
    const unknown = [...NAMED, ...events].filter(({ address }) => committed(address) === undefined);
    expect(unknown.map(({ file, address }) => `${file}: ${address}`)).toEqual([]);
    expect(NAMED.length).toBeGreaterThan(2000);
  });

  it("holds no host that nothing in the record is at", () => {
    const used = new Set(
      [...NAMED, ...lines("events.csv").map(({ source = "" }) => ({ address: source }))].flatMap(({ address }) => {
        const entry = URL.canParse(address) ? committed(address) : undefined;
        return entry === undefined ? [] : [entry.host];
      }),
    );
    expect(REGISTER.map(({ host }) => host).filter((host) => !used.has(host))).toEqual([]);
  });

  it("never names a source by a bare host", () => {
    for (const { address, kind } of NAMED) {
      const host = hostOf(address);
      for (const name of [siteName(committed, address), publisherName(committed, address, kind as "filing", "Riot")]) {
        expect(name).not.toBe(host);
        expect(name).not.toMatch(/^[\d.]+$/);
      }
    }
  });
});

describe("the publisher of a source", () => {
  const entry = (host: string, name: string, role: Publisher["role"]): Publisher => ({ host, name, role });
  const of = publisherFinder([
    entry("advfn.com", "ADVFN", "publisher"),
    entry("globenewswire.com", "GlobeNewswire", "wire"),
    entry("sec.gov", "SEC EDGAR", "regulator"),
    entry("riotplatforms.com", "Riot Platforms", "company"),
    entry("coin.example", "", "publisher"),
    entry("cdn.example", "CoinDesk", "mirror"),
    entry("10.0.0.1", "", "mirror"),
    entry("github.com/a/b", "the GitHub collection a/b", "publisher"),
  ]);

  it.each([
    ["https://www.riotplatforms.com/news", "company_release", "Riot Platforms"],
    ["https://rss.globenewswire.com/x", "company_release", "Riot (GlobeNewswire)"],
    ["https://www.sec.gov/x", "filing", "Riot (SEC EDGAR)"],
    ["https://it.advfn.com/x", "company_release", "Riot (copy at ADVFN)"],
    ["https://it.advfn.com/x", "news_report", "ADVFN"],
    ["https://coin.example/x", "company_release", "Riot (copy at coin.example)"],
    ["https://coin.example/x", "news_report", "the website coin.example"],
    ["https://cdn.example/x", "news_report", "CoinDesk (copy at cdn.example)"],
    ["http://10.0.0.1/x", "filing", "Riot (copy at 10.0.0.1)"],
    ["http://10.0.0.1/x", "news_report", "a copy at 10.0.0.1"],
    ["https://github.com/A/B/blob/x", "aggregator", "the GitHub collection a/b"],
    ["https://github.com/a/other", "aggregator", "a page at github.com"],
    ["https://new.example./x", "news_report", "a page at new.example"],
    ["https://new.example/x", "company_release", "Riot (a page at new.example)"],
  ] as const)("%s, %s: %s", (address, kind, name) => {
    expect(publisherName(of, address, kind, "Riot")).toBe(name);
  });

  it("a page that states a policy is the company's where it stands with one of its own voices, else the site's", () => {
    expect(pageName(of, "https://www.sec.gov/x", "Riot")).toBe("Riot (SEC EDGAR)");
    expect(pageName(of, "https://riotplatforms.com/x", "Riot")).toBe("Riot Platforms");
    expect(pageName(of, "https://it.advfn.com/x", "Riot")).toBe("ADVFN");
  });

  it("is looked for in an archive near its day, but for what a regulator keeps", () => {
    expect(archiveAddress(of, "https://coin.example/x?a=1", "2025-03-04")).toBe(
      "https://web.archive.org/web/20250304/https://coin.example/x?a=1",
    );
    expect(archiveAddress(of, "https://coin.example/x", null)).toBe("https://web.archive.org/web/*/https://coin.example/x");
    expect(archiveAddress(of, "https://www.sec.gov/x", "2025-03-04")).toBeUndefined();
  });
});

it("a host that the register does not know is doubted once, with all its figures", () => {
  const at = (id: number, address: string) => ({ id, source: { address } });
  const facts = [at(1, "https://a.example/1"), at(2, "https://news.b.example/"), at(3, "https://www.a.example/2")];
  const register: Publisher[] = [{ host: "b.example", name: "B", role: "publisher" }];
  expect(unnamedHosts(facts, register)).toEqual([{ kind: "unnamedHost", text: "a.example", facts: [1, 3] }]);
});
