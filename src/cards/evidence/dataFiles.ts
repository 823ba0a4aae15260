/** The downloads of the record: name, address, content. A new file is a line here. */
export interface DataFile {
  readonly name: string;
  readonly href: string;
  readonly what: string;
}

export const DATA_FILES: readonly DataFile[] = [
  { name: "sellthrough.zip", href: "/data/sellthrough.zip", what: "Everything, as a data package with its dictionary and this licence." },
  { name: "facts.csv", href: "/data/facts.csv", what: "One figure per line, as one source states it, with the source’s address and date." },
  { name: "companies.csv", href: "/data/companies.csv", what: "Names, countries and remarks." },
  { name: "listings.csv", href: "/data/listings.csv", what: "Where each company’s shares traded, and when." },
  { name: "policies.csv", href: "/data/policies.csv", what: "What companies said they do with their bitcoin, dated." },
];

/** Derived tables of the product in long form. */
export const TABLE_FILES: readonly DataFile[] = [
  {
    name: "Sell-through, company by month",
    href: "/tables/map.csv?panel=all",
    what: "The map of the record, one line per company and month.",
  },
  {
    name: "Pooled sell-through",
    href: "/tables/pooled-sell-through.csv",
    what: "Month by month, with coverage and the split by evidence.",
  },
  { name: "Conflicts", href: "/tables/conflicts.csv", what: "Figures for which sources state different numbers." },
  { name: "Books", href: "/tables/books.csv", what: "Months whose books do not close." },
  { name: "Coverage", href: "/tables/coverage.csv", what: "What is known of each company." },
];
