/** Request header in which a page learns which address was asked for: the 404 page names it. From outside it is dropped. */
export const ADDRESS_HEADER = "x-asked-address";

/** No route has this path, so Next answers with its 404 page; with an ending, proxy.ts leaves it alone. */
export const NOWHERE = "/nowhere.none";
