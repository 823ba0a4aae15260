/** Of every page of the desk: search engines leave it out, and it is made anew for each visit. */
import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false, follow: false } };
export const dynamic = "force-dynamic";

export default function DeskLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
