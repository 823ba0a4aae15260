import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { edgarAt } from "@/finder/edgar/edgarSubmissions";
import { type FinderOptions, runFinder } from "@/finder/run/finder";
import { UserAgentMissing } from "@/finder/http/userAgent";
import { type LocalServer, startServer } from "./localServer";
import { AT_ONCE } from "./fakeClock";
import { buildWorld, COMPANIES, configOf, DOCUMENTS, type Finder, finderOn, RIOT } from "./world";

let server: LocalServer;
let place: Finder;
beforeEach(async () => {
  server = await startServer();
  buildWorld(server);
  place = finderOn(server);
});
afterEach(async () => {
  place.clear();
  await server.close();
});

const options = (own: Partial<FinderOptions> = {}): FinderOptions => ({
  companies: COMPANIES,
  since: "2025-08-01",
  feeds: configOf(server),
  endpoints: edgarAt(`${server.origin}/`, server.origin),
  folder: place.folder,
  userAgent: "Example desk@example.org",
  now: place.clock.now,
  manners: AT_ONCE,
  read: () => Promise.resolve(),
  ...own,
});

describe("the finder as a whole", () => {
  it("without a declared User-Agent asks nobody and leaves the folder alone", async () => {
    await expect(runFinder(options({ userAgent: undefined }))).rejects.toThrow(UserAgentMissing);
    expect(server.asked).toEqual([]);
    expect(existsSync(`${place.folder}/journal.jsonl`)).toBe(false);
  });

  it("has each document read once, in the order of publication", async () => {
    const texts: string[] = [];
    const days: string[] = [];
    const read: FinderOptions["read"] = ({ origins }, text) => {
      texts.push(text);
      days.push(origins[0]?.publishedOn ?? "");
      return Promise.resolve();
    };
    const report = await runFinder(options({ read }));
    expect(report.read).toHaveLength(DOCUMENTS.length);
    expect(texts).toContain("<html>riot october: produced, sold, held</html>");
    expect(days).toEqual([...days].sort());
    expect((await runFinder(options({ read }))).read).toEqual([]);
    expect(texts).toHaveLength(DOCUMENTS.length);
  });

  it("gives a document again whose reading failed, and says so", async () => {
    const fails: FinderOptions["read"] = ({ origins }) =>
      origins[0]?.address.endsWith(RIOT.october) === true ? Promise.reject(new Error("no table")) : Promise.resolve();
    const report = await runFinder(options({ read: fails }));
    expect(report.problems.map(({ address, sentence }) => [address, sentence])).toEqual([
      [server.origin + RIOT.october, expect.stringMatching(/could not be read: no table/)],
    ]);
    const again = await runFinder(options({ read: () => Promise.resolve() }));
    expect(again.read.map(({ origins }) => origins[0]?.address)).toEqual([server.origin + RIOT.october]);
    expect(server.served(RIOT.october)).toBe(1);
  });
});
