/**
 * Do two running servers give the same figures? Every address of the first one's site map is opened in both, and every table that a page
 * of either offers as CSV is fetched from both and compared line by line.
 *   tsx tests/bench/compare.ts http://127.0.0.1:3000 http://127.0.0.1:3001
 * Prints each difference and ends with status 1 when there is one.
 */
import { CARDS } from "@/cards/registry";
import { fillPattern } from "@/cards/card";

const [before = "", after = ""] = process.argv.slice(2);
if (!URL.canParse(before) || !URL.canParse(after)) {
  console.error("Name two servers: tsx tests/bench/compare.ts http://127.0.0.1:3000 http://127.0.0.1:3001");
  process.exit(2);
}

async function text(server: string, path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(new URL(path, server));
  return { status: response.status, body: await response.text() };
}

const paths = [...(await text(before, "/sitemap.xml")).body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, address = ""]) => new URL(address).pathname,
);
const tables = new Set<string>();
let [pages, differences] = [0, 0];

const differ = (what: string, left: string, right: string): void => {
  differences++;
  console.log(`${what}\n  before: ${left}\n  after:  ${right}`);
};

for (const path of new Set(paths)) {
  const [left, right] = await Promise.all([text(before, path), text(after, path)]);
  pages++;
  if (left.status !== right.status) differ(path, String(left.status), String(right.status));
  for (const { body } of [left, right])
    for (const [, href = ""] of body.matchAll(/href="(\/tables\/[^"]+\.csv[^"]*)"/g)) tables.add(href.replaceAll("&amp;", "&"));
}
const companies = paths.flatMap((path) => /^\/companies\/([^/]+)$/.exec(path)?.[1] ?? []);
const periods = paths.flatMap((path) => /^\/months\/([^/]+)$/.exec(path)?.[1] ?? []);
for (const { id } of CARDS) {
  const fills = id.includes(":company") ? companies : id.includes(":period") ? periods : [""];
  for (const fill of fills) tables.add(`/tables/${fillPattern(id, { company: fill, period: fill })}.csv`);
}

for (const path of tables) {
  const [left, right] = await Promise.all([text(before, path), text(after, path)]);
  if (left.status !== right.status) differ(path, String(left.status), String(right.status));
  else if (left.body !== right.body) {
    const [a, b] = [left.body.split("\r\n"), right.body.split("\r\n")];
    const at = a.findIndex((line, index) => line !== b[index]);
    const moved = [...a].sort().join("\n") === [...b].sort().join("\n") ? " (the same lines in another order)" : "";
    differ(`${path}, line ${at + 1}${moved}`, a[at] ?? "(no line)", b[at] ?? "(no line)");
  }
}
console.log(`${pages} pages and ${tables.size} tables compared: ${differences} differences.`);
process.exit(differences === 0 ? 0 : 1);
