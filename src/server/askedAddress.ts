/** Request header that passes the requested address to a page: the 404 page names it. Removed from incoming requests. */
export const ADDRESS_HEADER = "x-asked-address";

/** No route has this path, so Next responds with its 404 page; with its extension it leads nowhere else (app/elsewhere.ts). */
export const NOWHERE = "/nowhere.none";
