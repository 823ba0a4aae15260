/** Where the site stands on the web (SITE_URL): what leaves the site needs full addresses; links between pages do not. */
import { setting } from "@/domain/setting";

/** The site's address without a slash at its end: "https://example.org". It is configured, not taken from a request's words. */
export const siteAddress = (): string => (setting("SITE_URL") ?? "http://localhost:3000").replace(/\/+$/, "");

/** A path of the site as a full address. */
export const fullAddress = (path: string): string => `${siteAddress()}${path}`;
