/** The search as a plain form that keeps the selection. */
interface SearchFormProps {
  readonly label: string;
  /** The selection's query, "?c=riot". */
  readonly query: string;
  readonly text?: string;
  readonly withButton?: boolean;
}

/** No name is longer. */
export const LONGEST_SEARCH = 100;

export const SearchForm = ({ label, query, text, withButton = false }: SearchFormProps) => (
  <form className="search-form" method="get" action="/search" role="search" aria-label={label}>
    <input
      className="control"
      type="search"
      name="q"
      defaultValue={text}
      placeholder={withButton ? undefined : "Search"}
      aria-label="Search for a company, a month or a page"
      aria-keyshortcuts={withButton ? undefined : "/"}
      maxLength={LONGEST_SEARCH}
    />
    {[...new URLSearchParams(query)].map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {withButton && (
      <button className="button" type="submit">
        Search
      </button>
    )}
  </form>
);
