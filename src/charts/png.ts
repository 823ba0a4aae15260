/** Renders an SVG drawing as PNG. Inter comes as TrueType (the renderer reads no woff2), never from the system: the same everywhere. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { Tinypool } from "tinypool";

/** The font family that drawings must name to use these fonts. */
export const PICTURE_FONT = "Inter";

const FILES = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"];

function fontFiles(): string[] {
  // By path, not by import: a bundler would try to resolve an import of a font.
  const files = FILES.map((file) => join(process.cwd(), "node_modules/@expo-google-fonts/inter", file));
  const lost = files.find((file) => !existsSync(file));
  // Without its font the renderer silently leaves text out.
  if (lost !== undefined) throw new Error(`No font for pictures at ${lost}: run npm ci in the project’s folder and start from there`);
  return files;
}

/** An idle thread is ended: it would keep some 15 MB. Its file is named by path, like the fonts. */
const threads = new Tinypool({
  filename: join(process.cwd(), "src/charts/pngThread.mjs"),
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 5_000,
});

/** Renders `width` px wide (else as drawn) on a thread, one at a time; page requests are answered meanwhile. Throws on invalid SVG. */
export function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const options: ResvgRenderOptions = {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: PICTURE_FONT, sansSerifFamily: PICTURE_FONT },
    ...(width !== undefined && { fitTo: { mode: "width", value: width } }),
  };
  return threads.run({ svg, options }) as Promise<Uint8Array>;
}

/** Keywords of the PNG specification used in these pictures. */
type PngWords = Readonly<Partial<Record<"Title" | "Description" | "Source" | "Copyright", string>>>;

/** Length of the signature (8 bytes), and of the header chunk with its length, name and checksum. */
const HEADER_END = 8 + 25;

/** Adds texts to a PNG as iTXt chunks (PNG, 11.3.3.2). */
export function withWords(png: Uint8Array, words: PngWords): Uint8Array {
  const chunks = Object.entries(words).map(([keyword, text]) => chunk(keyword, text));
  return Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]);
}

function chunk(keyword: string, text: string): Uint8Array {
  // Keyword, not compressed, language English, no translated keyword, text.
  const data = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0en\0\0`, "latin1"), Buffer.from(text, "utf8")]);
  const framed = Buffer.alloc(data.length + 8);
  framed.writeUInt32BE(data.length - 4, 0);
  data.copy(framed, 4);
  framed.writeUInt32BE(crc32(data), data.length + 4);
  return framed;
}
