/** The thread of png.ts: SVG in, PNG bytes out. Plain JavaScript, because a thread's file is loaded without compilation. */
import { setImmediate as turn } from "node:timers/promises";
import { Resvg } from "@resvg/resvg-js";
import Tinypool from "tinypool";

export default async ({ svg, options }) => {
  const png = new Uint8Array(new Resvg(svg, options).render().asPng());
  // The renderer's 3 MB of pixels are freed only when the garbage collector finalizes the picture, in the turn after its collection.
  await turn();
  globalThis.gc?.();
  await turn();
  return Tinypool.move(png);
};
