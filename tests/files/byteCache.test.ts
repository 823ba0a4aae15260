import { describe, expect, it } from "vitest";
import { byteCache } from "@/files/byteCache";

const bytes = (length: number) => () => Promise.resolve(new Uint8Array(length));

describe("what takes long to make", () => {
  it("is made once, also for those who ask while it is being made", async () => {
    const cache = byteCache({ mostBytes: 100, atOnce: 1 });
    let made = 0;
    const make = async () => {
      made++;
      await new Promise((done) => setTimeout(done, 5));
      return new Uint8Array(10);
    };
    await Promise.all([cache.get("a", make), cache.get("a", make)]);
    await cache.get("a", make);
    expect([made, cache.bytes]).toEqual([1, 10]);
  });

  it("is forgotten when the room is needed, what was asked for longest ago first", async () => {
    const cache = byteCache({ mostBytes: 30, atOnce: 1 });
    const never = () => Promise.reject(new Error("made again"));
    for (const key of ["a", "b", "c"]) await cache.get(key, bytes(10));
    await cache.get("a", never);
    await cache.get("d", bytes(10));
    await cache.get("a", never);
    await expect(cache.get("b", never)).rejects.toThrow("made again");
    expect(cache.bytes).toBe(30);
  });

  it("what is larger than all the room is made and not kept", async () => {
    const cache = byteCache({ mostBytes: 5, atOnce: 1 });
    expect((await cache.get("a", bytes(10))).byteLength).toBe(10);
    expect(cache.bytes).toBe(0);
  });

  it("a failure is not kept, and does not block the next", async () => {
    const cache = byteCache({ mostBytes: 100, atOnce: 1 });
    await expect(cache.get("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect((await cache.get("a", bytes(3))).byteLength).toBe(3);
  });

  it("no more are made at once than is allowed, and all of them are made", async () => {
    const cache = byteCache({ mostBytes: 1_000, atOnce: 2 });
    let [now, most] = [0, 0];
    const make = async () => {
      most = Math.max(most, ++now);
      await new Promise((done) => setTimeout(done, 2));
      now--;
      return new Uint8Array(1);
    };
    await Promise.all(Array.from({ length: 9 }, (_, i) => cache.get(String(i), make)));
    expect([most, cache.bytes]).toEqual([2, 9]);
  });
});
