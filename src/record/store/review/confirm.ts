/** Approves all candidates with independent confirmation (domain/review/confirmed.ts) at once, computed in the same transaction; and undoes it. */
import { CONFIRMATION_LABEL, type Confirmed, confirmedOf, type WaitingFigure } from "@/domain/review/confirmed";
import { keyOf } from "@/domain/facts/fact";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { candidates, type QueuedCandidate } from "./candidates";
import type { Operator } from "../database/audit";
import type { Store } from "../database/client";
import { changeAtDesk, type DeskChanged, ReviewRefused } from "./deskChange";
import { type Accepted, type Draft, factOf, plan, undoing } from "./review";

type Waiting = QueuedCandidate & WaitingFigure;

/** The waiting candidates that are confirmed and not contradicted, oldest period first. */
export async function confirmedInQueue(store: Store, figures: Figures): Promise<Confirmed<Waiting>[]> {
  const waiting = await candidates(store, { state: "proposed" });
  const sure = new Set(waiting.filter(({ confidence }) => confidence === "high").map(keyOf));
  // Only figures that may be confirmed, and others with the same key, need a look-up in their documents.
  const near = waiting.filter((one) => sure.has(keyOf(one)));
  const ids = [...new Set(near.map(({ document }) => document.id))];
  const documents = await store.prisma.document.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } });
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return confirmedOf(
    figures,
    near.map((one) => ({ ...one, words: wordsAround(texts.get(one.document.id) ?? "", one) })),
  );
}

export class NothingConfirmed extends ReviewRefused {
  constructor() {
    super("No figure that waits was read surely, is confirmed by a second document or by the books, and has nothing against it.");
  }
}

/** Approves them all as one change. `expected`: the number shown to the person; any other is refused. Throws ReviewRefused. */
export const acceptConfirmed = (store: Store, operator: Operator, expected?: number): Promise<DeskChanged<Accepted>> =>
  changeAtDesk(store, operator, async (present) => {
    const found = await confirmedInQueue(store, figuresOf(present.record, operator.at.slice(0, 10)));
    if (found.length === 0) throw new NothingConfirmed();
    if (expected !== undefined && expected !== found.length)
      throw new ReviewRefused(`There were ${expected} confirmed figures and now there are ${found.length}. Look at the queue again.`);
    const drafts = found.map(({ candidate, by }, i): Draft => ({
      candidate,
      verdict: "accepted",
      fact: factOf(candidate, "", i),
      gone: [],
      reason: "",
      note: `approved with ${found.length} confirmed figures: ${by.map((one) => CONFIRMATION_LABEL[one]).join("; ")}`,
    }));
    const result = { accepted: found.map(({ candidate }) => candidate.id), left: [] };
    return { ...plan(drafts, present), what: "accept", subject: { candidates: result.accepted, confirmed: true }, result };
  });

/** Undoes every decision of one change at the desk, as one change. Throws ReviewRefused when none of them still holds. */
export const undoChange = (store: Store, seq: number, note: string, operator: Operator): Promise<DeskChanged> =>
  undoing(store, operator, note, async ({ stored }) => {
    const made = new Set((await store.prisma.fact.findMany({ where: { addedIn: seq }, select: { id: true } })).map(({ id }) => id));
    const decided = (await candidates(store)).filter(({ state, reviews }) => {
      const last = reviews.at(-1)?.factId ?? null;
      return state !== "proposed" && last !== null && made.has(last);
    });
    if (decided.length === 0)
      throw new ReviewRefused(
        seq > stored.seq
          ? `There is no change ${seq}.`
          : `Change ${seq} holds no decision about candidates that still stands, so there is nothing to undo.`,
      );
    return decided;
  });

export interface ConfirmedChange extends Operator {
  readonly seq: number;
  /** Its figures without a later decision. */
  readonly standing: number;
}

/** The latest change that approved confirmed figures together and is still partly in force; undefined when there is none. */
export async function lastConfirmedChange(store: Store): Promise<ConfirmedChange | undefined> {
  const entry = await store.prisma.auditEntry.findFirst({
    where: { what: "accept", subject: { contains: '"confirmed":true' } },
    orderBy: { seq: "desc" },
  });
  if (entry === null) return undefined;
  const { candidates: ids } = JSON.parse(entry.subject) as { readonly candidates: readonly number[] };
  const standing = (await candidates(store, { ids })).filter(
    ({ state, reviews }) => state === "accepted" && reviews.at(-1)?.at === entry.at,
  );
  const factId = standing[0]?.reviews.at(-1)?.factId ?? null;
  if (factId === null) return undefined;
  const { addedIn: seq } = await store.prisma.fact.findUniqueOrThrow({ where: { id: factId }, select: { addedIn: true } });
  return { seq, by: entry.by, at: entry.at, standing: standing.length };
}

/** Characters to compare on each side of a figure. */
const AROUND = 150;

/** Letters and digits around a figure: the text without its layout. */
const wordsAround = (text: string, { start, end }: QueuedCandidate): string =>
  text
    .slice(Math.max(0, start - AROUND), end + AROUND)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
