/** Conditional requests, parts and HEAD as RFC 9110 has them, over a real connection. */
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROBLEM_TYPE } from "@/files/http/problem";
import { type Finished, finish, improve } from "@/server/responses/finished";
import { COMPRESSIONS } from "@/server/responses/encodings";
import { isUnchanged, send } from "@/server/responses/send";

const TEXT = "How much of the bitcoin they mine do listed miners sell? ".repeat(200);
const CHANGED = "Mon, 05 May 2025 00:00:00 GMT";

let server: Server;
let finished: Finished;
beforeAll(async () => {
  finished = await finish(
    { status: 200, headers: { "content-type": "text/csv; charset=utf-8", "x-middleware-rewrite": "/inner" }, body: Buffer.from(TEXT) },
    { path: "/tables/a.csv", cacheControl: "public, no-cache", lastModified: CHANGED, vary: [] },
    COMPRESSIONS,
  );
  server = createServer((incoming, outgoing) => void send(incoming, outgoing, finished));
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
});
afterAll(() => server.close());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

function get(headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

const tag = (got: Got): string => String(got.headers["etag"]);

describe("the whole", () => {
  test("goes out in the encoding that the client prefers, each with its own strong tag and its length", async () => {
    const [plain, gzip, br] = [
      await get(),
      await get({ "accept-encoding": "gzip" }),
      await get({ "accept-encoding": "gzip, deflate, br" }),
    ];
    expect([plain, gzip, br].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "gzip", "br"]);
    expect(new Set([plain, gzip, br].map(tag)).size).toBe(3);
    for (const { headers, body } of [plain, gzip, br]) {
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers["vary"]).toBe("Accept-Encoding");
      expect(headers["x-middleware-rewrite"]).toBeUndefined();
    }
    expect([gunzipSync(gzip.body), brotliDecompressSync(br.body)].map(String)).toEqual([TEXT, TEXT]);
  });

  test.each(["gzip;q=0, br;q=0", "identity", "*;q=0", "", "zstd", "br;q=0"])("goes out as it is to who takes %j", async (accepted) => {
    expect((await get({ "accept-encoding": accepted })).headers["content-encoding"]).toBeUndefined();
  });

  test("HEAD has the headers of GET and no content", async () => {
    const headers = { "accept-encoding": "br" };
    const [head, whole] = [await get(headers, "HEAD"), await get(headers)];
    expect(head.body).toHaveLength(0);
    for (const name of ["content-length", "etag", "last-modified", "content-type", "vary", "cache-control"])
      expect(head.headers[name]).toBe(whole.headers[name]);
  });

  test("compressed anew bears another tag", async () => {
    const fast = await get({ "accept-encoding": "br" });
    await improve(finished);
    const best = await get({ "accept-encoding": "br" });
    expect(tag(best)).not.toBe(tag(fast));
    expect(brotliDecompressSync(best.body).toString()).toBe(TEXT);
  });
});

describe("304", () => {
  test("goes to who has it in any encoding, with the tag that it has, and nothing of the content", async () => {
    for (const encoding of ["identity", "gzip", "br"]) {
      const etag = tag(await get({ "accept-encoding": encoding }));
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const got = await get({ "if-none-match": tags, "accept-encoding": "br" });
        expect([got.status, tag(got), got.body.length, got.headers["content-type"]]).toEqual([304, etag, 0, undefined]);
      }
    }
  });

  test("is known before anything is made for it, and never where the whole may go out", () => {
    const asked = (headers: Readonly<Record<string, string>>) => isUnchanged({ headers } as unknown as IncomingMessage, finished);
    expect(asked({ "if-none-match": finished.etag })).toBe(true);
    expect(asked({ "if-modified-since": CHANGED })).toBe(true);
    for (const headers of [{}, { "if-none-match": '"other"' }, { "if-none-match": finished.etag, "if-match": "*" }])
      expect([headers, asked(headers)]).toEqual([headers, false]);
  });

  test("goes by the tag alone where there is one, else by the date", async () => {
    expect((await get({ "if-none-match": '"other"', "if-modified-since": CHANGED })).status).toBe(200);
    expect((await get({ "if-modified-since": CHANGED })).status).toBe(304);
    expect((await get({ "if-modified-since": "Sun, 04 May 2025 00:00:00 GMT" })).status).toBe(200);
    expect((await get({ "if-none-match": "*" })).status).toBe(304);
  });
});

describe("412", () => {
  const BEFORE = "Sun, 04 May 2025 00:00:00 GMT";

  test("goes to who wants the very content that it names, when another would be sent, with a sentence", async () => {
    const [plain, gzip] = [tag(await get()), tag(await get({ "accept-encoding": "gzip" }))];
    const status = async (tags: string, more = {}) => (await get({ "if-match": tags, ...more })).status;
    for (const tags of [plain, `"other", ${plain}`, "*", ` ${plain} `]) expect([tags, await status(tags)]).toEqual([tags, 200]);
    for (const tags of ['"other"', `W/${plain}`, gzip, plain.slice(1, -1), ""]) expect([tags, await status(tags)]).toEqual([tags, 412]);
    expect([await status(gzip, { "accept-encoding": "gzip" }), await status(plain, { "accept-encoding": "gzip" })]).toEqual([200, 412]);
    const got = await get({ "if-match": '"other"' });
    expect([got.headers["content-type"], got.headers["cache-control"], got.headers["etag"]]).toEqual([PROBLEM_TYPE, "no-store", undefined]);
    expect(got.body.toString()).toContain("If-Match");
  });

  test("goes by the tag alone where there is one, else by the date, and by no date that cannot be read", async () => {
    const status = async (headers: Readonly<Record<string, string>>) => (await get(headers)).status;
    expect(await status({ "if-unmodified-since": BEFORE })).toBe(412);
    expect(await status({ "if-unmodified-since": "Sun May  4 00:00:00 2025" })).toBe(412);
    for (const date of [CHANGED, "Tue, 06 May 2025 00:00:00 GMT", "2025", "yesterday"])
      expect([date, await status({ "if-unmodified-since": date })]).toEqual([date, 200]);
    expect(await status({ "if-match": "*", "if-unmodified-since": BEFORE })).toBe(200);
  });

  test("goes before 304 and before a part, of which the content as it is counts, and HEAD gets it without content", async () => {
    const plain = tag(await get());
    expect((await get({ "if-match": '"other"', "if-none-match": plain })).status).toBe(412);
    expect((await get({ "if-match": plain, "if-none-match": plain })).status).toBe(304);
    const part = { range: "bytes=0-9", "accept-encoding": "gzip" };
    expect((await get({ ...part, "if-match": '"other"' })).status).toBe(412);
    expect((await get({ ...part, "if-match": plain })).status).toBe(206);
    const head = await get({ "if-match": '"other"' }, "HEAD");
    expect([head.status, head.body.length]).toEqual([412, 0]);
  });
});

describe("a part", () => {
  test.each([
    ["bytes=0-9", 0, 10],
    ["bytes=100-", 100, TEXT.length],
    ["bytes=-7", TEXT.length - 7, TEXT.length],
    [`bytes=5-${TEXT.length * 2}`, 5, TEXT.length],
  ])("%s is of the content as it is, even to who takes brotli", async (range, from, to) => {
    const got = await get({ range, "accept-encoding": "br" });
    expect([got.status, got.body.toString()]).toEqual([206, TEXT.slice(from, to)]);
    expect(got.headers["content-range"]).toBe(`bytes ${from}-${to - 1}/${TEXT.length}`);
    expect(got.headers["content-encoding"]).toBeUndefined();
  });

  test("that there is none of is 416 with the length; what is no range, and several, get the whole", async () => {
    const none = await get({ range: `bytes=${TEXT.length}-` });
    expect([none.status, none.headers["content-range"]]).toEqual([416, `bytes */${TEXT.length}`]);
    for (const range of ["lines=1-2", "bytes=a-b", "bytes=9-5", "bytes=0-1,4-5"]) expect((await get({ range })).status).toBe(200);
  });

  test("is the whole when the content is another than the client began with", async () => {
    const etag = tag(await get());
    expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    expect((await get({ range: "bytes=0-9", "if-range": CHANGED })).status).toBe(206);
    expect((await get({ range: "bytes=0-9", "if-range": '"other"' })).status).toBe(200);
    expect((await get({ range: "bytes=0-9", "if-range": `W/${etag}` })).status).toBe(200);
  });

  test("is not for HEAD", async () => {
    expect((await get({ range: "bytes=0-9" }, "HEAD")).status).toBe(200);
  });
});
