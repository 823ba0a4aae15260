/** Request header in which a page learns which address was asked for: the 404 page names it. From outside it is dropped. */
export const ADDRESS_HEADER = "x-asked-address";

/**
 * No route has this path, so Next answers with the 404 page, whole and with its status; and as it has an ending, proxy.ts does not look at
 * it again, which would lose the header.
 */
export const NOWHERE = "/nowhere.none";
