/**
 * `npm run pictures`: the README's pictures of the product, taken anew from the built site on a desk in light. An address as argument is
 * taken instead of a site of its own.
 */
import { openBrowser } from "../browser/browser";
import { startSite } from "../browser/server";

const FOLDER = "public/readme";

/** What each shows: a page as a window of this size would. */
const PICTURES = [
  { name: "overview", path: "/", width: 1280, height: 1120 },
  { name: "map", path: "/map", width: 1280, height: 1000 },
] as const;

async function main(): Promise<void> {
  const given = process.argv[2];
  const site = given === undefined ? await startSite() : { base: given, stop: () => Promise.resolve() };
  const browser = await openBrowser();
  try {
    for (const { name, path, width, height } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(site.base + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/${name}.png` });
      console.log(`${FOLDER}/${name}.png`);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
}

await main();
