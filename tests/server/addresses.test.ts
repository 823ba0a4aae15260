/**
 * Every address that an output names answers 200 with a kind of content that the site has. From the site map, the feeds, the data package,
 * the API's description and each card's files on, links are followed; of addresses that differ only in company, period or values of
 * parameters one is visited, of a route a few sets of parameters, and each card in two forms. Anchors are looked for on the pages that were visited.
 */
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/operations";
import { API_ROOT } from "@/app/api/serve";
import { fillPattern } from "@/cards/card";
import { CARDS } from "@/cards/registry";
import { SHARED_SITE as SITE, sharedSite } from "./shared";

const site = sharedSite();

const KINDS =
  /^(text\/(html|css|csv|plain|javascript|tab-separated-values)|application\/(json|xml|javascript|atom\+xml|zip|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|json\+oembed)|image\/(png|svg\+xml|x-icon)|font\/woff2?)(;|$)/;

const STARTS = ["/", "/sitemap.xml", "/robots.txt", "/feeds/all.atom", "/data/datapackage.json", `${API_ROOT}/openapi.json`];
const FILLS = { company: "riot", period: "2025-03" };

/** What makes an address one of its kind: card files by their card, others by path and names of parameters. */
function patternOf(address: string): string {
  const { pathname, searchParams } = new URL(address, SITE);
  const path = pathname
    .split("/")
    .map((part) => (companies.has(part.replace(/\.\w+$/, "")) ? part.replace(/^[^.]+/, ":company") : part))
    .join("/")
    .replace(/\d{4}(-\d\d|-Q\d)?(--\d{4}-\d\d)?(?=[/.]|$)/g, ":period");
  const [, folder = "", ending = ""] = /^\/(tables|charts|embed)\/[^.]+(\.\w+)?$/.exec(path) ?? [];
  // Each card is visited as CSV and SVG; other forms are made of the same, so one card of each page will do.
  if (folder !== "" && ending !== ".csv" && ending !== ".svg")
    return `/${folder}/${(path.split("/")[2] ?? "").split("-")[0] ?? ""}${ending}`;
  if (folder !== "") {
    const named = [...companies.values()].find((one) => one.test(path));
    return named === undefined ? path : path.replace(named, "-:company");
  }
  if (/^\/figures\//.test(path)) return path.replace(/[^/]+$/, ":metric");
  // How a card is looked at is one and the same on every page; immutable assets are one kind.
  if (path.startsWith("/_next/")) return path.replace(/[^/]+(?=\.\w+$)/, ":hash");
  const names = [...new Set(searchParams.keys())].filter((name) => !["c", "by", "tables"].includes(name)).sort();
  return `${path}?${names.join("&")}`;
}

/** Addresses that are visited at the same time. */
const AT_ONCE = 4;
/** Most sets of parameters with which one route is visited. */
const VARIANTS = 5;

/** Companies by their ids, each as it stands in the name of a card. */
let companies = new Map<string, RegExp>();

/** Addresses of this site in a text: of attributes, of JSON, of XML, and full ones in prose. */
function addressesIn(type: string, bytes: Uint8Array, from: string): string[] {
  if (type.includes("spreadsheetml")) {
    const parts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
    return parts.flatMap((part) => full(part));
  }
  if (/^(image|font)\/|zip/.test(type) && !type.includes("svg")) return [];
  const text = new TextDecoder().decode(bytes);
  const linked = /html|xml/.test(type)
    ? [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address = ""]) => unescaped(address))
    : [];
  return [...linked.filter((address) => !/^(https?:|mailto:|data:|javascript:)/.test(address)), ...full(text)].flatMap((address) =>
    URL.canParse(address, new URL(from, SITE)) ? [new URL(address, new URL(from, SITE)).href] : [],
  );
}

const unescaped = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");

const full = (text: string): string[] =>
  [...unescaped(text).matchAll(new RegExp(`${SITE}[^\\s"'<>\\\\)\\]}]*`, "g"))].map(([address]) => address.replace(/[.,;:]+$/, ""));

test("every address that an output names is there", { timeout: 900_000 }, async () => {
  const get = async (path: string) => {
    const answer = await fetch(site.base + path, { redirect: "manual" });
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const { companies: listed } = JSON.parse(new TextDecoder().decode((await get(`${API_ROOT}/companies.json`)).bytes)) as {
    companies: { id: string }[];
  };
  companies = new Map(listed.map(({ id }) => [id, new RegExp(`-${id}(?=[-.]|$)`)]));
  expect(companies.size).toBeGreaterThan(5);

  const cards = CARDS.map(({ id }) => fillPattern(id, FILLS));
  const queue: { readonly address: string; readonly from: string }[] = [
    ...STARTS,
    ...cards.map((id) => `/tables/${id}.csv`),
    ...OPERATIONS.flatMap(({ examples }) => examples.map((example) => API_ROOT + example)),
  ].map((address) => ({ address, from: "the start" }));
  const queued = new Set<string>();
  const seen = new Set<string>();
  const visits = new Map<string, number>();
  const wrong: string[] = [];
  const anchors: { readonly page: string; readonly anchor: string; readonly from: string }[] = [];
  const ids = new Map<string, ReadonlySet<string>>();

  const visit = async (next: (typeof queue)[number]): Promise<void> => {
    const url = new URL(next.address, SITE);
    if (url.origin !== SITE) return;
    const path = url.pathname + url.search;
    if (url.hash.length > 1) anchors.push({ page: path, anchor: decodeURIComponent(url.hash.slice(1)), from: next.from });
    const pattern = patternOf(next.address);
    const [route = ""] = pattern.split("?");
    const variants = visits.get(route) ?? 0;
    if (seen.has(pattern) || variants === VARIANTS) return;
    seen.add(pattern);
    visits.set(route, variants + 1);
    const { status, type, bytes } = await get(path);
    if (status !== 200 || !KINDS.test(type) || bytes.length === 0) {
      wrong.push(`${path} (named by ${next.from}): ${status} ${type}`);
      return;
    }
    if (type.startsWith("text/html"))
      ids.set(path, new Set([...new TextDecoder().decode(bytes).matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => unescaped(id))));
    for (const address of addressesIn(type, bytes, path)) {
      if (!queued.has(address)) queue.push({ address, from: path });
      queued.add(address);
    }
  };
  while (queue.length > 0) await Promise.all(queue.splice(0, AT_ONCE).map(visit));
  for (const { page, anchor, from } of anchors)
    if (ids.get(page)?.has(anchor) === false) wrong.push(`${page}#${anchor} (named by ${from}): no such anchor`);

  expect([...new Set(wrong)]).toEqual([]);
  for (const id of cards) expect(seen).toContain(patternOf(`/tables/${id}.csv`));
  expect(seen.size).toBeGreaterThan(300);
});
