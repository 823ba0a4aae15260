/** A form that takes long is answered at once by a page that says so, and that leads on by itself, without a script. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { orWaiting } from "@/app/desk/waiting";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const GOING = "The program is reading.";
const redirect = (location: string) => new Response(null, { status: 303, headers: { location } });

/** The page for an answer that does not come yet, and how to let it come. */
async function waitingFor() {
  let resolve: (response: Response) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const answer = new Promise<Response>((...both) => {
    [resolve, reject] = both;
  });
  const page = orWaiting(answer, GOING);
  await vi.advanceTimersByTimeAsync(5_000);
  const { status, headers, body } = await page;
  const reader = (body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  const rest = async () => {
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    return text;
  };
  return { status, headers, resolve, reject, reader, first: (await reader.read()).value ?? "", rest };
}

test("an answer that comes soon is the answer", async () => {
  const answer = redirect("/desk");
  expect(await orWaiting(Promise.resolve(answer), GOING)).toBe(answer);
});

test("one that does not: the page says so before, and goes on to the answer’s address when that comes", async () => {
  const { status, headers, first, resolve, rest } = await waitingFor();
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(first).toContain(`<h1 style="font-size:1.25rem">${GOING}</h1>`);
  expect(first).not.toMatch(/<script|http-equiv/);
  resolve(redirect("/desk/documents/5?flash=a&hmac=b"));
  expect(await rest()).toMatch(/<meta http-equiv="refresh" content="0;url=\/desk\/documents\/5\?flash=a&amp;hmac=b">.*<\/html>\s*$/s);
});

test("while nothing comes, something is sent again and again, so that no proxy cuts it", async () => {
  const { reader } = await waitingFor();
  await vi.advanceTimersByTimeAsync(20_000);
  expect((await reader.read()).value).toBe("\n");
});

test("what fails is said, and taken down", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue(undefined);
  const { reject, rest } = await waitingFor();
  reject(new Error("of ours"));
  expect(await rest()).toMatch(/It failed.*<\/html>\s*$/s);
  expect(log).toHaveBeenCalledOnce();
});

test("whoever leaves stops nothing, and nothing fails for that", async () => {
  const { reader, resolve } = await waitingFor();
  await reader.cancel();
  resolve(redirect("/desk"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
});
