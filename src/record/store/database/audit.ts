/**
 * The log of everything done to the record. Each entry hashes its content and the previous entry, in the transaction that it records; the
 * database refuses changes, and `verifyAudit` detects those made around it.
 */
import { sha256Of } from "../../sha256";
import type { Store } from "./client";
import type { AuditEntry as StoredEntry } from "../generated/client";
import { rowsIn, rowHash } from "./rowHash";
import { withWriteLock } from "./writeLock";
import type { Connection } from "./tables";

export type Action =
  | ("import" | "queue" | "accept" | "correct" | "refuse" | "undo" | "add" | "upload")
  | ("login" | "login refused" | "logout");

type Scalar = string | number | boolean | null;

/** Numbers and names of what was changed. */
export type Subject = { readonly [name: string]: Scalar | readonly Scalar[] | Readonly<Record<string, Scalar>> };

/** Who does something, and when. */
export interface Operator {
  readonly by: string;
  /** ISO date and time in UTC. */
  readonly at: string;
}

export interface Audited extends Operator {
  readonly what: Action;
  readonly subject: Subject;
}

export interface AuditEntry extends Audited {
  readonly seq: number;
  readonly hash: string;
}

export const FIRST_PREVIOUS = "0".repeat(64);

/** The hash of an entry, as it is stored: SHA-256 of the previous hash and the entry's content. */
export const entryHash = ({ seq, at, by, what, subject, previous }: Omit<StoredEntry, "hash">): string =>
  sha256Of(`${previous}\n${JSON.stringify([seq, at, by, what, subject])}`);

/** Adds an entry with the hash of the rows it names. Outside a transaction the database may refuse it; then retry. */
export async function appendAudit(tx: Connection, { at, by, what, subject }: Audited): Promise<number> {
  const content = await rowHash(subject, rowsIn(tx));
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    by,
    what,
    subject: subjectText({ ...subject, ...(content !== undefined && { content }) }),
    previous: last?.hash ?? FIRST_PREVIOUS,
  };
  await tx.auditEntry.createMany({ data: [{ ...entry, hash: entryHash(entry) }] });
  return entry.seq;
}

/** Logs an action that changes nothing else in the store. */
export const logAction = (store: Store, entry: Audited): Promise<number> => withWriteLock(() => appendAudit(store.prisma, entry));

/** The hash of the latest entry: another one after everything that is written. */
export const lastHash = async ({ prisma }: Store): Promise<string> =>
  (await prisma.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { hash: true } }))?.hash ?? FIRST_PREVIOUS;

/** Whether an entry after number `after` has exactly this content. */
export async function wasLogged(
  store: Store,
  { what, subject, after }: Pick<Audited, "what" | "subject"> & { readonly after: number },
): Promise<boolean> {
  const found = await store.prisma.auditEntry.findFirst({
    where: { seq: { gt: after }, what, subject: subjectText(subject) },
    select: { seq: true },
  });
  return found !== null;
}

const subjectText = (subject: Subject): string =>
  JSON.stringify(Object.fromEntries(Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The log, latest entry first. */
export async function auditLog(
  store: Store,
  { limit, before }: { readonly limit: number; readonly before?: number | undefined },
): Promise<AuditEntry[]> {
  const rows = await store.prisma.auditEntry.findMany({
    ...(before === undefined ? {} : { where: { seq: { lt: before } } }),
    orderBy: { seq: "desc" },
    take: limit,
  });
  return rows.map(({ what, subject, ...row }) => ({ ...row, what: what as Action, subject: JSON.parse(subject) as Subject }));
}
