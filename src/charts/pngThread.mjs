/** The thread of png.ts: a drawing in, PNG bytes out. Plain JavaScript, because a thread's file is loaded as it is. */
import { setImmediate as turn } from "node:timers/promises";
import { Resvg } from "@resvg/resvg-js";
import Tinypool from "tinypool";

export default async ({ svg, options }) => {
  const png = new Uint8Array(new Resvg(svg, options).render().asPng());
  // The pixels, 3 MB of them, are the renderer's until the collector finds their picture gone, and in the turn after it they go.
  await turn();
  globalThis.gc?.();
  await turn();
  return Tinypool.move(png);
};
