/**
 * The decision about a candidate as plain forms, each with its key: accept, correct, refuse; or undo, when it was decided about.
 */
import type { CandidateView } from "@/view/desk";

interface DecisionProps {
  readonly view: CandidateView;
  readonly token: string;
  /** What was typed into a correction that was refused. */
  readonly typed: Readonly<Record<string, string>>;
}

export function Decision({ view, token, typed }: DecisionProps) {
  const { candidate, flags, next, waiting } = view;
  const hidden = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="id" value={candidate.id} />
      <input type="hidden" name="next" value={next ?? ""} />
      <input type="hidden" name="back" value={`/desk/candidates/${candidate.id}`} />
    </>
  );
  if (candidate.state !== "proposed")
    return (
      <form method="post" action="/desk/do/undo" className="row">
        {hidden}
        <Field label="Why it is undone" name="note" dataKey="u" />
        <button className="button">
          Undo <kbd>u</kbd>
        </button>
      </form>
    );
  const needsNote = flags.length > 0;
  return (
    <>
      <form method="post" action="/desk/do/accept" className="row">
        {hidden}
        <Field
          label={needsNote ? "Note: why it is right all the same" : "Note (may be empty)"}
          name="note"
          required={needsNote}
          {...(needsNote && { dataKey: "a" })}
        />
        <button className="button" {...(!needsNote && { "data-key": "a" })}>
          Accept <kbd>a</kbd>
        </button>
      </form>
      <form method="post" action="/desk/do/correct" className="row">
        {hidden}
        <Field
          label={`Right value (printed as “${candidate.printed}”)`}
          name="value"
          value={typed["value"] ?? candidate.written}
          dataKey="e"
        />
        <Field label="Note: why" name="note" value={typed["note"]} />
        <button className="quiet">
          Correct <kbd>e</kbd>
        </button>
      </form>
      <form method="post" action="/desk/do/refuse" className="row">
        {hidden}
        <Field label="Reason" name="reason" dataKey="r" />
        <button className="quiet">
          Refuse <kbd>r</kbd>
        </button>
      </form>
      {waiting.length > 1 && (
        <form method="post" action="/desk/do/accept-document" className="row">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="document" value={candidate.document.id} />
          <button className="quiet">Accept all of the document that nothing speaks against</button>
        </form>
      )}
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly dataKey?: string;
}

function Field({ label, name, value, required = true, dataKey }: FieldProps) {
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="control"
        name={name}
        defaultValue={value}
        required={required}
        autoComplete="off"
        {...(dataKey !== undefined && { "data-key": dataKey })}
      />
    </label>
  );
}
