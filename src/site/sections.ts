/**
 * The sections of the site in the order of the masthead: name and address of each. The current one is named by its key, so a page
 * cannot mark a section that does not exist.
 */
export const SECTIONS = [
  { key: "overview", label: "Overview", href: "/" },
  { key: "months", label: "Months", href: "/months" },
  { key: "companies", label: "Companies", href: "/companies" },
  { key: "strategies", label: "Strategies", href: "/strategies" },
  { key: "compare", label: "Compare", href: "/compare" },
  { key: "map", label: "Map", href: "/map" },
  { key: "signal", label: "Signal", href: "/signal" },
  { key: "data", label: "Data", href: "/data" },
  { key: "method", label: "Method", href: "/method" },
] as const;

export type SectionKey = (typeof SECTIONS)[number]["key"];
