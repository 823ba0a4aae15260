/** The review desk: the queue with the flags on each candidate, and a candidate beside its document as plain text. */
import "server-only";
import { rivalsOf, type Effect, effectOf } from "@/domain/review/candidate";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { type Flag, flagsOf } from "@/domain/review/flags";
import type { Day } from "@/domain/values/period";
import { formatMetric, METRICS } from "@/domain/values/metric";
import { isOnRecord, sortedByWorth, weigh } from "@/domain/review/worth";
import { candidates, type QueuedCandidate } from "@/record/store/review/candidates";
import { lastHash } from "@/record/store/database/audit";
import { appStore } from "@/record/store/database/client";
import { confirmedInQueue } from "@/record/store/review/confirm";
import { documentOf, type StoredDocument } from "@/record/store/review/documents";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { nameIn, uncapitalized } from "./words/phrases";

export interface QueueItem {
  readonly candidate: QueuedCandidate;
  readonly flags: readonly Flag[];
}

/**
 * Makes an answer once for each day and state: a queue of thousands takes seconds to weigh, and every page asks for it. Who asks while it is
 * being made waits for the same one; what could not be made is tried again.
 */
function oncePerState<T>(stateOf: () => Promise<string>, make: (today: Day) => Promise<T>): (today: Day) => Promise<T> {
  let kept: { readonly key: string; readonly answer: Promise<T> } | undefined;
  return async (today) => {
    const key = `${await stateOf()} ${today}`;
    if (kept?.key === key) return kept.answer;
    const made = { key, answer: make(today) };
    kept = made;
    made.answer.catch(() => {
      if (kept === made) kept = undefined;
    });
    return made.answer;
  };
}

const versionOfRecord = async (): Promise<string> => {
  const { seq, id } = await dataVersion(appStore());
  return `${seq} ${id}`;
};
const stateOfStore = (): Promise<string> => lastHash(appStore());

/** The current figures, loaded once per version and day. */
export const deskFigures = oncePerState(versionOfRecord, async (today): Promise<Figures> => figuresOf(await loadRecord(appStore()), today));

export interface Queue {
  /** Candidates waiting for a decision, by document; documents whose approval makes most books close come first. */
  readonly items: readonly QueueItem[];
  /** Candidates already on record: no decision needed. */
  readonly onRecord: readonly QueueItem[];
}

export const queueOf = oncePerState(stateOfStore, async (today): Promise<Queue> => {
  const figures = await deskFigures(today);
  const waiting = await candidates(appStore(), { state: "proposed" });
  const weighed = weigh(figures, waiting);
  const all = sortedByWorth(figures, waiting, weighed).map((candidate) => ({ candidate, flags: weighed.get(candidate.id)?.flags ?? [] }));
  const isKnown = ({ candidate }: QueueItem) => isOnRecord(figures, candidate);
  return { items: all.filter((item) => !isKnown(item)), onRecord: all.filter(isKnown) };
});

/** The reason recorded when a person looked the figure up: it quotes the document, to the comma. */
export const lookedUpReason = ({ printed }: Pick<QueuedCandidate, "printed">): string => `looked up: the document prints “${printed}”`;

/** Read with high confidence and without flags: all of a document's clear candidates can be approved with one key. */
export const isClear = ({ candidate, flags }: QueueItem): boolean => candidate.confidence === "high" && flags.length === 0;

/** Candidates confirmed by something else, which can be approved in one batch. */
export const confirmedItems = oncePerState(stateOfStore, async (today) => confirmedInQueue(appStore(), await deskFigures(today)));

/** "Riot 2026-01: produced 455 BTC"; the company's slug where it is not on record. */
const nameOf = (figures: Figures, { company, period, metric, value }: QueuedCandidate): string =>
  `${nameIn(figures, company)} ${period}: ${uncapitalized(METRICS[metric].label)} ${formatMetric(metric, value)} ${METRICS[metric].unit}`;

/** The figure of a candidate in words; its number where there is none. */
export async function candidateName(id: number, today: Day): Promise<string> {
  const [candidate] = await candidates(appStore(), { ids: [id] });
  return candidate === undefined ? String(id) : nameOf(await deskFigures(today), candidate);
}

export interface CandidateView extends QueueItem {
  /** Its figure in words. */
  readonly name: string;
  readonly document: StoredDocument;
  readonly text: { readonly before: string; readonly span: string; readonly after: string };
  readonly effect: Effect;
  /** Number of the document's waiting figures that are clear. */
  readonly clear: number;
  /** Other waiting candidates for the same figure with another number, from other documents. */
  readonly rivals: readonly QueuedCandidate[];
  /** The waiting candidates before and after this one, for keyboard navigation. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/** A candidate with everything needed for a decision; undefined when no candidate has this number. */
export async function candidateView(id: number, today: Day): Promise<CandidateView | undefined> {
  const [candidate] = await candidates(appStore(), { ids: [id] });
  const document = candidate && (await documentOf(appStore(), candidate.document.id));
  if (!candidate || !document) return undefined;
  const figures = await deskFigures(today);
  const { items } = await queueOf(today);
  const waiting = items.map((item) => item.candidate);
  // What is decided or on record stands where it would stand if it waited.
  const isThere = waiting.some((one) => one.id === id);
  const open = isThere ? waiting : sortedByWorth(figures, [...waiting, candidate]);
  const at = open.findIndex((one) => one.id === id);
  const { start, end } = candidate;
  return {
    name: nameOf(figures, candidate),
    candidate,
    document,
    flags: candidate.state === "proposed" ? flagsOf(figures, candidate) : [],
    text: { before: document.text.slice(0, start), span: document.text.slice(start, end), after: document.text.slice(end) },
    effect: effectOf(figures, candidate),
    clear: items.filter((item) => item.candidate.document.id === document.id && isClear(item)).length,
    rivals: rivalsOf(candidate, open),
    previous: open[at - 1]?.id,
    // After the last one comes the first: each decision leads to the next candidate as long as any waits.
    next: (open[at + 1] ?? open.find((one) => one.id !== id))?.id,
  };
}
