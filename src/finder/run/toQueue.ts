/** A reading → a document of the queue with its candidates. */
import { METRICS } from "@/domain/values/metric";
import { coverOf } from "@/reader/page/cover";
import type { ReleaseReading } from "@/reader/readRelease";
import type { ReadDocument } from "@/record/store/review/documents";

/** Metadata of a document besides its reading; an empty title or a null day of publication is taken from the document itself. */
type AboutDocument = Pick<ReadDocument, "sha256" | "address" | "kind" | "title" | "publishedOn" | "retrievedOn">;

/** Converts a reading for the queue. */
export const toQueue = (
  reading: ReleaseReading,
  { sha256, address, kind, title, publishedOn, retrievedOn }: AboutDocument,
): ReadDocument => ({
  ...{ sha256, address, kind, retrievedOn },
  title: title === "" ? titleOf(reading) : title,
  publishedOn: publishedOn ?? reading.publishedOn ?? null,
  company: reading.company ?? null,
  text: reading.document.text,
  warnings: reading.warnings,
  // A negative amount, or one in another unit than the metric's, cannot be a figure of the record.
  candidates: reading.candidates.filter(({ amount, metric, unit }) => amount >= 0 && METRICS[metric].unit === unit),
});

const MOST_TITLE = 160;

/** The document's own title: the company and form of a filing's cover, else the first line of its text that says something. */
function titleOf({ document }: ReleaseReading): string {
  const cover = coverOf(document.text);
  if (cover !== undefined) return `${cover.registrant}, Form ${cover.form}`;
  const line = document.text
    .split("\n")
    .find((text) => text.trim().length > 12 && !/^\s*(?:https?:|(?:press|news) release\W*$)/i.test(text));
  const title = (line ?? "").trim();
  return title.length <= MOST_TITLE ? title : `${title.slice(0, MOST_TITLE).replace(/\s+\S*$/, "")} …`;
}
