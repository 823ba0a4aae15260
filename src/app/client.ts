/**
 * Who asks, by network address, as the server worked it out (server/clientAddress.ts) and wrote it into X-Forwarded-For, where nothing else
 * is left. In development Next writes the connection's own there.
 */

/** "" when it is not known. */
export const clientAddress = ({ headers }: Request): string => (headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
