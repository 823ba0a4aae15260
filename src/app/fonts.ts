/** The site's two fonts (made by cli/fonts.ts). No late swap: a font that loads late is not used. */
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
