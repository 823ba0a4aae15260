/**
 * An SVG drawing as a PNG picture, on the server, with Inter as on the pages.
 * In: SVG text with literal colours (pictures know no CSS variables), width in px; out: the PNG's bytes.
 * Inter comes as TrueType files from @expo-google-fonts/inter, because the renderer reads no woff2; system fonts are never used, so
 * that a picture is the same on every machine.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";

/** The family that drawings must name to be set in these fonts. */
export const PICTURE_FONT = "Inter";

const FILES = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"];

function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/inter/package.json"));
  return FILES.map((file) => join(folder, file));
}

/** Renders at `width` px (the drawing's own width when left out). Throws an Error that says what is wrong with a broken drawing. */
export function svgToPng(svg: string, width?: number): Uint8Array {
  const picture = new Resvg(svg, {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: PICTURE_FONT, sansSerifFamily: PICTURE_FONT },
    ...(width === undefined ? {} : { fitTo: { mode: "width", value: width } }),
  });
  return picture.render().asPng();
}
