/**
 * A change by a person, not by files: a plan made from the store → one import of kind "desk" with decisions and log entry, in one
 * transaction; planned again when somebody else wrote in between.
 */
import type { FiledFact } from "@/domain/facts/filedRecord";
import { limitsOf } from "@/domain/review/limits";
import type { OpenRecord } from "@/domain/facts/record";
import type { Verdict } from "@/domain/review/candidate";
import { appendAudit, type Action, type Operator, type Subject } from "../database/audit";
import type { Store } from "../database/client";
import { type Difference, factsAfter, isEmpty } from "../states/difference";
import { loadWithRows } from "../states/loadRecord";
import { writeChange } from "../states/save";
import type { Stored } from "../database/stored";
import { type Connection, lastId } from "../database/tables";
import { withWriteLock, TRANSACTION } from "../database/writeLock";
import type { RecordVersion } from "../states/version";
import { detailsOf } from "../states/importWords";
import { Refusal } from "@/domain/shared/refusal";

export interface NewReview {
  readonly candidateId: number;
  readonly turn: number;
  readonly verdict: Verdict;
  readonly note: string;
  /** The fact that it creates, one of the change's new ones. */
  readonly fact: FiledFact | null;
}

interface DeskPlan<T> {
  readonly change: Difference;
  readonly verdicts: readonly NewReview[];
  readonly what: Action;
  readonly subject: Subject;
  /** What to tell about it besides the changes. */
  readonly result: T;
}

export interface DeskChanged<T = undefined> {
  /** The import's number; null when the record itself did not change. */
  readonly seq: number | null;
  readonly version: RecordVersion;
  readonly details: readonly string[];
  readonly result: T;
}

/** The state that the plan is made from. */
export interface Present {
  readonly stored: Stored;
  readonly record: OpenRecord;
}

/** Throws ReviewRefused when a new fact would exceed a hard limit in the resulting record. */
function mustBePossible({ stored, record }: Present, change: Difference): void {
  const { added } = change;
  if (added.length === 0) return;
  const beyond = limitsOf({ facts: factsAfter(stored, change), prices: record.prices, decisions: record.decisions });
  const wrong = added.flatMap((fact) => {
    const text = beyond(fact);
    return text === undefined ? [] : [fact.file === undefined ? text : `${fact.file}:${fact.line} ${text}`];
  });
  if (wrong.length === 0) return;
  const more = wrong.length > MAX_LISTED ? ` And ${wrong.length - MAX_LISTED} more.` : "";
  throw new ReviewRefused(`This cannot be: ${wrong.slice(0, MAX_LISTED).join(". ")}.${more}`, "value");
}

/** At most this many figures beyond a limit are listed. */
const MAX_LISTED = 20;

/** Makes the plan and carries it out; `dryRun` only makes it. Throws the plan's errors, and StoreBusy. */
export const changeAtDesk = <T>(
  store: Store,
  { by, at }: Operator,
  plan: (present: Present) => DeskPlan<T> | Promise<DeskPlan<T>>,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<DeskChanged<T>> =>
  withWriteLock(async () => {
    const { stored, record } = await loadWithRows(store);
    const { change, verdicts, what, subject, result } = await plan({ stored, record });
    if (!dryRun) mustBePossible({ stored, record }, change);
    const details = detailsOf(change);
    const unchanged = { seq: null, version: record.version, details, result };
    if (dryRun || (isEmpty(change) && verdicts.length === 0)) return unchanged;
    const last = await lastId(store.prisma.review);
    const also = async (tx: Connection, factId: (fact: FiledFact) => number) => {
      const data = verdicts.map(({ candidateId, turn, verdict, note, fact }, i) => ({
        ...{ id: last + 1 + i, candidateId, turn, verdict, note, at, by },
        factId: fact === null ? null : factId(fact),
      }));
      if (data.length > 0) await tx.review.createMany({ data });
      const reviews = data.length > 0 && { reviews: data.map(({ id }) => id) };
      return { what, subject: { ...subject, ...reviews, facts: change.added.map(factId) } };
    };
    if (isEmpty(change)) {
      await store.prisma.$transaction(async (tx) => {
        await appendAudit(tx, { at, by, ...(await also(tx, () => 0)) });
      }, TRANSACTION);
      return unchanged;
    }
    const made = await writeChange(store, stored, change, { kind: "desk", by, at, files: {}, filesDate: null, also });
    return { seq: stored.seq + 1, version: made, details, result };
  });

/** A decision or entry that is refused; `field` names the form field at fault. Nothing was changed. */
export class ReviewRefused extends Refusal {
  override readonly name = "ReviewRefused";

  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
