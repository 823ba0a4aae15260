/** What is taken of a picture is looked for among neighbours alone, and found as if all were looked at. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, overlap, boxIndex } from "@/charts/boxes";

const span = (most: number) => fc.tuple(fc.integer({ min: -60, max: most }), fc.integer({ min: 0, max: 90 }));

const box: fc.Arbitrary<Box> = fc
  .tuple(span(400), span(300))
  .map(([[left, width], [top, height]]) => ({ left, right: left + width, top, bottom: top + height }));

test("a place is free when no box lies there, however high the boxes and the stripes are", () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 30 }),
      fc.array(box, { maxLength: 30 }),
      fc.integer({ min: 1, max: 120 }),
      (lying, asked, stripe) => {
        const taken = boxIndex(stripe);
        for (const one of lying) taken.add(one);
        expect(asked.map((one) => taken.isFree(one))).toEqual(asked.map((one) => !lying.some((other) => overlap(one, other))));
      },
    ),
  );
});
