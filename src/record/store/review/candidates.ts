/** The queue: candidates with the decisions about them. A candidate's row never changes; its reviews determine its state. */
import { hostOf } from "@/domain/facts/publisher";
import { type CandidateFigure, type CandidateState, stateAfter, type Verdict } from "@/domain/review/candidate";
import { companyId } from "@/domain/facts/company";
import type { SourceKind } from "@/domain/facts/fact";
import { groupBy } from "@/domain/shared/group";
import type { MetricId } from "@/domain/values/metric";
import { period } from "@/domain/values/period";
import type { Operator } from "../database/audit";
import type { Store } from "../database/client";
import type { CandidateReading as StoredReading } from "../generated/client";

export interface ReviewEntry extends Operator {
  readonly id: number;
  readonly turn: number;
  readonly verdict: Verdict;
  /** The fact that it created; null when it created none. */
  readonly factId: number | null;
  readonly note: string;
}

/** What the reader reports about a figure besides its number, in its own words. */
export interface Reading {
  readonly confidence: "high" | "low";
  readonly reasons: readonly string[];
  /** Evidence for it. */
  readonly corroboratedBy: readonly string[];
  /** Evidence against it. */
  readonly vetoedBy: readonly string[];
  /** Other numbers that the document may mean. */
  readonly alternatives: readonly Alternative[];
}

/** A figure in the queue, as in the last reading of its document. */
export interface QueuedCandidate extends CandidateFigure, Reading {
  readonly id: number;
  readonly state: CandidateState;
  readonly reviews: readonly ReviewEntry[];
  readonly document: { readonly id: number; readonly title: string; readonly at: string };
  /** The figure as printed in the document; `written` is the plain decimal that a fact would have. */
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** Another number that a document may mean: as a plain decimal in the metric's unit, and as printed. */
export interface Alternative {
  readonly plain: string;
  readonly written: string;
}

interface CandidateFilter {
  readonly ids?: readonly number[] | undefined;
  readonly document?: number | undefined;
  readonly company?: string | undefined;
  readonly state?: CandidateState | undefined;
}

/** Candidates that pass the filter: by document, the first queued first, and in reading order within it. */
export async function candidates(store: Store, { ids, document, company, state }: CandidateFilter = {}): Promise<QueuedCandidate[]> {
  if (ids?.length === 0) return [];
  const where = {
    ...(ids === undefined ? {} : { id: { gte: Math.min(...ids), lte: Math.max(...ids) } }),
    ...(document === undefined ? {} : { documentId: document }),
    ...(company === undefined ? {} : { company }),
  };
  const about = { id: true, title: true, at: true, address: true, kind: true, publishedOn: true, retrievedOn: true };
  const rows = await store.prisma.candidate.findMany({
    where,
    include: { document: { select: about } },
    orderBy: [{ documentId: "asc" }, { id: "asc" }],
  });
  // Not included above: Prisma cannot split a sorted query by thousands of numbers.
  const reviewsOf = groupBy(
    await store.prisma.review.findMany({ where: { candidate: where }, orderBy: { turn: "asc" } }),
    ({ candidateId }) => candidateId,
  );
  const readings = await latestReadings(store, where);
  const asked = ids && new Set(ids);
  const found = rows.map((row): QueuedCandidate => {
    const { address, kind, publishedOn, retrievedOn } = row.document;
    const reviews = (reviewsOf.get(row.id) ?? []).map((review) => ({ ...review, verdict: review.verdict as Verdict }));
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
      ...readingOf(row, readings.get(row.id)),
      reviews,
      state: stateAfter(reviews.map(({ verdict }) => verdict)),
    };
  });
  return found.filter((candidate) => asked?.has(candidate.id) !== false && (state ?? candidate.state) === candidate.state);
}

/** The latest reading of each candidate that passes a filter, by its number. */
export const latestReadings = async ({ prisma }: Store, candidate: object): Promise<Map<number, StoredReading>> =>
  new Map((await prisma.candidateReading.findMany({ where: { candidate }, orderBy: { id: "asc" } })).map((row) => [row.candidateId, row]));

const list = <T>(json: string) => JSON.parse(json) as T[];

/** The latest reading: a later one if there is one, or else the one in the candidate's row. */
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

/** The site of an address; a file from a local disk has none. */
const publisherOf = (address: string): string => (URL.canParse(address) ? hostOf(address) : "");
