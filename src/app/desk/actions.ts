/** The desk's actions by name, run after guard.ts: a form → a change of the record, or the store's refusal, and a redirect. */
import { problemText } from "@/record/csv/csv";
import { appStore } from "@/record/store/database/client";
import { acceptConfirmed, undoChange } from "@/record/store/review/confirm";
import { addFigure, addRow, uploadFacts } from "@/record/store/review/deskEntry";
import type { Operator } from "@/record/store/database/audit";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { accept, correct, refuse, undo } from "@/record/store/review/review";
import { storeProblem } from "@/record/store/database/storeProblem";
import { keepUpload, readUpload, removeUpload } from "@/record/store/review/uploads";
import { candidateName, queueOf } from "@/cards/desk";
import { count } from "@/cards/words/phrases";
import { rowNumber } from "@/domain/shared/numberText";
import { FORM_BYTES } from "@/server/limits";
import { fileIn, TOO_LARGE, UPLOAD_BYTES } from "./body";
import { endSession } from "./ended";
import { checkAction, goBack, goTo, respond, text } from "./guard";
import { NOTHING_CHANGED } from "./flash";
import { readIntoQueue } from "./documents/release";
import { ENTERED_FILE, isRowKind, readFigure } from "@/record/csv/enteredRow";
import { readRow } from "@/record/csv/factsFile";
import { cookieHeader, type Session } from "./session";
import { keptOf, pageOf } from "./typed";
import { orWaiting } from "./waiting";

interface Done {
  readonly to: string;
  readonly flash: string;
  readonly cookie?: string;
}

interface Asker extends Operator {
  readonly session: Session;
}

type Action = (form: FormData, asker: Asker) => Promise<Done>;

const quoted = async (id: number, { at }: Operator): Promise<string> => `“${await candidateName(id, at.slice(0, 10))}”`;

/** The page with the form says what is wrong with each field. */
const SEE_FIELDS = "What is wrong is said below and at each field.";

const fieldsIn = (form: FormData) => Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));

const candidatePath = (form: FormData) => `/desk/candidates/${numberIn(form, "id")}`;

export const ACTIONS: Readonly<Record<string, Action>> = {
  async read(form, operator) {
    const { document, flash } = await readIntoQueue(form, operator);
    return { to: `/desk/documents/${document}`, flash };
  },
  async accept(form, operator) {
    const id = numberIn(form, "id");
    const { version } = await accept(appStore(), { ids: [id] }, operator, { note: text(form, "note") });
    return { to: nextPath(form), flash: `${await quoted(id, operator)} is in the record, which is at version ${version.id}.` };
  },
  async "accept-document"(form, operator) {
    const document = numberIn(form, "document");
    const { result } = await accept(appStore(), { document }, operator, {
      note: text(form, "note"),
      leaveFlagged: true,
    });
    const left = result.left.length === 0 ? "" : ` Left, to be looked at one by one: ${result.left.map(({ id }) => id).join(", ")}.`;
    const { items } = await queueOf(operator.at.slice(0, 10));
    const next = items.find(({ candidate }) => candidate.document.id === document) ?? items[0];
    return {
      to: next === undefined ? "/desk" : `/desk/candidates/${next.candidate.id}`,
      flash: `${result.accepted.length} accepted.${left}`,
    };
  },
  async "accept-confirmed"(form, operator) {
    const { result } = await acceptConfirmed(appStore(), operator, numberIn(form, "count"));
    return { to: "/desk", flash: `${count(result.accepted.length, "confirmed figure is", "confirmed figures are")} in the record.` };
  },
  async "undo-change"(form, operator) {
    const { details } = await undoChange(appStore(), numberIn(form, "change"), text(form, "note"), operator);
    return { to: "/desk", flash: `${count(details.length, "figure is", "figures are")} taken back and wait again.` };
  },
  async correct(form, operator) {
    const id = numberIn(form, "id");
    await correct(appStore(), id, text(form, "value"), text(form, "note"), operator);
    return { to: nextPath(form), flash: `${await quoted(id, operator)} is in the record as ${text(form, "value")}.` };
  },
  async refuse(form, operator) {
    const id = numberIn(form, "id");
    await refuse(appStore(), [id], text(form, "reason"), operator);
    return { to: nextPath(form), flash: `${await quoted(id, operator)} is refused.` };
  },
  async undo(form, operator) {
    const id = numberIn(form, "id");
    await undo(appStore(), id, text(form, "note"), operator);
    return { to: candidatePath(form), flash: `The decision about ${await quoted(id, operator)} is undone; it waits again.` };
  },
  async add(form, operator) {
    const read = readFigure(fieldsIn(form), operator.at.slice(0, 10));
    if (!read.ok) throw new ReviewRefused(SEE_FIELDS);
    const { fact } = read;
    await addFigure(appStore(), fact, operator);
    return { to: "/desk/add", flash: `${fact.company} ${fact.period} ${fact.metric} ${fact.written} is in the record.` };
  },
  async "add-row"(form, operator) {
    const kind = text(form, "row");
    if (!isRowKind(kind)) throw new ReviewRefused("The form does not say what it adds. Load the page again.");
    const fields = fieldsIn(form);
    if (!readRow(ENTERED_FILE[kind], fields).ok) throw new ReviewRefused(SEE_FIELDS);
    const { details } = await addRow(appStore(), ENTERED_FILE[kind], fields, operator);
    return { to: "/desk/rows", flash: `On record: ${details.join("; ")}` };
  },
  async upload(form, { at }) {
    const file = fileIn(form);
    if (file === undefined) throw new ReviewRefused("Choose a file first.");
    if (file === "too large") throw new ReviewRefused(TOO_LARGE);
    const sha256 = await keepUpload(appStore(), new Uint8Array(await file.arrayBuffer()), Date.parse(at));
    return { to: uploadPath(sha256), flash: "" };
  },
  async apply(form, operator) {
    const sha256 = text(form, "upload");
    const read = await readUpload(appStore(), sha256);
    if (read === undefined) throw new ReviewRefused("The uploaded file is not here any more; upload it again.");
    if (!read.ok) throw new ReviewRefused(read.problems.slice(0, 3).map(problemText).join("; "));
    const { details } = await uploadFacts(appStore(), { ...read, sha256 }, operator, { note: text(form, "note") });
    await removeUpload(appStore(), sha256);
    return {
      to: "/desk/add",
      flash: details.length === 0 ? "Nothing new: nothing was added." : `Added: ${count(details.length, "line")}.`,
    };
  },
  async discard(form) {
    await removeUpload(appStore(), text(form, "upload"));
    return { to: "/desk/add", flash: "The uploaded file is removed; nothing was changed." };
  },
  async logout(_, { at, session }) {
    await endSession(appStore(), session, at);
    return { to: "/desk/login", flash: "", cookie: cookieHeader("", false, 0) };
  },
};

/** Actions whose form may carry a file, or a text as long as one. */
const WITH_FILE: ReadonlySet<string> = new Set(["upload", "read"]);

/** Runs the action of a request. A store error is shown, with the statement that nothing was changed. */
export async function runAction(name: string, request: Request): Promise<Response> {
  const checked = await checkAction(request, name, WITH_FILE.has(name) ? UPLOAD_BYTES : FORM_BYTES).catch(unavailable);
  if (checked instanceof Response) return checked;
  const { session, form } = checked;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) return goTo("/desk", "There is no such action.");
  const answer = answerOf(name, action, form, { by: session.by, at: new Date().toISOString(), session });
  return name === "read" ? orWaiting(answer, "The program is reading the document.") : answer;
}

async function answerOf(name: string, action: Action, form: FormData, asker: Asker): Promise<Response> {
  try {
    const { to, flash, cookie } = await action(form, asker);
    return goTo(to, flash, cookie === undefined ? {} : { "set-cookie": cookie });
  } catch (error) {
    const why = error instanceof ReviewRefused ? error.message : storeProblem(error);
    if (why === undefined) throw error;
    if (!(error instanceof ReviewRefused)) console.error(`The desk’s "${name}" failed: ${why}`, error);
    const kept = keptOf(name, form, error instanceof ReviewRefused ? error.field : undefined);
    if (kept !== undefined) return goBack(kept, `${NOTHING_CHANGED} ${why}`);
    return goTo(name === "apply" ? uploadPath(text(form, "upload")) : pageOf(form), `${NOTHING_CHANGED} ${why}`);
  }
}

/** The page that previews an uploaded file's changes. */
const uploadPath = (sha256: string) => (/^[0-9a-f]{64}$/.test(sha256) ? `/desk/add?upload=${sha256}` : "/desk/add");

/** The response while even the session cannot be read from the store. */
function unavailable(error: unknown): Response {
  const why = storeProblem(error);
  if (why === undefined) throw error;
  console.error(`The desk cannot reach its store: ${why}`, error);
  return respond(503, `${NOTHING_CHANGED} ${why}`);
}

function numberIn(form: FormData, name: string): number {
  const number = rowNumber(text(form, name));
  if (number === undefined) throw new ReviewRefused("The form lacks a number. Load the page again.");
  return number;
}

/** After a decision, the next waiting candidate; the page there leads back to the one that was decided. */
function nextPath(form: FormData): string {
  const next = rowNumber(text(form, "next"));
  return `${next === undefined ? "/desk" : `/desk/candidates/${next}`}?decided=${numberIn(form, "id")}`;
}
