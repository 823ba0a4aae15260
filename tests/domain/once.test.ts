import { describe, expect, it } from "vitest";
import { once, oncePer, onceUpTo } from "@/domain/shared/once";

describe("a question that is answered once", () => {
  it("is not asked again about the same, also where the answer is that there is none", () => {
    const asked: number[] = [];
    const half = once((of: number) => {
      asked.push(of);
      return of % 2 === 0 ? of / 2 : undefined;
    });
    expect([half(4), half(3), half(4), half(3)]).toEqual([2, undefined, 2, undefined]);
    expect(asked).toEqual([4, 3]);
  });

  it("up to a number of answers is asked again once they were dropped, and never keeps more", () => {
    const asked: number[] = [];
    const double = onceUpTo(2, (of: number) => {
      asked.push(of);
      return 2 * of;
    });
    expect([double(1), double(2), double(1), double(3), double(3), double(1)]).toEqual([2, 4, 2, 6, 6, 2]);
    expect(asked).toEqual([1, 2, 3, 1]);
  });

  it("per object is one about that object: two that look alike have answers of their own", () => {
    let made = 0;
    const numberOf = oncePer(({ id }: { readonly id: string }) => `${id} ${++made}`);
    const riot = { id: "riot" };
    expect([numberOf(riot), numberOf({ id: "riot" }), numberOf(riot)]).toEqual(["riot 1", "riot 2", "riot 1"]);
  });
});
