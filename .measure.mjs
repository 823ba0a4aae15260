import { chromium } from "playwright-core";
const site = process.argv[2];
const PAGES = ["/","/?per=quarter&panel=all","/?asof=2024-01-15","/months","/months/2025-04","/months/2024-Q1","/months/2023","/months/2025-04/press","/companies","/companies/hive","/companies/riot/dollars","/companies/riot/ledger","/companies/riot/facts","/strategies","/strategies?show=production","/strategies?show=treasury","/compare","/compare?c=riot,cleanspark,mara","/compare?c=riot,cleanspark,mara&layout=multiples","/map","/signal","/method","/coverage","/conflicts","/changes","/changes/since?asof=2025-05-01","/data","/api","/feeds","/search?q=riot","/figures/bitfarms/2025-04/btc_sold","/companies/riott","/desk/login"];
const EMBEDS = ["pooled-sell-through","sold-2025-03","map","history-riot","held-change","stance-lanes","since-effect?asof=2025-05-01"].map((e)=>"/embed/"+e);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--no-first-run"] });
for (const width of [320, 390, 640, 768, 1024]) {
  const ctx = await browser.newContext({ viewport: { width, height: width===390?844:800 } });
  const page = await ctx.newPage();
  for (const p of [...PAGES, ...EMBEDS]) {
    const errors=[]; page.removeAllListeners("console"); page.on("console",(m)=>{ if(m.type()==="error") errors.push(m.text().slice(0,160)); });
    await page.goto(site + p, { waitUntil: "load" });
    const r = await page.evaluate(() => {
      const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      let min = 99, which="";
      for (const svg of document.querySelectorAll("svg")) {
        const box = svg.getBoundingClientRect(); if (!box.width || !svg.viewBox.baseVal?.width) continue;
        const scale = box.width / svg.viewBox.baseVal.width;
        for (const t of svg.querySelectorAll("text")) { const px = parseFloat(getComputedStyle(t).fontSize) * scale; if (px < min) { min = px; which = t.textContent.slice(0,20); } }
      }
      const styled = [...document.querySelectorAll("[style]")].map(e=>e.tagName+" "+e.getAttribute("style").slice(0,40));
      const chart = [...document.querySelectorAll(".chart svg, .chart-live")].find(e=>e.getBoundingClientRect().height>0)?.getBoundingClientRect();
      return { over, min: Math.round(min*10)/10, which, styled: styled.length ? styled.slice(0,3) : 0, chart: chart && [Math.round(chart.top), Math.round(chart.bottom)] };
    });
    const bad = r.over > 0 || r.min < 11 || errors.length || r.styled;
    if (bad || (p === "/" )) console.log(width, p, JSON.stringify(r), errors.slice(0,2).join(" | "));
  }
  await ctx.close();
}
const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 } }); const page = await ctx.newPage();
for (const p of PAGES) { await page.goto(site+p); const c = await page.evaluate(()=>{const b=[...document.querySelectorAll(".chart svg, .chart-live, main table")].find(e=>e.getBoundingClientRect().height>0)?.getBoundingClientRect(); return b&&[Math.round(b.top),Math.round(b.bottom)]}); console.log("1280", p, JSON.stringify(c)); }
await browser.close();
