/** The queue: candidates with what was decided about them. A candidate's row never changes; its reviews make its state. */
import { hostOf } from "@/domain/publisher";
import { type CandidateFigure, type CandidateState, stateAfter, type Verdict } from "@/domain/candidate";
import { companyId } from "@/domain/company";
import type { SourceKind } from "@/domain/fact";
import type { MetricId } from "@/domain/metric";
import { period } from "@/domain/period";
import type { Store } from "./client";

export interface ReviewEntry {
  readonly id: number;
  readonly turn: number;
  readonly verdict: Verdict;
  /** The fact that it made; null when it made none. */
  readonly factId: number | null;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

/** What the reader says of a figure besides its number, in its own words. */
export interface Reading {
  readonly confidence: "high" | "low";
  readonly reasons: readonly string[];
  /** What confirms it. */
  readonly corroboratedBy: readonly string[];
  /** What speaks against it. */
  readonly vetoedBy: readonly string[];
  /** Other numbers that the document may mean. */
  readonly alternatives: readonly Alternative[];
}

/** A figure in the queue, as its document was read last. */
export interface QueuedCandidate extends CandidateFigure, Reading {
  readonly id: number;
  readonly state: CandidateState;
  readonly reviews: readonly ReviewEntry[];
  readonly document: { readonly id: number; readonly title: string; readonly at: string };
  /** The figure as the document prints it; `written` is the plain decimal that a fact would carry. */
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** Another number that a document may mean: as a plain decimal in the metric's unit, and as it is printed. */
export interface Alternative {
  readonly plain: string;
  readonly written: string;
}

export interface CandidateFilter {
  readonly ids?: readonly number[] | undefined;
  readonly document?: number | undefined;
  readonly company?: string | undefined;
  readonly state?: CandidateState | undefined;
}

/** Candidates that pass the filter: by document, the first queued first, and in the order in which they were read in it. */
export async function candidates(store: Store, { ids, document, company, state }: CandidateFilter = {}): Promise<QueuedCandidate[]> {
  const rows = await store.prisma.candidate.findMany({
    where: {
      ...(ids === undefined ? {} : { id: { in: [...ids] } }),
      ...(document === undefined ? {} : { documentId: document }),
      ...(company === undefined ? {} : { company }),
    },
    include: {
      reviews: { orderBy: { turn: "asc" } },
      readings: { orderBy: { id: "desc" }, take: 1 },
      document: { select: { id: true, title: true, at: true, address: true, kind: true, publishedOn: true, retrievedOn: true } },
    },
    orderBy: [{ documentId: "asc" }, { id: "asc" }],
  });
  const found = rows.map((row): QueuedCandidate => {
    const { address, kind, publishedOn, retrievedOn } = row.document;
    const reviews = row.reviews.map((review) => ({ ...review, verdict: review.verdict as Verdict }));
    return {
      id: row.id,
      company: companyId(row.company),
      metric: row.metric as MetricId,
      period: period(row.period),
      value: Number(row.value),
      written: row.plain,
      printed: row.written,
      source: { address, kind: kind as SourceKind, publisher: publisherOf(address), publishedOn, retrievedOn },
      document: { id: row.documentId, title: row.document.title, at: row.document.at },
      start: row.start,
      end: row.end,
      ...readingOf(row, row.readings[0]),
      reviews,
      state: stateAfter(reviews.map(({ verdict }) => verdict)),
    };
  });
  return state === undefined ? found : found.filter((candidate) => candidate.state === state);
}

const list = <T>(json: string) => JSON.parse(json) as T[];

/** What the reader said last: in a reading of its own, or in the candidate's row when it was read once and nothing else was to be said. */
export const readingOf = (
  row: { readonly confidence: string; readonly reasons: string },
  later: { readonly [name in keyof Reading]: string } | undefined,
): Reading => ({
  confidence: (later ?? row).confidence === "high" ? "high" : "low",
  reasons: list((later ?? row).reasons),
  corroboratedBy: list(later?.corroboratedBy ?? "[]"),
  vetoedBy: list(later?.vetoedBy ?? "[]"),
  alternatives: list(later?.alternatives ?? "[]"),
});

/** The site that an address names; a file that was read from a disk has none. */
const publisherOf = (address: string): string => (URL.canParse(address) ? hostOf(address) : "");
