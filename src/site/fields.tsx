/**
 * The fields that forms are made of, in plain HTML: a row of options, a select, a date. Each draws its data and nothing more.
 */
import type { ChoiceField, DateField } from "@/cards/selection/choices";

export interface FieldProps<Field> {
  readonly field: Field;
}

export function OptionsField({ field }: FieldProps<ChoiceField>) {
  return (
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
}

export function SelectField({ field }: FieldProps<ChoiceField>) {
  return (
    <label>
      <span className="field-label">{field.label}</span>
      <select className="control" name={field.name} defaultValue={field.choices.find((choice) => choice.checked)?.value}>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DayField({ field }: FieldProps<DateField>) {
  return (
    <label>
      <span className="field-label">{field.label}</span>
      <input className="control" type="date" name={field.name} defaultValue={field.value} min={field.min} max={field.max} />
    </label>
  );
}
