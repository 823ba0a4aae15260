/** The site's public address (SITE_URL): content that leaves the site needs full addresses; links between pages do not. */
import { setting } from "@/record/setting";

/** The site's address without a trailing slash: "https://example.org". Configured, never taken from a request. */
export const siteAddress = (): string => (setting("SITE_URL") ?? "http://localhost:3000").replace(/\/+$/, "");

/** A path of the site as a full address. */
export const fullAddress = (path: string): string => `${siteAddress()}${path}`;
