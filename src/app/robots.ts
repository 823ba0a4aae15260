/** Rules for crawlers: everything except the desk and the API, whose responses are not pages. */
import type { MetadataRoute } from "next";
import { fullAddress } from "./site";

// The site's address is known only at run time, not to the build.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/desk", "/api"] }, sitemap: fullAddress("/sitemap.xml") };
}
