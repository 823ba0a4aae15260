/**
 * The two faces of the site, fetched with the page and never exchanged under the reader's eyes: where one is late, the first page stands in
 * its stand-in (site/styles/tokens.css), and nothing moves. The files hold what the site uses of them (cli/fonts.ts).
 */
import localFont from "next/font/local";

export const sans = localFont({
  src: "../site/fonts/inter.woff2",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-inter",
});

export const serif = localFont({
  src: "../site/fonts/source-serif-4.woff2",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-source-serif",
});
