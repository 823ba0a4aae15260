import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { httpDate, isNotModified, strongEtag, validatorHeaders } from "@/files/httpCache";

const ETAG = strongEtag("1a2b3c4d5e6f", "/months/2025-03", "csv");
const VALIDATORS = { etag: ETAG, lastModified: httpDate("2026-05-05") };
const asks = (headers: Record<string, string>) => isNotModified(new Headers(headers), VALIDATORS);

describe("what a reader already has is not sent again", () => {
  it.each([
    [{}, false],
    [{ "If-None-Match": ETAG }, true],
    [{ "If-None-Match": `W/${ETAG}` }, true],
    [{ "If-None-Match": `"a", W/"b", ${ETAG}` }, true],
    [{ "If-None-Match": "*" }, true],
    [{ "If-None-Match": '"other"' }, false],
    [{ "If-None-Match": '"a,b"' }, false],
    [{ "If-Modified-Since": "Tue, 05 May 2026 00:00:00 GMT" }, true],
    [{ "If-Modified-Since": "Wed, 06 May 2026 10:00:00 GMT" }, true],
    [{ "If-Modified-Since": "Mon, 04 May 2026 23:59:59 GMT" }, false],
    [{ "If-Modified-Since": "2026-05-06" }, false],
    [{ "If-Modified-Since": "yesterday" }, false],
  ])("%o → %s", (headers, answer) => {
    expect(asks(headers)).toBe(answer);
  });

  it("If-None-Match decides alone where it is there", () => {
    expect(asks({ "If-None-Match": '"other"', "If-Modified-Since": "Wed, 06 May 2026 10:00:00 GMT" })).toBe(false);
    expect(asks({ "If-None-Match": ETAG, "If-Modified-Since": "Mon, 04 May 2026 00:00:00 GMT" })).toBe(true);
  });

  it("a response without a date is not held to be unchanged since one", () => {
    expect(isNotModified(new Headers({ "If-Modified-Since": "Wed, 06 May 2026 10:00:00 GMT" }), { etag: ETAG })).toBe(false);
  });
});

describe("validators", () => {
  it("tags are strong, the same for the same parts, and others for others", () => {
    expect(ETAG).toMatch(/^"[\x21\x23-\x7e]+"$/);
    const parts = fc.array(fc.string(), { maxLength: 4 });
    fc.assert(fc.property(parts, parts, (a, b) => (strongEtag(...a) === strongEtag(...b)) === (JSON.stringify(a) === JSON.stringify(b))));
  });

  it("the headers are those that a browser sends back", () => {
    expect(validatorHeaders(VALIDATORS)).toEqual({ ETag: ETAG, "Last-Modified": "Tue, 05 May 2026 00:00:00 GMT" });
    const sent = new Headers(validatorHeaders(VALIDATORS));
    expect(asks({ "If-None-Match": sent.get("etag") ?? "", "If-Modified-Since": sent.get("last-modified") ?? "" })).toBe(true);
    expect(() => httpDate("never")).toThrow('"never" is no date');
  });
});
