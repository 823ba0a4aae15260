/**
 * Where the site stands on the web: SITE_URL, as the operator sets it. What leaves the site (citations, embeds, social cards, the site
 * map) needs full addresses; links between pages do not.
 */

/** The site's origin without a slash at its end: "https://example.org". */
export function siteOrigin(): string {
  return (process.env["SITE_URL"] ?? "http://localhost:3000").replace(/\/+$/, "");
}

/** A path of the site as a full address. */
export const fullAddress = (path: string): string => `${siteOrigin()}${path}`;
