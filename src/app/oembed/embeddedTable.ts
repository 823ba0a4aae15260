/**
 * Which chart an address of this site means: an embed's or a picture's own, the figure that the address ends in (#sold-2025-03), else
 * the main chart of a page. Whether there is such a table is for the register of questions to say.
 */
import { EMBED_FORM } from "@/app/embed/embedded";

export interface EmbeddedTable {
  readonly id: string;
  /** Theme and the like, as the address has them. */
  readonly own: Readonly<Record<string, string>>;
}

/** Path → id of the page's main chart. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:embed|charts)\/(.+?)(?:\.(?:svg|png))?$/, "$1"],
  [/^\/$/, "pooled-sell-through"],
  [/^\/months$/, "pooled-sell-through"],
  [/^\/months\/([^/]+)(?:\/press)?$/, "holders-and-sellers-$1"],
  [/^\/companies\/([^/]+)$/, "history-$1"],
  [/^\/strategies$/, "stance-lanes"],
  [/^\/signal$/, "signal-sell-through-same"],
  [/^\/map$/, "map"],
];

/** Undefined when the address leads to no chart. */
export function embeddedTable({ pathname, hash, searchParams }: URL): EmbeddedTable | undefined {
  const path = pathname === "/" ? pathname : pathname.replace(/\/+$/, "");
  const page = PAGES.find(([pattern]) => pattern.test(path));
  const named = hash.slice(1) === "" ? page && path.replace(...page) : hash.slice(1);
  if (named === undefined) return undefined;
  const own = Object.entries(EMBED_FORM).flatMap(([name, values]: [string, readonly string[]]) => {
    const value = searchParams.get(name);
    return value !== null && values.includes(value) ? [[name, value] as const] : [];
  });
  return { id: decoded(named), own: Object.fromEntries(own) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
