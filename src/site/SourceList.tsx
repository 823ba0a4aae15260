/**
 * Where figures come from: publisher, kind of source and date, each a link to the source itself. A source without a date says so.
 */
import type { TableSource } from "@/cards/table";
import { formatDay } from "./dates";

/** A source in words: "6ix.com, company release, 5 May 2025". */
export function sourceLine(source: TableSource): string {
  return `${source.publisher}, ${source.kind}, ${source.publishedOn === null ? "undated" : formatDay(source.publishedOn)}`;
}

export function SourceList({ sources }: { readonly sources: readonly TableSource[] }) {
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.address}>
          <a href={source.address}>{source.publisher}</a>
          <span className="text-ink-muted">
            , {source.kind},{" "}
            {source.publishedOn === null ? "undated" : <time dateTime={source.publishedOn}>{formatDay(source.publishedOn)}</time>}
          </span>
        </li>
      ))}
    </ul>
  );
}
