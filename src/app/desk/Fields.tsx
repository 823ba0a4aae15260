/** The desk's forms and their fields: a label, the previous input, and its error below. */
import type { ReactNode } from "react";
import type { RowProblem } from "@/record/csv/factsFile";
import { FILE_BYTES, TOO_LARGE } from "./body";
import { MOST_LETTERS } from "./typed";

export interface DeskFormProps {
  readonly action: string;
  readonly token: string;
  /** Hidden fields; "back" is the page to return to after a refusal. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly encType?: string;
  readonly children: ReactNode;
}

/** A form that posts to an action of the desk. */
export const DeskForm = ({ action, token, hidden = {}, encType, children }: DeskFormProps) => (
  <form method="post" action={`/desk/do/${action}`} className="row" encType={encType}>
    {Object.entries({ token, ...hidden }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
);

interface Common {
  readonly label: string;
  readonly name: string;
  /** The field's initial value. */
  readonly value?: string | undefined;
  readonly problem?: string | undefined;
  /** Distinguishes the fields of several forms. */
  readonly form?: string;
  /** True for the first field with an error. */
  readonly focus?: boolean;
}

interface TextProps extends Common {
  readonly required?: boolean;
  readonly hint?: string;
  /** The keyboard shortcut of the field. */
  readonly dataKey?: string | undefined;
}

/** A field of a refused form: the input and its error; the first field with an error gets the focus. */
export const filledIn = (form: string, name: string, typed: Readonly<Record<string, string>>, problems: readonly RowProblem[]) => ({
  ...{ form, name, value: typed[name] },
  problem: problems.find(({ column }) => column === name)?.message,
  focus: problems[0]?.column === name,
});

export const Text = ({ label, name, required = true, hint, value, problem, form = "field", focus = false, dataKey }: TextProps) => (
  <Field {...{ label, form, name, problem }}>
    <input
      className="control"
      name={name}
      required={required}
      placeholder={hint}
      autoComplete="off"
      maxLength={MOST_LETTERS}
      defaultValue={value}
      autoFocus={focus}
      {...(dataKey !== undefined && { "data-key": dataKey })}
      {...marks(form, name, problem)}
    />
  </Field>
);

/** A field of many lines, which may hold a whole document. */
export const Area = ({ label, name, value, problem, form = "field", focus = false }: Common) => (
  <Field {...{ label, form, name, problem }}>
    <textarea className="control" name={name} rows={8} defaultValue={value} autoFocus={focus} {...marks(form, name, problem)} />
  </Field>
);

interface FileFieldProps extends Common {
  readonly accept: string;
  readonly required?: boolean;
}

/** A file of at most FILE_BYTES: a script says so before it is sent (deskKeys.ts), the action when it came. */
export const FileField = ({ label, name, accept, required = false, problem, form = "field" }: FileFieldProps) => (
  <Field {...{ label, form, name, problem }}>
    <input
      className="control"
      type="file"
      name={name}
      accept={accept}
      required={required}
      data-most={FILE_BYTES}
      data-too-large={TOO_LARGE}
      {...marks(form, name, problem)}
    />
  </Field>
);

export interface ChoiceProps extends Common {
  readonly options: readonly (readonly [string, string])[];
}

export const Choice = ({ label, name, options, value, problem, form = "field", focus = false }: ChoiceProps) => (
  <Field {...{ label, form, name, problem }}>
    <select className="control" name={name} defaultValue={value} autoFocus={focus} {...marks(form, name, problem)}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  </Field>
);

function marks(form: string, name: string, problem: string | undefined) {
  const id = `${form}-${name}`;
  return { id, ...(problem !== undefined && { "aria-invalid": true, "aria-describedby": `${id}-problem` }) };
}

/** A control between its label and its error. */
const Field = ({
  label,
  form,
  name,
  problem,
  children,
}: Pick<Common, "label" | "form" | "name" | "problem"> & { readonly children: ReactNode }) => (
  <label>
    <span className="field-label">{label}</span>
    {children}
    {problem !== undefined && (
      <span className="desk-problem" id={`${form}-${name}-problem`}>
        {problem}
      </span>
    )}
  </label>
);
