/** The fields of forms in plain HTML: a row of options, a select, a date. */
import type { ChoiceField, DateField } from "@/cards/choices/choices";
import { markup } from "./markup";

export interface FieldProps<Field> {
  readonly field: Field;
}

export const OptionsField = ({ field }: FieldProps<ChoiceField>) => (
  <fieldset>
    <legend className="field-label">{field.label}</legend>
    <div className="options">
      {field.choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={field.name} value={choice.value} defaultChecked={choice.checked} />
          {choice.label}
        </label>
      ))}
    </div>
  </fieldset>
);

/** Its options are built as text: a range lists every month of the record, twice. */
export function SelectField({ field: { name, label, choices } }: FieldProps<ChoiceField>) {
  const chosen = choices.find(({ checked }) => checked)?.value;
  const options = choices.map(
    ({ value, label: text }) => markup`<option value="${value}"${value === chosen ? SELECTED : undefined}>${text}</option>`,
  );
  return (
    <label>
      <span className="field-label">{label}</span>
      <select className="control" name={name} dangerouslySetInnerHTML={{ __html: markup`${options}`.text }} />
    </label>
  );
}

const SELECTED = markup` selected=""`;

export const DayField = ({ field }: FieldProps<DateField>) => (
  <label>
    <span className="field-label">{field.label}</span>
    <input className="control" type="date" name={field.name} defaultValue={field.value} min={field.min} max={field.max} />
  </label>
);
