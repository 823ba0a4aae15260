/** The sections of the site in the masthead's order, by key. */
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
