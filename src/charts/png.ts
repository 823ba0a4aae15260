/**
 * An SVG drawing as a PNG picture, on the server, with Inter as on the pages.
 * In: SVG text with literal colours (pictures know no CSS variables), width in px; out: the PNG's bytes.
 * Inter comes as TrueType files from @expo-google-fonts/inter, because the renderer reads no woff2; system fonts are never used, so
 * that a picture is the same on every machine.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { renderAsync, type ResvgRenderOptions } from "@resvg/resvg-js";

/** The family that drawings must name to be set in these fonts. */
export const PICTURE_FONT = "Inter";

const FILES = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"];

function fontFiles(): string[] {
  // By path, not by import: a bundler would try to follow an import of a font.
  const files = FILES.map((file) => join(process.cwd(), "node_modules/@expo-google-fonts/inter", file));
  const lost = files.find((file) => !existsSync(file));
  // The renderer leaves out text that it has no font for, without a word.
  if (lost !== undefined) throw new Error(`No font for pictures at ${lost}: run npm ci in the project's folder and start from there`);
  return files;
}

/**
 * Renders at `width` px (the drawing's own width when left out), beside the server's own thread, so that pages are answered meanwhile. Throws
 * an Error that says what is wrong with a broken drawing.
 */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const options: ResvgRenderOptions = {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: PICTURE_FONT, sansSerifFamily: PICTURE_FONT },
    ...(width !== undefined && { fitTo: { mode: "width", value: width } }),
  };
  return (await renderAsync(svg, options)).asPng();
}
