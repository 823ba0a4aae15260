/** The parameters of each address, with their defaults ("" where one depends on others). Others are ignored (`utm_source`). */

/** Name → default; "" when there is none. The order is that of canonical addresses. */
export type Parameters = Readonly<Record<string, string>>;

/** The parameters of a selection, as queryOf writes them. */
const SELECTION: Parameters = {
  c: "",
  panel: "nasdaq",
  per: "month",
  from: "",
  to: "",
  basis: "gross",
  evidence: "best",
  asof: "",
  version: "",
};

/** The page's own parameters: which cards show their table, and how one of them is sorted (see cards/tables/viewed.ts). */
const PAGE: Parameters = { ...SELECTION, tables: "", by: "" };

/** The requested state of the record. */
const MOMENT: Parameters = { asof: "", version: "" };

const NONE: Parameters = {};

/** Path → its parameters; the first match wins; without one, only those of a page. */
const BY_PATH: readonly (readonly [RegExp, Parameters])[] = [
  [/^\/(_next\/|feeds\/|sitemap\.xml$|robots\.txt$|icon|favicon)/, NONE],
  [/^\/$/, { ...PAGE, price: "" }],
  [
    /^\/companies$/,
    {
      ...{ ...PAGE, by: "companies.produced_btc.desc", listing: "", stance: "", production: "", treasury: "", coverage: "" },
      // The former parameters for sorting (see cards/selection/canonical.ts).
      ...{ sort: "", order: "" },
    },
  ],
  [/^\/companies\/[^/]+\/facts$/, { ...PAGE, year: "" }],
  [/^\/compare$/, { ...PAGE, metric: "sell_through", as: "absolute", scale: "linear", layout: "shared" }],
  [/^\/coverage$/, { ...PAGE, metric: "btc_sold" }],
  [/^\/map$/, { ...PAGE, sort: "name" }],
  [/^\/signal$/, { ...PAGE, thin: "exclude", measure: "sell_through" }],
  [/^\/strategies$/, { ...PAGE, show: "stances" }],
  [/^\/data$/, { ...PAGE, load: "" }],
  [/^\/search$/, { ...PAGE, q: "" }],
  [/^\/tables\/[^.]+$/, { ...SELECTION, by: "", page: "1" }],
  [/^\/tables\//, { ...SELECTION, csv: "comma", decimal: "point" }],
  [/^\/charts\//, { ...SELECTION, size: "wide", theme: "light", price: "none", events: "none", only: "all" }],
  [/^\/takeaway\//, { ...SELECTION, price: "none" }],
  [/^\/embed\//, { ...SELECTION, theme: "auto", price: "none" }],
  [/^\/data\/[^/]+$/, MOMENT],
  [/^\/oembed$/, { url: "", format: "json", maxwidth: "", maxheight: "" }],
];

/** The parameters of a path; undefined for the API, which rejects unknown ones instead of ignoring them. */
export function parametersOf(path: string): Parameters | undefined {
  if (path.startsWith("/api/v1")) return undefined;
  return BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? PAGE;
}

/** Names of a selection's parameters: those of a file's address. */
export const SELECTION_NAMES: readonly string[] = Object.keys(SELECTION);
