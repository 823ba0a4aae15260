import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { HttpError } from "@/files/http/problem";
import { Answers, type Asked } from "@/server/answers/answers";
import { droppedBytes } from "@/server/process/garbage";
import { COMPRESSIONS, type Encoding } from "@/server/responses/encodings";
import { contentOf, finish, type Finished, formMade, identityOf, sizeOf } from "@/server/responses/finished";
import { Keep, Overloaded } from "@/server/answers/keep";
import { coalesced } from "@/server/answers/state";

const answer = (text: string, status = 200, encodings: readonly Encoding[] = COMPRESSIONS): Promise<Finished> =>
  finish(
    { status, headers: { "content-type": "text/plain" }, body: Buffer.from(text) },
    { path: "/", cacheControl: "public, no-cache", lastModified: "Mon, 05 May 2025 00:00:00 GMT", vary: [] },
    encodings,
  );

/** A making that waits to be let go. */
function held(text: string) {
  let times = 0;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const make = async () => {
    times++;
    await gate;
    return { finished: await answer(text), keep: true };
  };
  return {
    make,
    release: () => {
      release();
    },
    times: () => times,
  };
}

describe("a finished answer", () => {
  test("is made once for all who ask while it is made, and for all who come later", async () => {
    const keep = new Keep({ mostBytes: 1_000_000 });
    const { make, release, times } = held("a");
    const asked = Array.from({ length: 20 }, () => keep.get("a", make));
    release();
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    await keep.get("a", make);
    expect(times()).toBe(1);
  });

  test("that failed to be made is made again for the next", async () => {
    const keep = new Keep({ mostBytes: 1_000_000 });
    await expect(keep.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    const made = await keep.get("a", async () => ({ finished: await answer("a"), keep: true }));
    expect(contentOf(made).toString()).toBe("a");
  });

  test("that may not be kept is not", async () => {
    const keep = new Keep({ mostBytes: 1_000_000 });
    await keep.get("a", async () => ({ finished: await answer("a"), keep: false }));
    expect(keep.peek("a")).toBeUndefined();
  });

  test("makes room by what was asked for longest ago; the bound holds", async () => {
    const keep = new Keep({ mostBytes: 100_000 });
    for (let n = 0; n < 100; n++) {
      await keep.get(`a${n}`, async () => ({ finished: await answer(String(n).repeat(4_000)), keep: true }));
      expect(keep.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(keep.peek("a0")).toBeUndefined();
    expect(keep.peek("a99")).toBeDefined();
  });

  test("of a state that was replaced is dropped, and the bytes are told; what is of the build alone stays", async () => {
    let [now, dropped] = ["first", 0];
    const keep = new Keep({ mostBytes: 1_000_000, dropped: (bytes) => (dropped += bytes) });
    const answers = new Answers({
      keep,
      capture: (url) => Promise.resolve({ status: 200, headers: { "content-type": "text/plain" }, body: Buffer.from(url.repeat(500)) }),
      build: { id: "build", at: "2025-01-01T00:00:00.000Z" },
      script: "",
      state: () => Promise.resolve({ key: now, at: "2025-01-01T00:00:00.000Z" }),
      today: () => "2025-05-31",
    });
    const prepared = (path: string) => answers.prepare({ address: { path, query: "" } });
    const [page, icon] = [await prepared("/map"), await prepared("/icon.svg")];
    now = "second";
    const next = await prepared("/map");
    const before = keep.bytes;
    await answers.dropReplaced();
    expect(keep.peek(page.key)).toBeUndefined();
    expect([keep.peek(icon.key), keep.peek(next.key)]).toEqual([icon.finished, next.finished]);
    expect(dropped).toBe(before - keep.bytes);
    expect(dropped).toBeGreaterThan(1_000);
  });

  test("that fails without a word of what happened is an error of ours, and made again for the next", async () => {
    let status = 500;
    const answers = new Answers({
      keep: new Keep({ mostBytes: 1_000_000 }),
      capture: () => Promise.resolve({ status, headers: { "content-type": "text/plain" }, body: Buffer.from("Internal Server Error") }),
      build: { id: "build", at: "2025-01-01T00:00:00.000Z" },
      script: "",
      state: () => Promise.resolve({ key: "first", at: "2025-01-01T00:00:00.000Z" }),
      today: () => "2025-05-31",
    });
    const get = () => answers.get({ address: { path: "/map", query: "" } }, ({ finished }) => finished.status);
    await expect(get()).rejects.toThrow(HttpError);
    status = 200;
    await expect(get()).resolves.toBe(200);
  });

  test("is not compressed for who has it already", async () => {
    const answers = new Answers({
      keep: new Keep({ mostBytes: 1_000_000 }),
      capture: () => Promise.resolve({ status: 200, headers: { "content-type": "text/plain" }, body: Buffer.from("a page ".repeat(500)) }),
      build: { id: "build", at: "2025-01-01T00:00:00.000Z" },
      script: "",
      state: () => Promise.resolve({ key: "first", at: "2025-01-01T00:00:00.000Z" }),
      today: () => "2025-05-31",
    });
    const address = { path: "/map", query: "" };
    const formsOf = (asked: Partial<Asked>) => answers.get({ address, ...asked }, ({ finished }) => Object.keys(finished.forms));
    expect(await formsOf({ encoding: "gzip" })).toEqual(["gzip"]);
    expect(await formsOf({ encoding: "br", has: () => true })).toEqual(["gzip"]);
    expect(await formsOf({ encoding: "br", has: () => false })).toEqual(["gzip", "br"]);
  });

  test("is not pushed out by wrong addresses", async () => {
    const keep = new Keep({ mostBytes: 1_000_000 });
    await keep.get("right", async () => ({ finished: await answer("right"), keep: true }));
    for (let n = 0; n < 2_000; n++)
      await keep.get(`wrong${n}`, async () => ({ finished: await answer("x".repeat(5_000), 404), keep: true }));
    expect(keep.peek("right")).toBeDefined();
    expect(keep.bytes).toBeLessThan(10_000_000);
  });

  test("is refused when too many wait already", async () => {
    const keep = new Keep({ mostBytes: 1_000_000, atOnce: 1, mostWaiting: 3 });
    const { make, release } = held("a");
    const waiting = ["a", "b", "c"].map((key) => keep.get(key, make));
    await expect(keep.get("d", make)).rejects.toThrow(Overloaded);
    release();
    await Promise.all(waiting);
    await expect(keep.get("d", make)).resolves.toBeDefined();
  });
});

describe("what is kept", () => {
  const text = "a table of the record ".repeat(2_000);

  test("is what is sent: content that its gzip holds is unpacked when somebody wants it as it is, and weighs from then on", async () => {
    const finished = await answer(text);
    const packed = sizeOf(finished);
    expect(packed).toBeLessThan(text.length / 4);
    expect(identityOf(finished).body.toString()).toBe(text);
    expect(finished.grown).toBe(true);
    expect(sizeOf(finished)).toBe(packed + text.length);
  });

  test("stays within its bound when answers grow", async () => {
    const keep = new Keep({ mostBytes: 200_000 });
    for (let n = 0; n < 60; n++) {
      const key = `a${n}`;
      const finished = await keep.get(key, async () => ({ finished: await answer(text + String(n)), keep: true }));
      const before = keep.bytes;
      identityOf(finished);
      keep.weighAgain(key, finished);
      if (n === 0) expect(keep.bytes).toBe(before + text.length + 1);
      expect(keep.bytes).toBeLessThanOrEqual(200_000);
    }
    expect(keep.peek("a59")).toBeDefined();
    expect(keep.peek("a0")).toBeUndefined();
  });

  test.each(["gzip", "br"] as const)("is compressed for those who take %s when the first of them asks, once for all", async (encoding) => {
    const whole = await answer(text);
    const other = encoding === "gzip" ? "br" : "gzip";
    const finished = await answer(text, 200, [other]);
    expect(Object.keys(finished.forms)).toEqual([other]);
    expect(contentOf(finished).toString()).toBe(text);
    const [one, two] = [formMade(finished, encoding), formMade(finished, encoding)];
    expect(two).toBe(one);
    await one;
    expect([finished.forms[encoding], finished.grown]).toEqual([whole.forms[encoding], true]);
    expect(formMade(finished, encoding)).toBeUndefined();
    // Who has it compressed has it, whether that form is there or not.
    expect(finished.etags).toEqual(whole.etags);
    expect(finished.etags).toEqual(expect.arrayContaining(Object.values(whole.forms).map(({ etag }) => etag)));
  });

  test("has no compressed form where that would not pay", async () => {
    const short = await answer("short");
    expect([formMade(short, "br"), short.etags]).toEqual([undefined, [short.etag]]);
  });

  test("holds no more memory than its bytes", async () => {
    const { forms } = await answer(text);
    for (const form of [forms.gzip, forms.br]) expect(form?.body.buffer.byteLength).toBe(form?.body.length);
    expect((await answer("short")).forms.identity?.body.buffer.byteLength).toBe("short".length);
  });

  test("counts what it takes of the memory: its bytes, and its objects in the heap", { timeout: 30_000 }, async () => {
    const script = `
      import { randomBytes } from "node:crypto";
      import { Keep } from "./src/server/answers/keep.ts";
      import { finish } from "./src/server/responses/finished.ts";
      import { send } from "./src/server/responses/send.ts";
      const keep = new Keep({ mostBytes: 2 ** 30 });
      const headers = { "content-type": "text/html; charset=utf-8" };
      const make = async (n) => {
        const body = Buffer.from("<script>" + n + "</script>" + randomBytes(500).toString("hex"));
        const about = { path: "/", cacheControl: "no-cache", lastModified: new Date(n * 1e6).toUTCString(), vary: ["Accept"] };
        const finished = await finish({ status: 200, headers, body }, about, ["br"]);
        send({ headers: { "accept-encoding": "br" } }, { writeHead() {}, end() {} }, finished);
        return { finished, keep: true };
      };
      const fill = async (name, count) => {
        for (let n = 0; n < count; n++) await keep.get((name + n).padStart(250, "/?c=riot,mara&from=2022-01"), () => make(n));
      };
      // What was passed to a compressor is freed only after it has closed, in a later turn.
      const taken = async () => {
        for (let turn = 0; turn < 5; turn++) gc(), await new Promise((resolve) => setTimeout(resolve, 20));
        return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
      };
      await fill("warm", 1_000);
      const [before, counted] = [await taken(), keep.bytes];
      await fill("kept", 4_000);
      console.log((keep.bytes - counted) / ((await taken()) - before));
    `;
    const command = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", script];
    const { stdout } = await promisify(execFile)(process.execPath, command);
    expect(Number(stdout)).toBeGreaterThan(0.85);
    expect(Number(stdout)).toBeLessThan(1.2);
  });

  test("tells of what it drops, and enough of that is collected", async () => {
    let collected = 0;
    const dropped = droppedBytes(() => collected++, 100_000);
    const keep = new Keep({ mostBytes: 20_000, dropped });
    for (let n = 0; n < 40; n++) await keep.get(`a${n}`, async () => ({ finished: await answer("é".repeat(100) + String(n)), keep: true }));
    await new Promise((turn) => setImmediate(turn));
    expect(collected).toBe(0);
    for (let n = 0; n < 80; n++) await keep.get(`b${n}`, async () => ({ finished: await answer("é".repeat(100) + String(n)), keep: true }));
    await new Promise((turn) => setImmediate(turn));
    expect(collected).toBeGreaterThan(0);
  });
});

describe("the state of the store", () => {
  test("is asked once for all who came before it was asked, and anew for who came after", async () => {
    const gates: (() => void)[] = [];
    let asked = 0;
    const state = coalesced(async () => {
      const number = ++asked;
      await new Promise<void>((open) => gates.push(open));
      return number;
    });
    const early = [state(), state(), state()];
    await new Promise((turn) => setTimeout(turn, 5));
    expect(asked).toBe(1);
    const late = [state(), state()];
    gates.shift()?.();
    expect(await Promise.all(early)).toEqual([1, 1, 1]);
    await new Promise((turn) => setTimeout(turn, 5));
    gates.shift()?.();
    expect(await Promise.all(late)).toEqual([2, 2]);
  });

  test("that could not be read is asked for again", async () => {
    let asked = 0;
    const state = coalesced(() => (++asked === 1 ? Promise.reject(new Error("locked")) : Promise.resolve(asked)));
    await expect(state()).rejects.toThrow("locked");
    await expect(state()).resolves.toBe(2);
  });
});
