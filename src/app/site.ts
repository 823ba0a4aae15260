/** The site's public address (SITE_URL): content that leaves the site needs full addresses; links between pages do not. */
import { setting } from "@/record/setting";
import { servedPort } from "@/server/limits";

/** The site's address without a trailing slash: "https://example.org", else this machine's. Configured, never taken from a request. */
export const siteAddress = (): string => (setting("SITE_URL") ?? `http://localhost:${servedPort()}`).replace(/\/+$/, "");

export const fullAddress = (path: string): string => `${siteAddress()}${path}`;
