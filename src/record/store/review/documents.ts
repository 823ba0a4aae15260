/** Documents in the queue with their candidates, unique by bytes and by figure: reading one twice adds only what is new. */
import type { SourceKind } from "@/domain/facts/fact";
import type { MetricId } from "@/domain/values/metric";
import type { Day } from "@/domain/values/period";
import { appendAudit, type Operator } from "../database/audit";
import { type Alternative, latestReadings, type Reading, readingOf } from "./candidates";
import type { Store } from "../database/client";
import { lastId } from "../database/tables";
import { withWriteLock, TRANSACTION } from "../database/writeLock";

export interface ReadDocument {
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string;
  readonly address: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly company: string | null;
  readonly publishedOn: Day | null;
  readonly retrievedOn: Day;
  /** Its readable text; the candidates' offsets refer to it. */
  readonly text: string;
  readonly warnings: readonly string[];
  readonly candidates: readonly ReadFigure[];
}

export interface ReadFigure extends Pick<Reading, "confidence" | "reasons">, Partial<Omit<Reading, "confidence" | "reasons">> {
  readonly company: string;
  readonly metric: MetricId;
  readonly period: string;
  /** In the smallest part of the metric's unit. */
  readonly amount: number;
  readonly plain: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

export interface StoredDocument extends Omit<ReadDocument, "candidates">, Operator {
  readonly id: number;
}

export interface Queued {
  readonly document: number;
  /** As it was first queued. */
  readonly kind: SourceKind;
  readonly isNew: boolean;
  /** Number of new candidates. */
  readonly added: number;
  /** Number of known candidates that the reader now reports differently. */
  readonly reread: number;
}

/** Adds a document and its candidates to the queue, in one transaction with the log entry. */
export const queueDocument = (store: Store, read: ReadDocument, { by, at }: Operator): Promise<Queued> =>
  withWriteLock(async () => {
    const { prisma } = store;
    const known = await prisma.document.findUnique({
      where: { sha256: read.sha256 },
      include: { candidates: true },
    });
    const readings = await latestReadings(store, { document: { sha256: read.sha256 } });
    const id = known?.id ?? (await lastId(prisma.document)) + 1;
    const kind = (known?.kind as SourceKind | undefined) ?? read.kind;
    const there = new Map(known?.candidates.map((row) => [figureKey(row.company, row.metric, row.period, row.value), row]));
    const fresh: ReadFigure[] = [];
    const said: { candidateId: number; figure: ReadFigure }[] = [];
    const last = await lastId(prisma.candidate);
    const seen = new Set<string>();
    for (const figure of read.candidates) {
      const key = figureKey(figure.company, figure.metric, figure.period, BigInt(figure.amount));
      if (seen.has(key)) continue;
      seen.add(key);
      const row = there.get(key);
      if (row === undefined) {
        fresh.push(figure);
        if (saysMore(figure)) said.push({ candidateId: last + fresh.length, figure });
      } else if (JSON.stringify(readingOf(row, readings.get(row.id))) !== JSON.stringify(readingColumns(figure)))
        said.push({ candidateId: row.id, figure });
    }
    const reread = said.filter(({ candidateId }) => candidateId <= last).length;
    if (known !== null && fresh.length === 0 && said.length === 0) return { document: id, kind, isNew: false, added: 0, reread };
    const lastReading = await lastId(prisma.candidateReading);
    await prisma.$transaction(async (tx) => {
      if (known === null) {
        const { sha256, address, kind, title, company, publishedOn, retrievedOn, text, warnings } = read;
        const row = { id, sha256, address, kind, title, company, publishedOn, retrievedOn, text };
        await tx.document.createMany({ data: [{ ...row, warnings: JSON.stringify(warnings), at, by }] });
      }
      const data = fresh.map(({ amount, reasons, company, metric, period, plain, written, start, end, confidence }, i) => ({
        id: last + 1 + i,
        documentId: id,
        value: BigInt(amount),
        reasons: JSON.stringify(reasons),
        ...{ company, metric, period, plain, written, start, end, confidence },
      }));
      if (data.length > 0) await tx.candidate.createMany({ data });
      const readings = said.map(({ candidateId, figure }, i) => {
        const { confidence, ...lists } = readingColumns(figure);
        return { id: lastReading + 1 + i, candidateId, confidence, ...inJson(lists), at, by };
      });
      if (readings.length > 0) await tx.candidateReading.createMany({ data: readings });
      const subject = {
        ...{ document: id, sha256: read.sha256, candidates: data.map((row) => row.id) },
        ...(readings.length > 0 && { readings: readings.map((row) => row.id) }),
      };
      await appendAudit(tx, { at, by, what: "queue", subject });
    }, TRANSACTION);
    return { document: id, kind, isNew: known === null, added: fresh.length, reread };
  });

/** A document in the queue by number; undefined when there is none. */
export async function documentOf(store: Store, id: number): Promise<StoredDocument | undefined> {
  const row = await store.prisma.document.findUnique({ where: { id } });
  if (row === null) return undefined;
  return { ...row, kind: row.kind as SourceKind, warnings: JSON.parse(row.warnings) as string[] };
}

/** What the reader reports about a figure, in stored form. */
function readingColumns({ confidence, reasons, corroboratedBy = [], vetoedBy = [], alternatives = [] }: ReadFigure): Reading {
  const choices = alternatives.map(({ plain, written }): Alternative => ({ plain, written }));
  return { confidence, reasons, corroboratedBy, vetoedBy, alternatives: choices };
}

const inJson = <T extends object>(lists: T) =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)])) as Readonly<Record<keyof T, string>>;

const saysMore = ({ corroboratedBy = [], vetoedBy = [], alternatives = [] }: ReadFigure) =>
  corroboratedBy.length + vetoedBy.length + alternatives.length > 0;

const figureKey = (company: string, metric: string, period: string, value: bigint): string => `${company} ${metric} ${period} ${value}`;
