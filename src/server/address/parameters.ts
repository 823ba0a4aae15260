/** Which parameters an address takes, each with its default ("" where that depends on others). Others are passed over (`utm_source`). */

/** Name → default; "" when nothing stands for it. The order is that of canonical addresses. */
export type Parameters = Readonly<Record<string, string>>;

/** A selection's, as queryOf writes them. */
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

/** A page's own besides: which cards show their table, and how one of them is sorted (see cards/viewed.ts). */
const PAGE: Parameters = { ...SELECTION, tables: "", by: "" };

/** Which state of the record is meant. */
const MOMENT: Parameters = { asof: "", version: "" };

const NONE: Parameters = {};

/** Path → its parameters; the first that fits counts, a page's alone where none does. */
const BY_PATH: readonly (readonly [RegExp, Parameters])[] = [
  [/^\/(_next\/|feeds\/|sitemap\.xml$|robots\.txt$|icon|favicon)/, NONE],
  [/^\/$/, { ...PAGE, price: "" }],
  [
    /^\/companies$/,
    {
      ...{ ...PAGE, by: "companies.produced_btc.desc", listing: "", stance: "", production: "", treasury: "", coverage: "" },
      // How the order was said before (see cards/selection/canonical.ts).
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

/** The parameters of a path; undefined for the API, which refuses what it does not know instead of passing it over. */
export function parametersOf(path: string): Parameters | undefined {
  if (path.startsWith("/api/v1")) return undefined;
  return BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? PAGE;
}

/** The parameters of a selection, by name: those of a file's address. */
export const SELECTION_NAMES: readonly string[] = Object.keys(SELECTION);
