/**
 * The two faces of the site, fetched with the page and never exchanged under the reader's eyes: where one is late, the first page stands in
 * its stand-in (site/styles/tokens.css), and nothing moves.
 */
import localFont from "next/font/local";

export const sans = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-inter",
});

export const serif = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-source-serif",
});
