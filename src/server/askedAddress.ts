/** Request header that passes the requested address to a page: the 404 page names it. Removed from incoming requests. */
export const ADDRESS_HEADER = "x-asked-address";

/** No route has this path, so Next responds with its 404 page; the extension makes proxy.ts skip it. */
export const NOWHERE = "/nowhere.none";
