/**
 * Marks a pooled figure that rests on too few companies or too little of known production. It says so in words wherever it appears;
 * what "too few" means is decided elsewhere and handed in.
 */
export interface ThinMarkProps {
  /** The coverage in words: "2 companies with 38% of the production to be expected". */
  readonly coverage: string;
}

export function ThinMark({ coverage }: ThinMarkProps) {
  return <span className="thin">{`thin: ${coverage}`}</span>;
}
