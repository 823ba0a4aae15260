/** What crawlers may read: everything but the desk and the programs' interface, whose answers are no pages. */
import type { MetadataRoute } from "next";
import { fullAddress } from "./site";

// The address of the site is the running server's, not the build's.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/desk", "/api"] }, sitemap: fullAddress("/sitemap.xml") };
}
