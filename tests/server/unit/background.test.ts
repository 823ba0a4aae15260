import { expect, test } from "vitest";
import { Answers } from "@/server/answers/answers";
import { Background } from "@/server/answers/background";
import { Keep } from "@/server/answers/keep";

const HTML = "text/html; charset=utf-8";
const PAGES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/sitemap.xml": ["application/xml", "<loc>https://example.org/</loc><loc>https://example.org/map</loc>"],
  "/": [
    HTML,
    `<head><link rel="stylesheet" href="/_next/static/a.css"/></head>
     <a href="/?from=2025-01&amp;to=2025-12">2025</a><a href="/map">Map</a><a href="/companies?panel=all">Companies</a>
     <input type="radio" name="panel" checked="" value="nasdaq"/><input type="radio" name="panel" value="all"/>`,
  ],
  "/map": [HTML, `<a href="/?per=year">Years</a><input type="radio" name="sort" value="size"/><img src="/charts/a.svg"/>`],
};

test("made ahead are the pages of the site map, one choice on the overview right after it, and what pages load", async () => {
  const asked: string[] = [];
  const keep = new Keep({ mostBytes: 1_000_000 });
  const answers = new Answers({
    keep,
    capture: (url) => {
      asked.push(url);
      const [type, body] = PAGES[url] ?? PAGES[url.startsWith("/?") ? "/" : ""] ?? ["text/plain", "a file"];
      return Promise.resolve({ status: 200, headers: { "content-type": type }, body: Buffer.from(body) });
    },
    build: { id: "build", at: "2025-01-01T00:00:00.000Z" },
    script: "",
    state: () => Promise.resolve({ key: "state", at: "2025-01-01T00:00:00.000Z" }),
    today: () => "2025-05-31",
  });
  await new Background({ answers, keep, mostBytes: 1_000_000 }).prepare();
  const choices = ["/?from=2025-01&to=2025-12", "/?panel=all"];
  expect(asked).toEqual(["/sitemap.xml", "/", ...choices, "/map", "/_next/static/a.css", "/charts/a.svg"]);
});
