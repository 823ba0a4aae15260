/**
 * What can be done at the desk: each action by its name, run after guard.ts has let it pass. A form in → a change of the record and where to
 * go next, with a sentence. The rules are the store's; what it refuses is shown, and nothing was changed then.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problemText } from "@/record/csv/csv";
import { type FactsFile, readFactsFile } from "@/record/csv/factsFile";
import { appStore } from "@/record/store/client";
import { addFigure, addRow, uploadFacts } from "@/record/store/deskEntry";
import type { Operator } from "@/record/store/deskChange";
import { loadCompanies } from "@/record/store/loadRecord";
import { ReviewRefused } from "@/record/store/refused";
import { accept, correct, refuse, undo } from "@/record/store/review";
import { StoreBusy } from "@/record/store/turn";
import { count } from "@/cards/words/words";
import { endSession } from "./ended";
import { checkAction, goTo, NOTHING_CHANGED, text } from "./guard";
import { readTypedFigure } from "./add/figure";
import { isRowKind, readTypedRow } from "./rows/rows";
import { cookieHeader, type Session } from "./session";
import { withFault, withTyped } from "./typed";

interface Done {
  readonly to: string;
  readonly said: string;
  readonly cookie?: string;
}

/** Who asks, and by which session. */
interface Asker extends Operator {
  readonly session: Session;
  readonly secret: string;
}

type Action = (form: FormData, asker: Asker) => Promise<Done>;

const candidatePath = (form: FormData) => `/desk/candidates/${numberIn(form, "id")}`;

export const ACTIONS: Readonly<Record<string, Action>> = {
  async accept(form, operator) {
    const id = numberIn(form, "id");
    const { version } = await accept(appStore(), { ids: [id] }, operator, { note: text(form, "note") });
    return { to: nextPath(form), said: `Candidate ${id} is in the record, which is at version ${version.id}.` };
  },
  async "accept-document"(form, operator) {
    const { result } = await accept(appStore(), { document: numberIn(form, "document") }, operator, {
      note: text(form, "note"),
      leaveFlagged: true,
    });
    const left = result.left.length === 0 ? "" : ` Left, to be looked at one by one: ${result.left.map(({ id }) => id).join(", ")}.`;
    return { to: "/desk", said: `${result.accepted.length} accepted.${left}` };
  },
  async correct(form, operator) {
    const id = numberIn(form, "id");
    await correct(appStore(), id, text(form, "value"), text(form, "note"), operator);
    return { to: nextPath(form), said: `Candidate ${id} is in the record as ${text(form, "value")}.` };
  },
  async refuse(form, operator) {
    const id = numberIn(form, "id");
    await refuse(appStore(), [id], text(form, "reason"), operator);
    return { to: nextPath(form), said: `Candidate ${id} is refused.` };
  },
  async undo(form, operator) {
    const id = numberIn(form, "id");
    await undo(appStore(), id, text(form, "note"), operator);
    return { to: candidatePath(form), said: `The decision about candidate ${id} is undone; it waits again.` };
  },
  async add(form, operator) {
    const read = readTypedFigure(Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)])));
    if (!read.ok) throw new ReviewRefused("What is wrong is said below and at each field.");
    const { fact } = read;
    await addFigure(appStore(), { ...fact, source: { ...fact.source, retrievedOn: operator.at.slice(0, 10) } }, fact.note, operator);
    return { to: "/desk/add", said: `${fact.company} ${fact.period} ${fact.metric} ${fact.written} is in the record.` };
  },
  async "add-row"(form, operator) {
    const kind = text(form, "row");
    if (!isRowKind(kind)) throw new ReviewRefused("The form does not say what it adds. Load the page again.");
    const read = readTypedRow(kind, Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)])));
    if (!read.ok) throw new ReviewRefused("What is wrong is said below and at each field.");
    const { details } = await addRow(appStore(), read.table, read.content, operator);
    return { to: "/desk/rows", said: `On record: ${details.join("; ")}` };
  },
  async upload(form) {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) throw new ReviewRefused("Choose a file first.");
    if (file.size > MOST_BYTES) throw new ReviewRefused("The file is larger than 5 MB.");
    const sha256 = await keepUpload(new Uint8Array(await file.arrayBuffer()));
    return { to: `/desk/add?upload=${sha256}`, said: "" };
  },
  async apply(form, operator) {
    const sha256 = text(form, "upload");
    const read = await readUpload(sha256);
    if (read === undefined) throw new ReviewRefused("The uploaded file is not here any more; upload it again.");
    if (!read.ok) throw new ReviewRefused(read.problems.map(problemText).join("; "));
    const { details } = await uploadFacts(appStore(), { ...read, sha256 }, operator, { note: text(form, "note") });
    return {
      to: "/desk/add",
      said: details.length === 0 ? "Nothing new: nothing was added." : `Added: ${count(details.length, "line")}.`,
    };
  },
  async logout(_, { at, session, secret }) {
    await endSession(appStore(), session, secret, at);
    return { to: "/desk/login", said: "", cookie: cookieHeader("", false, 0) };
  },
};

/** Actions whose form is shown again as it was typed when it is refused. */
const COMES_BACK = new Set(["add", "add-row", "correct"]);

const MOST_BYTES = 5_000_000;
const UPLOADS = join("data", "uploads");

/** Runs the action that a request asks for, or refuses it. */
export async function runAction(name: string, request: Request): Promise<Response> {
  const checked = await checkAction(request);
  if (checked instanceof Response) return checked;
  const { session, form, secret } = checked;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) return goTo("/desk", "There is no such action.", secret);
  try {
    const { to, said, cookie } = await action(form, { by: session.by, at: new Date().toISOString(), session, secret });
    return goTo(to, said, secret, cookie === undefined ? {} : { "set-cookie": cookie });
  } catch (error) {
    if (!(error instanceof ReviewRefused || error instanceof StoreBusy)) throw error;
    const asked = text(form, "back");
    const page = /^\/desk[\w/-]*$/.test(asked) ? asked : "/desk";
    const back = COMES_BACK.has(name) ? withTyped(page, form) : page;
    const field = error instanceof ReviewRefused ? error.field : undefined;
    return goTo(field === undefined ? back : withFault(back, name, field), `${NOTHING_CHANGED} ${error.message}`, secret);
  }
}

/** An uploaded file as its lines read now; undefined when it is not here. */
export async function readUpload(sha256: string): Promise<FactsFile | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const bytes = await readFile(join(UPLOADS, `${sha256}.csv`)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return readFactsFile(bytes, new Set((await loadCompanies(appStore())).map(({ id }) => id)), "facts.csv");
}

/** Kept between dry run and applying, so that what is applied is what was looked at. */
async function keepUpload(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await mkdir(UPLOADS, { recursive: true });
  await writeFile(join(UPLOADS, `${sha256}.csv`), bytes);
  return sha256;
}

function numberIn(form: FormData, name: string): number {
  const written = text(form, name);
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new ReviewRefused("The form names no candidate. Load the page again.");
  return Number(written);
}

/** After a decision the next waiting candidate comes up. */
function nextPath(form: FormData): string {
  const next = text(form, "next");
  return /^[1-9]\d{0,8}$/.test(next) ? `/desk/candidates/${next}` : "/desk";
}
