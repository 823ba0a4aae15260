import { chromium } from "playwright-core";
const [site, widthsArg, themesArg, ...paths] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--no-first-run"] });
for (const width of widthsArg.split(",").map(Number)) for (const theme of themesArg.split(",")) {
  const ctx = await browser.newContext({ viewport: { width, height: width<500?844:800 }, colorScheme: theme });
  const page = await ctx.newPage();
  for (const p of paths) { await page.goto(site + p, { waitUntil: "load" }); await page.waitForTimeout(150);
    await page.screenshot({ path: `/tmp/visitor/shots/${p.replace(/[^a-z0-9]+/gi,"_")}.${width}.${theme}.png`, fullPage: process.env.FULL==="1" }); }
  await ctx.close();
}
await browser.close();
