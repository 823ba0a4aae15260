/** The desk's forms and their fields: a label, the previous input, and its error below. */
import type { ReactNode } from "react";
import type { RowProblem } from "@/record/csv/factsFile";
import { FILE_BYTES, TOO_LARGE } from "./body";
import { MOST_LETTERS } from "./typed";

interface DeskFormProps {
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
  readonly value?: string | undefined;
  readonly problem?: string | undefined;
  /** Distinguishes the fields of several forms. */
  readonly form?: string;
  /** True for the first field with an error. */
  readonly focus?: boolean;
}

/** A field of a refused form: the input and its error; the first field with an error gets the focus. */
export const filledIn = (form: string, name: string, typed: Readonly<Record<string, string>>, problems: readonly RowProblem[]) => ({
  ...{ form, name, value: typed[name] },
  problem: problems.find(({ column }) => column === name)?.message,
  focus: problems[0]?.column === name,
});

interface TextProps extends Common {
  readonly required?: boolean;
  readonly hint?: string;
  /** The keyboard shortcut of the field. */
  readonly dataKey?: string | undefined;
}

export const Text = ({ required = true, hint, dataKey, ...common }: TextProps) => (
  <Field {...common}>
    <input {...control(common)} required={required} placeholder={hint} autoComplete="off" maxLength={MOST_LETTERS} data-key={dataKey} />
  </Field>
);

/** A field of many lines, which may hold a whole document. */
export const Area = (common: Common) => (
  <Field {...common}>
    <textarea {...control(common)} rows={8} />
  </Field>
);

interface FileFieldProps extends Common {
  readonly accept: string;
  readonly required?: boolean;
}

/** A file of at most FILE_BYTES: a script says so before it is sent (deskKeys.ts), the action when it came. */
export const FileField = ({ accept, required = false, ...common }: FileFieldProps) => (
  <Field {...common}>
    <input {...control(common)} type="file" accept={accept} required={required} data-most={FILE_BYTES} data-too-large={TOO_LARGE} />
  </Field>
);

interface ChoiceProps extends Common {
  readonly options: readonly (readonly [string, string])[];
}

export const Choice = ({ options, ...common }: ChoiceProps) => (
  <Field {...common}>
    <select {...control(common)}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  </Field>
);

const idOf = ({ form = "field", name }: Common) => `${form}-${name}`;

/** What every control has. */
const control = (common: Common) => ({
  ...{ id: idOf(common), className: "control", name: common.name, defaultValue: common.value, autoFocus: common.focus },
  ...(common.problem !== undefined && { "aria-invalid": true, "aria-describedby": `${idOf(common)}-problem` }),
});

/** A control between its label and its error. */
const Field = ({ children, ...common }: Common & { readonly children: ReactNode }) => (
  <label>
    <span className="field-label">{common.label}</span>
    {children}
    {common.problem !== undefined && (
      <span className="desk-problem" id={`${idOf(common)}-problem`}>
        {common.problem}
      </span>
    )}
  </label>
);
