/** What is asked of Next: nothing of an address that leads elsewhere. */
import { expect, test } from "vitest";
import { leading } from "@/server/answers/capture";
import { ADDRESS_HEADER, NOWHERE } from "@/server/askedAddress";

const OTHERS = new Map([
  ["/companies/RIOT", "/companies/riot"],
  ["/companies/none", NOWHERE],
]);

const capture = leading(
  (url, headers = {}) => Promise.resolve({ status: 200, headers, body: Buffer.from(url) }),
  (address) => Promise.resolve(OTHERS.get(address)),
);

test("an address that may have a page is passed with its headers", async () => {
  const { headers, body } = await capture("/map?sort=size", { accept: "text/html" });
  expect([headers, String(body)]).toEqual([{ accept: "text/html" }, "/map?sort=size"]);
});

test("a former address leads on for good, without a document", async () => {
  const { status, headers, body } = await capture("/companies/RIOT");
  expect([status, headers, body.length]).toEqual([308, { location: "/companies/riot" }, 0]);
});

test("in place of an address that names nothing stands the 404 page, which is told the address", async () => {
  const { headers, body } = await capture("/companies/none");
  expect([headers, String(body)]).toEqual([{ [ADDRESS_HEADER]: "/companies/none" }, NOWHERE]);
});
