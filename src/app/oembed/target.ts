/**
 * Which card an address of this site means: an embed's or a picture's own, the card that the address ends in (#sold-2025-03), else the
 * one that leads the page. Whether there is such a card is for the register to say.
 */
import { leadingId } from "@/cards/registry";
import { decoded } from "@/cards/selection/ownChoice";
import { EMBED_FORM } from "@/app/embed/embedded";

/** Id of the card; undefined when the address leads to no chart. */
export function embeddedId({ pathname, hash, searchParams }: URL): string | undefined {
  const path = pathname === "/" ? pathname : pathname.replace(/\/+$/, "");
  const [, own] = /^\/(?:embed|charts)\/(.+?)(?:\.(?:svg|png))?$/.exec(path) ?? [];
  const named = own ?? (hash.length > 1 ? hash.slice(1) : leadingId(path, searchParams));
  return named === undefined ? undefined : decoded(named);
}

/** Theme and the like, as the address has them. */
export function embedOptions({ searchParams }: URL): Readonly<Record<string, string>> {
  const known = Object.entries(EMBED_FORM).flatMap(([name, values]: [string, readonly string[]]) => {
    const value = searchParams.get(name);
    return value !== null && values.includes(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}
