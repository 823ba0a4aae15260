import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { period } from "@/domain/values/period";
import { datasetJsonLd, inlineJson, tableJsonLd } from "@/files/sharing/dataset";
import { anyText, march2025, VERSION } from "./tables";

const PAGE = {
  site: "https://example.org",
  address: "https://example.org/data",
  name: "Sellthrough",
  description: "Monthly bitcoin production, sales and holdings of listed miners, with the source of every figure.",
  version: VERSION,
  span: { from: period("2021-01"), to: period("2026-04") },
  downloads: [{ address: "https://example.org/data/sellthrough.zip", type: "application/zip", name: "Data Package" }],
};

describe("schema.org Dataset", () => {
  it("says what search engines ask for: name, description, licence, time, version and files", () => {
    expect(datasetJsonLd(PAGE)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: "Sellthrough",
      license: "https://creativecommons.org/licenses/by/4.0/",
      version: "1a2b3c4d5e6f",
      dateModified: "2026-05-07",
      temporalCoverage: "2021-01/2026-04",
      isAccessibleForFree: true,
      distribution: [
        { "@type": "DataDownload", contentUrl: "https://example.org/data/sellthrough.zip", encodingFormat: "application/zip" },
      ],
    });
  });

  it("of a table is a part of the record, with its figures and its files", () => {
    const page = { ...PAGE, address: "https://example.org/months/2025-03#miners-2025-03", name: "March 2025" };
    const found = tableJsonLd(page, { ...march2025(), sentence: "Riot sold nothing." }) as {
      description: string;
      variableMeasured: object[];
    };
    expect(found).toMatchObject({
      "@type": "Dataset",
      "@id": "https://example.org/months/2025-03#miners-2025-03",
      isPartOf: { "@id": "https://example.org/data" },
      distribution: [{ contentUrl: "https://example.org/data/sellthrough.zip" }],
    });
    expect(found.description).toMatch(/^Riot sold nothing\. Monthly/);
    expect(found.variableMeasured).toContainEqual(expect.objectContaining({ name: "produced_btc (BTC)", unitText: "BTC" }));
  });

  it("stands inside a page without ending its script, and reads back unchanged", () => {
    const wild = fc.oneof(anyText, fc.constantFrom("</script><script>alert(1)</script>", "<!-- <script>", "]]>", "\u2028\u2029", "&lt;"));
    fc.assert(
      fc.property(wild, (description) => {
        const data = datasetJsonLd({ ...PAGE, description });
        const html = `<!doctype html><script type="application/ld+json">${inlineJson(data)}</script><p>after</p>`;
        const page = load(html);
        expect(page("script")).toHaveLength(1);
        expect(page("p").text()).toBe("after");
        expect(JSON.parse(page("script").text())).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});
