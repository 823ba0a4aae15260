/** Who asks, by network address: the server (server/clientAddress.ts) or, in development, Next leaves just that in X-Forwarded-For. */

/** "" when it is not known. */
export const clientAddress = ({ headers }: Request): string => (headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
