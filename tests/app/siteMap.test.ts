/** What search engines and other sites are told: the site map, robots.txt and social cards. */
import { describe, expect, it, vi } from "vitest";
import { GET as picture } from "@/app/charts/[file]/route";
import robots from "@/app/robots";
import sitemap from "@/app/sitemap";
import { pageAddresses, socialCard } from "@/app/socialCard";
import { tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { ask, figures } from "./world";

vi.mock("@/cards/stateAt", async () => (await import("./world")).record);

describe("the site map", () => {
  it("has every section, company, month, quarter and year once, as full addresses", async () => {
    const addresses = (await sitemap()).map(({ url }) => url);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const path of ["/", "/method", "/companies/riot", "/months/2025-03", "/months/2025-Q1", "/months/2025"])
      expect(addresses).toContain(`http://localhost:3000${path}`);
    for (const below of ["", "/facts", "/ledger", "/dollars"])
      expect(addresses.filter((url) => new RegExp(`/companies/[^/]+${below}$`).test(url))).toHaveLength(figures.record.companies.length);
    // A card that stands on a part of a page is found there.
    expect(addresses).toContain("http://localhost:3000/strategies?show=treasury");
  });

  it("desk and interface are not for crawlers", () => {
    expect(robots()).toEqual({
      rules: { userAgent: "*", allow: "/", disallow: ["/desk", "/api"] },
      sitemap: "http://localhost:3000/sitemap.xml",
    });
  });
});

describe("a social card", () => {
  it("is the page's chart at 1200 × 630 with its sentence as alternative text, and the picture is there", async () => {
    const table = tableById({ figures, selection: DEFAULT_SELECTION }, "holders-and-sellers-2025-04");
    if (!table) throw new Error("no table");
    const { openGraph } = socialCard(table, { ...DEFAULT_SELECTION, panel: "all" });
    const [image] = [openGraph?.images].flat();
    expect(image).toMatchObject({ url: "/charts/holders-and-sellers-2025-04.png?panel=all&size=card", width: 1200, height: 630 });
    expect(image).toHaveProperty("alt", expect.stringContaining("% of the bitcoin they produced"));
    const file = "holders-and-sellers-2025-04.png";
    expect((await picture(ask(`/charts/${file}?panel=all&size=card`), { params: Promise.resolve({ file }) })).status).toBe(200);
  });

  it("a page says where editors find its chart", () => {
    expect(pageAddresses("/months/2025-04?panel=all").types).toEqual({
      "application/json+oembed":
        "http://localhost:3000/oembed?url=http%3A%2F%2Flocalhost%3A3000%2Fmonths%2F2025-04%3Fpanel%3Dall&format=json",
    });
  });
});
