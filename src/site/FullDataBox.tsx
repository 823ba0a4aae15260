/**
 * The full data behind a figure: the same table without the limits of what is chosen, and the whole record. What the card itself shows
 * has its files beside this.
 */
import type { Place } from "./links";

/** Its anchor. */
export const FULL_DATA = "full-data";

export interface FullDataBoxProps {
  readonly title: string;
  /** What the full table holds: "every tracked company and period". */
  readonly reach: string;
  readonly files: readonly Place[];
  /** Address of the whole record as one archive. */
  readonly record: string;
  /** Address of the lines by which other tools read this table. */
  readonly load: string;
}

export function FullDataBox({ title, reach, files, record, load }: FullDataBoxProps) {
  return (
    <details className="cite" id={FULL_DATA} open>
      <summary>Full data</summary>
      <p className="small">
        This table for {reach}:{" "}
        {files.map(({ label, href }) => (
          <a key={href} href={href} className="file" aria-label={`${label}, full data: ${title}`}>
            {label}
          </a>
        ))}
      </p>
      <p className="small">
        Everything in the record, with every source: <a href={record}>data package</a>
      </p>
      <p className="small">
        <a href={load} aria-label={`Lines for Excel, Google Sheets, Python, R, Observable and curl: ${title}`}>
          Lines for Excel, Google Sheets, Python, R, Observable and curl
        </a>
      </p>
    </details>
  );
}
