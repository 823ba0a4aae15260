/** Request header in which a page learns which address was asked for: the 404 page names it. From outside it is dropped. */
export const ADDRESS_HEADER = "x-asked-address";
