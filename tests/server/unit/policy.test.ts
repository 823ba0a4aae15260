import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { policyFor } from "@/server/responses/policy";
import { INLINE_SCRIPTS, PAGE_SCRIPT } from "@/site/inlineScripts";

const HTML = "text/html; charset=utf-8";
const policy = (path: string, type: string, body: string): string =>
  policyFor(path, type, Buffer.from(body))["Content-Security-Policy"] ?? "";
const hash = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the policy of a page", () => {
  test("allows its inline scripts and styles by their hashes and nothing by a word", () => {
    const page = `<style>a{}</style><script>${PAGE_SCRIPT}</script><script src="/a.js"></script><script>self.__next_f.push([1,"x"])</script>`;
    const csp = policy("/", HTML, page);
    for (const part of [
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      hash(PAGE_SCRIPT),
      hash('self.__next_f.push([1,"x"])'),
      hash("a{}"),
    ])
      expect(csp).toContain(part);
    expect(csp).not.toMatch(/unsafe-inline|unsafe-eval|style-src-attr/);
  });

  test("lets every script of our own run", () => {
    for (const script of INLINE_SCRIPTS) expect(policy("/desk", HTML, `<script>${script}</script>`)).toContain(hash(script));
  });

  test("does not run a script that came in with the data", () => {
    for (const script of ["alert(1)", `${PAGE_SCRIPT};alert(1)`])
      expect(policy("/", HTML, `<script>${script}</script>`)).not.toContain(hash(script));
  });

  test("allows a style attribute by its hash, where there is one", () => {
    const csp = policy("/desk", HTML, '<body style="margin:3rem &quot;a&quot;">');
    expect(csp).toContain(`style-src-attr 'unsafe-hashes' ${hash('margin:3rem "a"')}`);
  });

  test("lets a browser set a picture's attributes of style, and nothing else", () => {
    expect(policy("/charts/map.png", "image/png", "")).toMatch(/^default-src 'none';.*; style-src-attr 'unsafe-inline'$/);
    expect(policy("/charts/map.png", "image/png", "")).not.toContain("style-src ");
  });

  test("promises TLS only where the site says that it has it", () => {
    expect(policyFor("/", HTML, Buffer.of())["Strict-Transport-Security"]).toBeUndefined();
    vi.stubEnv("SITE_URL", "https://example.org");
    expect(policyFor("/", HTML, Buffer.of())["Strict-Transport-Security"]).toContain("max-age=63072000");
  });
});

test("only an embed may be framed, and what is published for other sites may be loaded by them", () => {
  expect(policy("/embed/map", HTML, "<style>a{}</style>")).toContain("frame-ancestors *");
  expect(policyFor("/embed/map", HTML, Buffer.of())["X-Frame-Options"]).toBeUndefined();
  for (const path of ["/", "/charts/map.svg", "/api/v1/facts", "/desk", "/embedded"]) {
    expect(policy(path, HTML, "")).toContain("frame-ancestors 'none'");
    expect(policyFor(path, HTML, Buffer.of())["X-Frame-Options"]).toBe("DENY");
  }
  const resource = (path: string) => policyFor(path, "text/csv", Buffer.of())["Cross-Origin-Resource-Policy"];
  expect(["/embed/map", "/charts/map.png", "/data/facts.csv", "/api/v1/facts"].map(resource)).toEqual(Array(4).fill("cross-origin"));
  expect(["/", "/months/2025-03", "/desk"].map(resource)).toEqual(Array(3).fill("same-origin"));
});
