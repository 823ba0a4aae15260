/** Adding a card is one file and one line: a card put on the register is found wherever tables and charts are named. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as picture } from "@/app/charts/[file]/route";
import { GET as embed } from "@/app/embed/[table]/route";
import { GET as oembed } from "@/app/oembed/route";
import { siteMap } from "@/app/sitemap";
import { GET as file } from "@/app/tables/[file]/route";
import { type Card, card } from "@/cards/card";
import { cardAddress, CARDS, leadingId, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { columnsOf } from "@/cards/words/columns";
import { amountCell } from "@/cards/words/cells";
import { lines } from "@/cards/charts/lines";
import { ask, figures } from "./world";

vi.mock("@/cards/stateAt", async () => (await import("./world")).record);

const column = columnsOf<{ readonly month: string; readonly sats: number }>();

/** What a file of a new card holds. */
const newCard = card({
  id: "first-bitcoin",
  page: "/first",
  leads: ["/first"],
  title: "The first bitcoin",
  entries: () => [
    { month: "2009-01", sats: 50e8 },
    { month: "2009-02", sats: 25e8 },
  ],
  sentence: (_, entries) => `There were ${entries.length} months.`,
  caveat: "Nobody sold any.",
  row: ({ month }) => ({ key: month }),
  columns: [
    column.text("period", "Month", "Calendar month.", ({ month }) => month),
    column.number("mined_btc", "Mined", "Bitcoin mined.", ({ sats }) => amountCell(sats, "BTC")),
  ],
  chart: (table) =>
    lines({
      id: `${table.id}-chart`,
      title: table.title,
      alt: `${table.title}. ${table.sentence ?? ""}`,
      measure: "BTC",
      format: "number",
      periods: table.rows.map(({ key }) => ({ period: key, title: key })),
      series: [
        {
          label: "Mined",
          figures: table.rows.map(() => ({ kind: "value", value: 50, text: "50 BTC", evidence: "derived", source: "" }) as const),
        },
      ],
    }),
});

beforeAll(() => {
  (CARDS as Card[]).push(newCard);
});
afterAll(() => {
  (CARDS as Card[]).pop();
});

const files = (name: string) => ({ params: Promise.resolve({ file: name }) });

describe("a card on the register", () => {
  it("answers by its id and has a page, an anchor and a chart that speaks for the page", () => {
    expect(tableById({ figures, selection: DEFAULT_SELECTION }, "first-bitcoin")).toMatchObject({
      sentence: "There were 2 months.",
      caveat: "Nobody sold any.",
      rows: [{ key: "2009-01", cells: { mined_btc: { plain: "50" } } }, { key: "2009-02" }],
    });
    expect(cardAddress("first-bitcoin", DEFAULT_SELECTION)).toBe("/first#first-bitcoin");
    expect(leadingId("/first", new URLSearchParams())).toBe("first-bitcoin");
  });

  it.each(["csv", "json", "xlsx"])("is taken away as %s", async (form) => {
    expect((await file(ask(`/tables/first-bitcoin.${form}`), files(`first-bitcoin.${form}`))).status).toBe(200);
  });

  it.each(["svg", "png"])("is drawn as %s", async (form) => {
    expect((await picture(ask(`/charts/first-bitcoin.${form}`), files(`first-bitcoin.${form}`))).status).toBe(200);
  });

  it("is embedded, by its own address and by its page's", async () => {
    const framed = await embed(ask("/embed/first-bitcoin"), { params: Promise.resolve({ table: "first-bitcoin" }) });
    expect(framed.status).toBe(200);
    const html = await framed.text();
    expect(html).toContain("There were 2 months.");
    expect(html).toContain("Nobody sold any.");
    expect(html).toContain("/first#first-bitcoin");
    for (const address of ["/first", "/first#first-bitcoin", "/embed/first-bitcoin"]) {
      const answer = await oembed(ask(`/oembed?url=${encodeURIComponent(`http://localhost:3000${address}`)}&format=json`));
      expect(await answer.json()).toMatchObject({ title: "The first bitcoin" });
    }
  });

  it("has its page on the site map", () => {
    expect(siteMap(figures).map(({ url }) => url)).toContain("http://localhost:3000/first");
  });
});
