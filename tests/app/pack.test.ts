/** The press pack's ZIP holds what is promised, and the same bytes each time. */
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { expect, test, vi } from "vitest";
import { GET } from "@/app/months/[period]/press/pack.zip/route";
import { period } from "@/domain/values/period";
import { pressOf } from "@/cards/months/press";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { cellsOf } from "@/cards/tables/table";
import { plain } from "@/cards/tables/sentence";
import { ask, figures } from "./world";

vi.mock("@/cards/stateAt", async () => (await import("./world")).record);

const pack = (of: string, headers: HeadersInit = {}) =>
  GET(ask(`/months/${of}/press/pack.zip`, headers), { params: Promise.resolve({ period: of }) });
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const first = await pack("2025-04");
const bytes = new Uint8Array(await first.arrayBuffer());
const files = unzipSync(bytes);
const press = pressOf({ figures, selection: DEFAULT_SELECTION }, period("2025-04"));

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("its name tells other evidence and an earlier day apart", async () => {
  const request = ask("/months/2025-04/press/pack.zip?evidence=firsthand&asof=2026-06-01");
  const { headers } = await GET(request, { params: Promise.resolve({ period: "2025-04" }) });
  expect(headers.get("content-disposition")).toContain("_first-hand-as-of-2026-06-01_v");
});

test("text, README, citation, numbers, and each chart in three sizes, light and dark, as SVG and PNG", () => {
  const pictures = press.charts.flatMap(({ table }) =>
    ["1200x675", "1080x1080", "1080x1350"].flatMap((size) =>
      ["light", "dark"].flatMap((theme) => ["svg", "png"].map((ending) => `pictures/${table.id}_${size}_${theme}.${ending}`)),
    ),
  );
  expect(pictures).toHaveLength(36);
  const others = ["README.md", "text.txt", "citation.bib", "sources.txt", "data/miners-2025-04.csv", "data/miners-2025-04.xlsx"];
  expect(Object.keys(files).sort()).toEqual([...others, ...pictures].sort());
  for (const [name, content] of Object.entries(files)) {
    if (!name.endsWith(".png")) continue;
    const size = new DataView(content.buffer, content.byteOffset);
    expect(name).toContain(`_${size.getUint32(16)}x${size.getUint32(20)}_`);
  }
});

test("the text is the report's, each sentence with its basis, and the version", () => {
  const written = text(files["text.txt"]);
  for (const { sentence } of [...press.lead, ...press.points, ...press.caveats]) expect(written).toContain(plain(sentence));
  for (const { basis } of [...press.points, ...press.caveats]) expect(written).toContain(`Basis: ${basis}`);
  expect(written).toContain("data version 0123456789ab");
});

test("every source of the numbers stands there by its publisher, with its address", () => {
  const written = text(files["sources.txt"]);
  const sources = cellsOf(press.data).flatMap((cell) => (cell.kind === "value" ? cell.sources : []));
  expect(sources.length).toBeGreaterThan(10);
  for (const { address, publisher } of sources)
    expect(written).toMatch(new RegExp(`^${literal(publisher)}, .*\n${literal(address)}$`, "m"));
});

test("the README has citations and an alternative text for each chart", () => {
  const readme = text(files["README.md"]);
  expect(readme).toContain("Short: Sellthrough, “");
  expect(readme).toContain("Long: Sellthrough (2026)");
  expect(readme.match(/Alternative text: /g)).toHaveLength(3);
  expect(text(files["citation.bib"])).toMatch(/^@misc\{/);
});

test("the CSV has the companies of the month with their figures", () => {
  const { data } = Papa.parse<Record<string, string>>(text(files["data/miners-2025-04.csv"]), { header: true, skipEmptyLines: true });
  expect(data.find(({ id }) => id === "riot")).toMatchObject({ produced_btc: "463", sold_btc: "475", sold_btc_evidence: "reported" });
});

test("the same bytes again", async () => {
  const again = await pack("2025-04");
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  expect(first.headers.get("content-disposition")).toBe('attachment; filename="sellthrough_press_2025-04_nasdaq_v0123456789ab.zip"');
});

test("quarters and years have a pack too; what is no period or has no figure is refused", async () => {
  expect((await pack("2010-01")).status).toBe(404);
  expect((await pack("spring")).status).toBe(404);
  const quarter = pressOf({ figures, selection: DEFAULT_SELECTION }, period("2025-Q1"));
  expect(quarter.charts.find(({ table }) => table.id === "pooled-sell-through")?.table.rows.at(-1)?.key).toBe("2025-Q1");
});
