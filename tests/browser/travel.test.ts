/** What is chosen goes along with every link of a page, the search among them, and one click leaves it. */
import { describe, expect, inject, it } from "vitest";

const site = inject("site");

const CHOSEN = { c: "mara,riot", from: "2022-01", basis: "net", evidence: "reported", asof: "2026-06-01" } as const;
const QUERY = new URLSearchParams(CHOSEN).toString();

const PAGES = [
  "/",
  "/months",
  "/months/2025-03",
  "/companies",
  "/companies/riot",
  "/companies/riot/dollars",
  "/companies/riot/ledger",
  "/companies/riot/facts",
  "/strategies",
  "/strategies?show=production",
  "/strategies?show=treasury",
  "/compare",
  "/map",
  "/signal",
  "/coverage",
  "/conflicts",
  "/changes",
  "/data",
  "/method",
  "/feeds",
  "/api",
  "/search?q=hut",
  "/figures/riot/2025-04/sell_through",
];

/** A file takes what it has parameters for; programs' addresses stand for themselves, as do the figures of the method's examples. */
const OWN = /^\/(?:api\/|tables\/|charts\/|feeds\/|data\/|embed\/|favicon|icon|_next\/)/;
/** What these links are for is to leave a part of it. */
const LEAVES = /^(?:Clear|Clear the selection|Leave it|Show today’s record|All|Since 2022|Last 12 months|This year|\d{4})$/;

interface Link {
  readonly url: URL;
  readonly text: string;
}

function linksOf(html: string): Link[] {
  return [...html.matchAll(/<a [^>]*?href="(\/[^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = "", inner = ""]) => ({
    url: new URL(href.replaceAll("&amp;", "&"), site),
    text: inner.replace(/<[^>]+>/g, "").trim(),
  }));
}

const withQuery = (path: string) => `${site}${path}${path.includes("?") ? "&" : "?"}${QUERY}`;

describe.each(PAGES)("%s", (path) => {
  it("hands what is chosen to every page that it links to, and has a link that leaves it", async () => {
    const answer = await fetch(withQuery(path));
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const links = linksOf(html);
    const lost = links
      .filter(({ url, text }) => !OWN.test(url.pathname) && !LEAVES.test(text))
      .filter(({ url }) => path !== "/method" || !url.pathname.startsWith("/figures/"))
      .flatMap(({ url, text }) => {
        // One company's page and the way back to all of them are about other companies than were picked.
        const picked = /^\/companies/.test(url.pathname) ? [] : ["c"];
        const kept = [...picked, "from", "basis", "evidence", "asof"].filter((name) => !url.searchParams.has(name));
        return kept.length === 0 ? [] : [`${text}: ${url.pathname} loses ${kept.join(", ")}`];
      });
    expect([...new Set(lost)]).toEqual([]);
    expect(links.some(({ url, text }) => /^(?:Clear|Leave it)$/.test(text) && !url.searchParams.has("c"))).toBe(true);
    expect(html).toMatch(/<form[^>]*action="\/search"[^>]*>(?:(?!<\/form>).)*name="asof" value="2026-06-01"/s);
  });
});

it.each([
  ["Iris Energy", "IREN", "/companies/iren"],
  ["Marathon Digital", "MARA", "/companies/mara"],
  ["Digihost", "Digi Power X", "/companies/digihost"],
  ["wulf", "TeraWulf", "/companies/terawulf"],
  ["March 2025", "March 2025", "/months/2025-03"],
])("the search finds %s and shows it with what is chosen", async (text, label, path) => {
  const html = await (await fetch(withQuery(`/search?q=${encodeURIComponent(text)}`))).text();
  const found = linksOf(html).find((link) => link.text === label && link.url.pathname === path);
  expect(found?.url.searchParams.get("asof")).toBe(CHOSEN.asof);
});
