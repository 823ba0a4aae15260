/** What a visitor sees in a table of a page, and what was taken away, each in a form that can be compared. */
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** A cell as a reader sees it: what stands before marks, notes and sources. */
export interface SeenCell {
  readonly text: string;
  /** Set in figures. */
  readonly isNumber: boolean;
  readonly isMissing: boolean;
}

/** The rows of the table of a card, in the order of the page; the chart may lie over it. */
export async function seenRows(card: Locator): Promise<SeenCell[][]> {
  return card.locator("table.data tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => ({
        text: (cell.firstChild?.textContent ?? "").trim(),
        isNumber: cell.classList.contains("n"),
        isMissing: cell.classList.contains("miss"),
      })),
    ),
  );
}

export interface Taken {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Clicks a link that saves a file. */
export async function save(page: Page, link: Locator): Promise<Taken> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(await download.failure()).toBeNull();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export interface Picture extends Taken {
  readonly type: string;
}

const nameIn = (disposition = ""): string => /filename="([^"]+)"/.exec(disposition)?.[1] ?? "";

/** Clicks a link that shows a picture, and comes back; the name is that under which a browser would save it. */
export async function look(page: Page, link: Locator): Promise<Picture> {
  // The page may load pictures of its own meanwhile; meant is the one that is gone to.
  const gone = page.waitForResponse((one) => one.request().isNavigationRequest() && one.url().includes("/charts/"));
  const [response] = await Promise.all([gone, link.click()]);
  const headers = await response.allHeaders();
  const bytes = await response.body();
  await page.goBack();
  return { name: nameIn(headers["content-disposition"]), type: headers["content-type"] ?? "", bytes };
}

/** The same picture, asked for without a click. */
export async function requested(address: string): Promise<Picture> {
  const answer = await fetch(address);
  const { headers } = answer;
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { name: nameIn(headers.get("content-disposition") ?? ""), type: headers.get("content-type") ?? "", bytes };
}

export type Line = Readonly<Record<string, string>>;

export function linesOf(csv: Buffer): { head: string[]; lines: Line[] } {
  const { data, errors, meta } = Papa.parse<Line>(csv.toString("utf8"), { header: true, skipEmptyLines: true, newline: "\r\n" });
  expect(errors).toEqual([]);
  return { head: meta.fields ?? [], lines: data };
}

/** Lines of the first sheet of a workbook, numbers as numbers. */
export async function cellsOf(xlsx: Buffer): Promise<{ head: string[]; lines: Readonly<Record<string, unknown>>[] }> {
  const { sheets } = await readXlsx(new Uint8Array(xlsx));
  const [head = [], ...rows] = sheets[0]?.rows ?? [];
  const names = head.map(String);
  return { head: names, lines: rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""]))) };
}

/** "19,211", "103%" and "$1.92 billion" as numbers, with how far the last digit shown reaches. */
export function shownNumber(text: string): { value: number; within: number } {
  const [, plain = "", word = ""] = /^(-?[\d.]+)(?: (million|billion))?$/.exec(text.replace(/[,%$]/g, "").replace("−", "-")) ?? [];
  const size = word === "billion" ? 1e9 : word === "million" ? 1e6 : 1;
  const decimals = plain.split(".")[1]?.length ?? 0;
  return { value: Number(plain === "" ? NaN : plain) * size, within: 0.5 * size * 10 ** -decimals + 1e-6 };
}

export interface PictureSeen {
  readonly width: number;
  readonly height: number;
  readonly colours: number;
  /** Share of the picture that is not of its most frequent colour. */
  readonly drawn: number;
}

/** A picture as a browser decodes it. */
export async function decoded(page: Page, bytes: Buffer, type = "image/png"): Promise<PictureSeen> {
  return page.evaluate(
    async ([data, kind]) => {
      const picture = await createImageBitmap(await (await fetch(`data:${kind};base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const pixels = new Uint32Array(context?.getImageData(0, 0, picture.width, picture.height).data.buffer ?? new ArrayBuffer());
      const counts = new Map<number, number>();
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      const { width, height } = picture;
      return { width, height, colours: counts.size, drawn: 1 - Math.max(0, ...counts.values()) / pixels.length };
    },
    [bytes.toString("base64"), type] as const,
  );
}

/** The words of a drawing, as a reader of the file finds them. */
export async function wordsOf(page: Page, svg: Buffer): Promise<{ title: string; desc: string; text: string }> {
  return page.evaluate((source) => {
    const drawing = new DOMParser().parseFromString(source, "image/svg+xml");
    const of = (name: string) => [...drawing.querySelectorAll(name)].map((element) => element.textContent).join(" ");
    return { title: of("svg > title"), desc: of("svg > desc"), text: of("text") };
  }, svg.toString("utf8"));
}
