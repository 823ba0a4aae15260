/** Public pages go out without Next's payload and loaders, and lose nothing that a reader sees. */
import { expect, test } from "vitest";
import { lightPage } from "@/server/answers/lightPage";

const PAGE = [
  '<!DOCTYPE html><html lang="en"><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<link rel="stylesheet" href="/_next/static/chunks/a.css"/><script src="/_next/static/chunks/a.js" async=""></script>',
  '<script>(function(d){d.setAttribute("data-script","")})(document.documentElement)</script>',
  '<script src="/_next/static/chunks/p.js" noModule=""></script></head><body><h1>Sold $&amp;</h1>',
  '<script type="application/json">{"a":1}</script><script type="application/ld+json">{"b":2}</script>',
  '<script src="/_next/static/chunks/t.js" id="_R_" async=""></script>',
  '<script id="_R_">(globalThis["TURBOPACK"]||(globalThis["TURBOPACK"]=[])).push({"otherChunks":["a.js"]});</script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<h1>\\u003c/script>"])</script></body></html>',
].join("");

test("of all scripts there remain ours, data blocks and the one of the finished pages", () => {
  expect(lightPage(PAGE, "/_next/static/live/page-A.js")).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
      '<script>(function(d){d.setAttribute("data-script","")})(document.documentElement)</script>',
      '<script type="module" src="/_next/static/live/page-A.js"></script></head><body><h1>Sold $&amp;</h1>',
      '<script type="application/json">{"a":1}</script><script type="application/ld+json">{"b":2}</script></body></html>',
    ].join(""),
  );
});

test("a page that Next shows by its script alone keeps it", () => {
  const page = '<html id="__next_error__"><head></head><body><script>self.__next_f.push([1,""])</script></body></html>';
  expect(lightPage(page, "/x.js")).toBe(page);
});
