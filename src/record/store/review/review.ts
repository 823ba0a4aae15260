/**
 * Decisions about candidates, all or nothing. An objection requires a note; of two simultaneous decisions one wins and the other is
 * refused; a decision is undone by a later one, never deleted.
 */
import { misreadings, type Verdict, withCandidate } from "@/domain/review/candidate";
import { isSameKey } from "@/domain/facts/fact";
import type { FiledFact } from "@/domain/facts/filedRecord";
import { figuresOf } from "@/domain/figures/figures";
import { type Flag, flagsOf } from "@/domain/review/flags";
import { METRICS } from "@/domain/values/metric";
import { readAmount } from "@/record/csv/csvFields";
import { readRow } from "@/record/csv/factsFile";
import { candidates, type QueuedCandidate } from "./candidates";
import type { Operator } from "../database/audit";
import type { Store } from "../database/client";
import { changeAtDesk, type DeskChanged, type Present, type NewReview, ReviewRefused } from "./deskChange";
import { type GoneFact, NO_CHANGE } from "../states/difference";
import { factsInForce } from "../database/stored";

export interface Accepted {
  readonly accepted: readonly number[];
  /** Candidates that were not accepted, each with its objections. */
  readonly left: readonly { readonly id: number; readonly sentences: readonly string[] }[];
}

interface AcceptOptions {
  readonly note?: string | undefined;
  /** Skips candidates that need a closer look (flagged without note, low confidence, on record already) instead of refusing all. */
  readonly leaveFlagged?: boolean | undefined;
}

type Wanted = { readonly ids: readonly number[] } | { readonly document: number };

/** Turns candidates into facts. Throws ReviewRefused, and then nothing was accepted. */
export const accept = (
  store: Store,
  wanted: Wanted,
  operator: Operator,
  { note = "", leaveFlagged = false }: AcceptOptions = {},
): Promise<DeskChanged<Accepted>> =>
  changeAtDesk(store, operator, async (present) => {
    const asked = await candidatesFor(store, wanted);
    const open = "ids" in wanted ? asked : asked.filter(({ state }) => state === "proposed");
    const drafts: Draft[] = [];
    const left: { id: number; sentences: string[] }[] = [];
    let figures = figuresOf(present.record, operator.at.slice(0, 10));
    for (const candidate of open) {
      mustBeOpen(candidate);
      mustBeKnown(candidate, present);
      const flags = flagsOf(figures, candidate);
      const sentences = flags.map(({ sentence }) => sentence);
      if (leaveFlagged && candidate.confidence === "low") sentences.push(`It was read with doubt (${candidate.reasons.join("; ")}).`);
      const mustLook = leaveFlagged && (candidate.confidence === "low" || isKnownAlready(flags));
      if (mustLook || (flags.length > 0 && note.trim() === "")) {
        left.push({ id: candidate.id, sentences });
        continue;
      }
      const replaced = misreadings(figures.record.facts, candidate);
      figures = withCandidate(figures, candidate, replaced);
      drafts.push({
        candidate,
        verdict: "accepted",
        fact: factOf(candidate, note, drafts.length),
        gone: replaced.map(({ id }) => id),
        reason: "read again in the same document",
        note,
      });
    }
    if (left.length > 0 && !leaveFlagged) throw new ReviewRefused(left.map(needsNote).join("\n"), "note");
    const result = { accepted: drafts.map(({ candidate }) => candidate.id), left };
    return { ...plan(drafts, present), what: "accept", subject: { candidates: result.accepted }, result };
  });

/** Creates a fact with another value than the candidate's; it supersedes one that was accepted before. */
export const correct = (store: Store, id: number, written: string, note: string, operator: Operator): Promise<DeskChanged> =>
  changeAtDesk(store, operator, async (present) => {
    if (note.trim() === "")
      throw new ReviewRefused(`A correction needs a note that says why candidate ${id} is not as the document was read.`, "note");
    const candidate = await candidateOf(store, id);
    mustBeKnown(candidate, present);
    const { unit } = METRICS[candidate.metric];
    const value = readAmount(written, unit);
    if (value === undefined)
      throw new ReviewRefused(`"${written}" is no figure in ${unit}; write a plain decimal such as 1140 or 853.70.`, "value");
    if (candidate.state === "refused") throw new ReviewRefused(`Candidate ${id} was refused; undo that first.`);
    const earlier = madeFact(candidate, present);
    const corrected = { ...candidate, value, written };
    const replaced = [...(earlier === undefined ? [] : [earlier]), ...misreadings(present.record.facts, corrected)];
    const gone = [...new Set(replaced.map((fact) => fact.id))];
    const fact = factOf(corrected, note, 0);
    const draft: Draft = { candidate, verdict: "corrected", fact, gone, reason: `corrected: ${note}`, note };
    return { ...plan([draft], present), what: "correct", subject: { candidates: [id], written }, result: undefined };
  });

/** Rejects a candidate for good, with the reason. */
export const refuse = (store: Store, ids: readonly number[], reason: string, operator: Operator): Promise<DeskChanged> =>
  changeAtDesk(store, operator, async () => {
    if (reason.trim() === "") throw new ReviewRefused("A refusal needs its reason.", "reason");
    const asked = await candidatesFor(store, { ids });
    asked.forEach(mustBeOpen);
    const verdicts = asked.map((candidate) => verdictOn(candidate, "refused", reason));
    return { change: NO_CHANGE, verdicts, what: "refuse", subject: { candidates: [...ids] }, result: undefined };
  });

/** Undoes the last decision: the candidate waits again, its fact is superseded, and the facts that it had replaced are restated. */
export const undo = (store: Store, id: number, note: string, operator: Operator): Promise<DeskChanged> =>
  undoing(store, operator, note, async () => {
    const candidate = await candidateOf(store, id);
    if (candidate.state === "proposed") throw new ReviewRefused(`Nothing was decided about candidate ${id}, so there is nothing to undo.`);
    return [candidate];
  });

/** Undoes the decisions about several candidates as one change; `find` selects them. Throws its errors, and ReviewRefused. */
export function undoing(
  store: Store,
  operator: Operator,
  note: string,
  find: (present: Present) => Promise<readonly QueuedCandidate[]>,
): Promise<DeskChanged> {
  return changeAtDesk(store, operator, async (present) => {
    if (note.trim() === "") throw new ReviewRefused("Undoing needs a note that says why.", "note");
    const decided = await find(present);
    const inForce = new Map(factsInForce(present.stored).map((fact) => [fact.id, fact]));
    const added: FiledFact[] = [];
    const gone: GoneFact[] = [];
    for (const candidate of decided) {
      const made = madeFact(candidate, present);
      if (made === undefined) continue;
      const fact = inForce.get(made.id);
      if (fact === undefined) throw new ReviewRefused(`The figure of candidate ${candidate.id} was replaced since; undo that first.`);
      // A fact from this candidate's own earlier decision is not the one to restore.
      const own = new Set(candidate.reviews.map(({ factId }) => factId));
      const restored = replacedBy(present.stored, made.id, own).map((before, i): FiledFact => ({ ...before, line: added.length + i + 1 }));
      added.push(...restored);
      gone.push({ fact, by: restored.find((one) => isSameKey(one, fact)) ?? null, reason: `undone at the desk: ${note}` });
    }
    const verdicts = decided.map((candidate) => verdictOn(candidate, "undone", note));
    const subject = { candidates: decided.map(({ id }) => id) };
    return { change: { added, gone, tables: [] }, verdicts, what: "undo", subject, result: undefined };
  });
}

export interface Draft {
  readonly candidate: QueuedCandidate;
  readonly verdict: Verdict;
  readonly fact: FiledFact;
  /** Facts that it replaces. */
  readonly gone: readonly number[];
  readonly reason: string;
  readonly note: string;
}

/** The change and the decisions that result from drafts of facts. */
export function plan(drafts: readonly Draft[], { stored }: Present) {
  const inForce = new Map(factsInForce(stored).map((fact) => [fact.id, fact]));
  const gone = drafts.flatMap(({ gone: ids, fact: by, reason }): GoneFact[] =>
    ids.flatMap((id) => {
      const fact = inForce.get(id);
      return fact === undefined ? [] : [{ fact, by, reason }];
    }),
  );
  const verdicts = drafts.map(({ candidate, verdict, fact, note }) => verdictOn(candidate, verdict, note, fact));
  return { change: { added: drafts.map(({ fact }) => fact), gone, tables: [] }, verdicts };
}

/** The next decision about a candidate, and the fact that it creates. */
const verdictOn = ({ id, reviews }: QueuedCandidate, verdict: Verdict, note: string, fact: FiledFact | null = null): NewReview => ({
  candidateId: id,
  turn: reviews.length + 1,
  verdict,
  note,
  fact,
});

async function candidatesFor(store: Store, wanted: Wanted): Promise<QueuedCandidate[]> {
  const found = await candidates(store, wanted);
  if ("document" in wanted) {
    if (found.length === 0)
      throw new ReviewRefused(
        `There is no document ${wanted.document} with candidates in the queue. List them with: npm run record -- queue`,
      );
    return found;
  }
  for (const id of wanted.ids) if (!found.some((candidate) => candidate.id === id)) throw noSuch(id);
  return found;
}

async function candidateOf(store: Store, id: number): Promise<QueuedCandidate> {
  const [candidate] = await candidatesFor(store, { ids: [id] });
  if (candidate === undefined) throw noSuch(id);
  return candidate;
}

const noSuch = (id: number) => new ReviewRefused(`There is no candidate ${id}. List them with: npm run record -- queue`);

function mustBeOpen({ id, state, reviews }: QueuedCandidate): void {
  const last = reviews.at(-1);
  if (state !== "proposed" && last !== undefined)
    throw new ReviewRefused(
      `Candidate ${id} was ${state} by ${last.by} already, on ${last.at.slice(0, 16).replace("T", " at ")} UTC. To decide anew, undo that first.`,
    );
}

function mustBeKnown({ id, company }: QueuedCandidate, { stored }: Present): void {
  if (!stored.companyIds.includes(company))
    throw new ReviewRefused(
      `Candidate ${id} is of "${company}", which is not on record. Add the company first: npm run record -- add company ${company} …`,
    );
}

/** The fact created by the candidate's current decision. */
function madeFact({ reviews, state }: QueuedCandidate, { stored }: Present) {
  const id = state === "proposed" ? null : (reviews.at(-1)?.factId ?? null);
  return id === null ? undefined : stored.facts.find((fact) => fact.id === id);
}

/** The facts that a fact replaced; if it replaced an earlier one of the same candidate, the facts which that one had replaced. */
const replacedBy = (stored: Present["stored"], id: number, own: ReadonlySet<number | null>): FiledFact[] =>
  stored.supersessions
    .filter(({ replacementId }) => replacementId === id)
    .flatMap(({ factId }) => {
      if (own.has(factId)) return replacedBy(stored, factId, own);
      const fact = stored.facts.find((one) => one.id === factId);
      return fact === undefined ? [] : [{ ...fact, line: 0 }];
    });

/** A candidate as a line of facts.csv, parsed by that file's rules. Throws ReviewRefused when it is not valid there. */
export function factOf(candidate: QueuedCandidate, note: string, line: number): FiledFact {
  const { id, company, metric, period, written, printed, source } = candidate;
  // "19,211" and "19211" are equal; "~1,200" and "19,2113" are not.
  const differs = printed.replace(/[,\s$]|BTC|EH\/s/gi, "") !== written;
  const remarks = [note.trim(), ...(differs && printed !== "" ? [`printed as “${printed}”`] : [])].filter((text) => text !== "");
  const { kind: source_kind, publishedOn, address: source_url } = source;
  const fields = { company, metric, period, value: written, source_kind, published_on: publishedOn ?? "", source_url };
  const read = readRow("facts.csv", fields);
  if (!read.ok)
    throw new ReviewRefused(
      `Candidate ${id} cannot stand in the record: ${read.problems.map(({ column, message }) => `${column}: ${message}`).join("; ")}.`,
    );
  if (read.row.kind !== "fact") throw new ReviewRefused(`Candidate ${id} is no figure.`);
  return { ...read.row.fact, line, source, note: remarks.join("; ") };
}

const isKnownAlready = (flags: readonly Flag[]) => flags.some(({ kind }) => kind === "duplicate");

const needsNote = ({ id, sentences }: { readonly id: number; readonly sentences: readonly string[] }) =>
  `Candidate ${id} needs a note that says why it is right all the same: ${sentences.join(" ")}`;
