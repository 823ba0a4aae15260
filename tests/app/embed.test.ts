/** Embeds and oEmbed: small, without a script, valid, and honest about which version they show. */
import { policyFor } from "@/server/responses/policy";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, it, vi } from "vitest";
import { GET as embed } from "@/app/embed/[table]/route";
import { snippetsOf } from "@/app/embed/embedded";
import { GET as oembed } from "@/app/oembed/route";
import { fillPattern } from "@/cards/card";
import { CARDS, chartOf, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { ask, figures } from "./world";

vi.mock("@/cards/stateAt", async () => (await import("./world")).record);

const framed = (table: string, query = "", headers: HeadersInit = {}) =>
  embed(ask(`/embed/${table}${query}`, headers), { params: Promise.resolve({ table }) });

/** An id of every card that has a chart: over all, of a month and of a year, of a company. */
const CHARTS = CARDS.filter(({ chart }) => chart).flatMap(({ id }) => [
  ...new Set(["2025-04", "2025"].map((period) => fillPattern(id, { period, company: "riot" }))),
]);

describe("an embed", () => {
  it("there are charts to embed", () => {
    expect(CHARTS).toEqual(expect.arrayContaining(["pooled-sell-through", "sold-2025-04", "held-together"]));
  });

  it.each(CHARTS)(
    "%s is small, has no script but the line that tells its height and its values, and no data but these, and is valid HTML",
    async (id) => {
      const answer = await framed(id);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      const html = await answer.text();
      // The map tells the value of each of a thousand cells on tap.
      expect(gzipSync(html).length).toBeLessThan(id === "map" ? 20_000 : 10_000);
      expect(html.match(/<script/g)).toHaveLength(2);
      expect(html).toMatch(/<script type="application\/json" id="says">\[[^<]*\]<\/script>/);
      expect(html).toMatch(/<script>const part=[^<]{0,1050}sellthroughHeight[^<]{0,100}<\/script>/);
      expect(html).not.toMatch(/\son[a-z]+=|javascript:/i);
      const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
      expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
    },
  );

  it("may be framed by anyone and loads nothing", async () => {
    const html = Buffer.from(await (await framed("sold-2025-04")).arrayBuffer());
    const policy = policyFor("/embed/sold-2025-04", "text/html; charset=utf-8", html)["Content-Security-Policy"];
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("default-src 'none'");
  });

  it("names its sources, its page and its version; frozen and current say which they are", async () => {
    const current = await (await framed("sold-2025-04")).text();
    const frozen = await (await framed("sold-2025-04", "?version=0123456789ab")).text();
    for (const html of [current, frozen]) {
      expect(html).toContain("compiled by Sellthrough.");
      expect(html).toContain("version 0123456789ab");
      expect(html).toMatch(/<desc [^>]*>Bitcoin sold, April 2025(, version 0123456789ab of the record)?: /);
    }
    expect(current).toContain("This chart follows the record.");
    expect(frozen).toContain("This chart stays at that version.");
    expect(frozen).toContain('href="http://localhost:3000/months/2025-04?version=0123456789ab#sold-2025-04"');
  });

  it("follows the reader's theme unless one is asked for", async () => {
    expect(await (await framed("held-together")).text()).toContain('<html lang="en">');
    expect(await (await framed("held-together", "?theme=dark")).text()).toContain('<html lang="en" data-theme="dark">');
  });

  it.each([
    ["nothing", "", 404],
    ["miners-2025-04", "", 404],
    ["<b>", "", 404],
    ["held-together", "?theme=pink", 400],
  ])("%s%s is refused with %i, in words that fit a frame", async (id, query, status) => {
    const answer = await framed(id, query);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).not.toContain("<b>");
    const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
    expect(report.valid).toBe(true);
  });

  it("the snippets carry title and alternative text; only the frozen one names a version", () => {
    const table = tableById({ figures, selection: DEFAULT_SELECTION }, "sold-2025-04");
    const chart = table && chartOf(table);
    const snippets = chart && snippetsOf(figures, table, chart, DEFAULT_SELECTION);
    // What follows the record says no figure that it may show no more.
    expect(snippets?.current).toMatch(/<iframe src="http:\/\/localhost:3000\/embed\/sold-2025-04" title="Bitcoin sold, April 2025" /);
    expect(snippets?.frozen).toMatch(
      /title="Bitcoin sold, April 2025, version 0123456789ab of the record: bitcoin sold by each company, most first\. .*IREN sold most/,
    );
    expect(snippets?.current).not.toContain("version=");
    expect(snippets?.frozen).toContain("/embed/sold-2025-04?version=0123456789ab");
  });
});

describe("oEmbed", () => {
  const site = "http://localhost:3000";
  const answer = (url: string, more = "") => oembed(ask(`/oembed?url=${encodeURIComponent(url)}&format=json${more}`));

  it.each([
    ["/", "pooled-sell-through"],
    ["/?panel=all", "pooled-sell-through?panel=all"],
    ["/months/2025-04", "holders-and-sellers-2025-04"],
    ["/months/2025-04#sold-2025-04", "sold-2025-04"],
    ["/months/2025-04/press?evidence=reported", "holders-and-sellers-2025-04?evidence=reported"],
    ["/embed/held-together?theme=dark", "held-together?theme=dark"],
    ["/charts/held-together.png?size=card", "held-together"],
  ])("%s is embedded as %s", async (page, id) => {
    const response = await answer(site + page);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    const body = (await response.json()) as { type: string; version: string; html: string; width: number; height: number };
    expect(body).toMatchObject({ type: "rich", version: "1.0", provider_name: "Sellthrough" });
    expect(body.html).toContain(`src="${site}/embed/${id}"`);
    expect(Math.min(body.width, body.height)).toBeGreaterThan(300);
  });

  it("is never larger than was asked for", async () => {
    expect(await (await answer(`${site}/`, "&maxwidth=400&maxheight=300")).json()).toMatchObject({ width: 400, height: 300 });
  });

  it.each([
    ["https://example.org/months/2025-04", "", 404],
    [`${site}/method`, "", 404],
    [`${site}/months/2025-13`, "", 404],
    [`${site}/?panel=none`, "", 404],
    ["months", "", 400],
    [`${site}/`, "&maxwidth=0", 400],
  ])("%s%s is answered with %i", async (url, more, status) => {
    expect((await answer(url, more)).status).toBe(status);
  });

  it("XML is not made: 501", async () => {
    expect((await oembed(ask(`/oembed?url=${site}/&format=xml`))).status).toBe(501);
  });
});
