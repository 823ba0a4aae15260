/** The root layout of every page: language, fonts, colours and theme. Header and footer are in PageFrame. */
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { chartStyleSheet } from "@/charts/styleSheet";
import { PAGE_SCRIPT } from "@/site/inlineScripts";
import { PAPER } from "@/site/theme";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { siteAddress } from "./site";
import { cardOf } from "./socialCard";
import "./globals.css";

export const metadata: Metadata = {
  metadataBase: new URL(siteAddress()),
  title: { default: "Sellthrough: how much of the bitcoin they mine do listed miners sell?", template: "%s · Sellthrough" },
  description:
    "An open, sourced record of what listed bitcoin miners produce, sell and hold, month by month: every figure with its source and how it is known.",
  applicationName: "Sellthrough",
  // Pages with a chart have their own (see socialCard.ts); the others use the record's latest month.
  ...cardOf("pooled-sell-through", DEFAULT_SELECTION, "The sell-through of listed bitcoin miners (sold ÷ produced), month by month"),
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: PAPER.light },
    { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The script below sets attributes on <html> before React hydrates it.
    <html lang="en" className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      <head>
        <style dangerouslySetInnerHTML={{ __html: chartStyleSheet() }} />
        <link rel="alternate" type="application/atom+xml" title="Sellthrough: all news" href="/feeds/all.atom" />
        <script dangerouslySetInnerHTML={{ __html: PAGE_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

// Both fonts are made by cli/fonts.ts. No late swap: a font that loads late is not used.
const sans = localFont({
  src: "../site/fonts/inter.woff2",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-inter",
});

const serif = localFont({
  src: "../site/fonts/source-serif-4.woff2",
  weight: "400 700",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-source-serif",
});
