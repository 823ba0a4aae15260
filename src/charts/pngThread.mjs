/**
 * The thread that png.ts renders on. A drawing and how to render it in; the PNG's bytes out, or what is wrong with the drawing as text.
 * Plain JavaScript, because a thread's file is loaded as it is.
 */
import { setImmediate as turn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

parentPort?.on("message", async ({ svg, options }) => {
  let png;
  try {
    png = new Uint8Array(new Resvg(svg, options).render().asPng());
  } catch (error) {
    parentPort.postMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  // The pixels, 3 MB of them, are the renderer's until the collector finds their picture gone, and in the turn after it they go.
  await turn();
  globalThis.gc?.();
  await turn();
  parentPort.postMessage(png, [png.buffer]);
});
