/** The four forms of a request target (RFC 9112, 3.2), and the methods that each takes. */
import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { checkRequest, methodsOf } from "@/server/requests/requestCheck";
import { reduceTarget } from "@/server/requests/target";

const request = (method: string, url: string) => ({ method, url, headers: { host: "sent.example" } }) as unknown as IncomingMessage;

describe("a whole address as the target", () => {
  test.each([
    ["GET", "http://a.example/months/2025-03?per=year", "/months/2025-03?per=year", "a.example"],
    ["GET", "HTTPS://a.example:8443/", "/", "a.example:8443"],
    ["GET", "http://a.example", "/", "a.example"],
    ["GET", "http://a.example?per=year", "/?per=year", "a.example"],
    ["GET", "http://[::1]:3000/map", "/map", "[::1]:3000"],
    ["OPTIONS", "http://a.example", "*", "a.example"],
    ["OPTIONS", "http://a.example/", "/", "a.example"],
  ])("%s %s is of path and query, and of its own host", (method, url, target, host) => {
    expect(reduceTarget(request(method, url))).toMatchObject({ url: target, headers: { host } });
  });

  test.each(["/map", "/http://a.example/", "*", "ftp://a.example/", "http://user@a.example/", "http:///map", "//a.example/", "map"])(
    "%s is none, and stays as it is",
    (url) => {
      expect(reduceTarget(request("GET", url))).toMatchObject({ url, headers: { host: "sent.example" } });
    },
  );
});

describe("a target", () => {
  test("of * is for OPTIONS alone", () => {
    expect(checkRequest(request("OPTIONS", "*"))).toEqual({ path: "*", query: "" });
    for (const method of ["GET", "HEAD"]) expect(checkRequest(request(method, "*"))).toMatchObject({ kind: "malformed-request" });
  });

  test("of a form of the desk is sent to, any other read", () => {
    for (const path of ["/desk/do/accept", "/desk/enter"]) expect(methodsOf(path)).toBe("POST, OPTIONS");
    for (const path of ["*", "/", "/desk", "/desk/login", "/api/v1/facts", "/entered"]) expect(methodsOf(path)).toBe("GET, HEAD, OPTIONS");
    const check = (method: string, path: string) => checkRequest(request(method, path));
    for (const method of ["GET", "HEAD", "PUT"])
      expect(check(method, "/desk/enter")).toEqual({ kind: "method-not-allowed", headers: { Allow: "POST, OPTIONS" } });
    expect(check("POST", "/desk/enter")).toMatchObject({ path: "/desk/enter" });
    for (const path of ["/desk", "/map"])
      expect(check("POST", path)).toEqual({ kind: "method-not-allowed", headers: { Allow: "GET, HEAD, OPTIONS" } });
  });
});
