/** The decision about a candidate as plain forms with keyboard shortcuts: accept, correct, refuse, or undo. */
import { isPlainlyPrinted } from "@/domain/review/flags";
import { type CandidateView, lookedUpReason } from "@/cards/desk";
import { capitalized } from "@/cards/words/phrases";
import type { ReviewEntry } from "@/record/store/review/candidates";
import { DeskForm, filledIn, Text } from "../../Fields";
import { problemsIn, type Returned } from "../../typed";

interface DecisionProps extends Returned {
  readonly view: CandidateView;
  readonly token: string;
}

export function Decision({ view, token, typed, fault }: DecisionProps) {
  const { candidate, clear, flags, next, rivals } = view;
  const at = (form: string, name: string) => {
    const problems = problemsIn(form, fault);
    // Each form has its own note; only the submitted one is restored.
    return filledIn(form, name, problems.length > 0 ? typed : {}, problems);
  };
  const withValue = (field: ReturnType<typeof at>) => ({ ...field, value: field.value ?? candidate.written });
  const hidden = { id: candidate.id, next: next ?? "", back: `/desk/candidates/${candidate.id}` };
  const last = candidate.reviews.at(-1);
  if (candidate.state !== "proposed" && last !== undefined)
    return (
      <>
        <p>
          <strong>{capitalized(reviewText(last))}</strong>
        </p>
        <DeskForm action="undo" token={token} hidden={hidden}>
          <Text label="Why it is undone" {...at("undo", "note")} dataKey="u" />
          <button className="button">
            Undo <kbd>u</kbd>
          </button>
        </DeskForm>
      </>
    );
  const needsNote = flags.length > 0;
  return (
    <>
      {candidate.alternatives.map(({ plain, written }, i) => (
        <DeskForm key={plain} action="correct" token={token} hidden={{ ...hidden, value: plain, note: choiceNote(candidate) }}>
          <button className="quiet" data-key={String(i + 1)}>
            No, it is {plain}, printed as “{written}” <kbd>{i + 1}</kbd>
          </button>
        </DeskForm>
      ))}
      {rivals.length > 0 && (
        <p>
          Read otherwise elsewhere:{" "}
          {rivals.map((rival, i) => (
            <span key={rival.id}>
              {i > 0 && ", "}
              <a href={`/desk/candidates/${rival.id}`}>
                {rival.written} by {rival.source.publisher}, {rival.source.publishedOn ?? "undated"}
              </a>
            </span>
          ))}
        </p>
      )}
      <DeskForm action="accept" token={token} hidden={hidden}>
        <Text
          label={needsNote ? "Note: why it is right all the same" : "Note (may be empty)"}
          {...at("accept", "note")}
          required={needsNote}
          dataKey={needsNote ? "a" : undefined}
        />
        <button className="button" {...(!needsNote && { "data-key": "a" })}>
          Accept <kbd>a</kbd>
        </button>
      </DeskForm>
      {isPlainlyPrinted(flags) && (
        <DeskForm action="accept" token={token} hidden={{ ...hidden, note: lookedUpReason(candidate) }}>
          <button className="quiet" data-key="p">
            Accept: I looked, the document prints “{candidate.printed}” <kbd>p</kbd>
          </button>
        </DeskForm>
      )}
      <DeskForm action="correct" token={token} hidden={hidden}>
        <Text label={`Right value (printed as “${candidate.printed}”)`} {...withValue(at("correct", "value"))} dataKey="e" />
        <Text label="Note: why" {...at("correct", "note")} />
        <button className="quiet">
          Correct <kbd>e</kbd>
        </button>
      </DeskForm>
      <DeskForm action="refuse" token={token} hidden={hidden}>
        <Text label="Reason" {...at("refuse", "reason")} dataKey="r" />
        <button className="quiet">
          Refuse <kbd>r</kbd>
        </button>
      </DeskForm>
      {clear > 0 && (
        <DeskForm action="accept-document" token={token} hidden={{ document: candidate.document.id }}>
          <button className="quiet" data-key="d">
            Accept {clear === 1 ? "the one" : `the ${clear}`} of the document that nothing speaks against <kbd>d</kbd>
          </button>
        </DeskForm>
      )}
    </>
  );
}

/** "accepted by ann, 2025-06-10 09:00: as restated". */
export const reviewText = ({ verdict, by, at, note }: ReviewEntry): string =>
  `${verdict} by ${by}, ${at.slice(0, 16).replace("T", " ")}${note === "" ? "" : `: ${note}`}`;

/** The note for the log when a person picks another number of the document. */
function choiceNote({ written, alternatives }: CandidateView["candidate"]): string {
  const all = [written, ...alternatives.map(({ plain }) => plain)];
  return `chosen among the numbers that the document states: ${all.join(", ")}`;
}
