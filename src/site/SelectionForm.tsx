/** The selection's form: a plain GET form in a <details>; with a script a change applies at once (live/behave.ts). */
import type { ChoiceField, DateField, HiddenField } from "@/cards/choices/choices";
import type { SelectionFields } from "@/cards/choices/selectionForm";
import { CompanyPicker } from "./CompanyPicker";
import { dayName } from "@/domain/shared/dayName";
import { LinkItems, type Place } from "./links";
import { markup } from "./markup";

type Fields = { readonly [Name in keyof SelectionFields]?: SelectionFields[Name] | undefined };

export interface SelectionFormProps extends Fields {
  readonly action: string;
  readonly clearHref: string;
  /** The selection in words: "Nasdaq-listed · months · since 2021". */
  readonly words: string;
  readonly presets?: readonly (Place & { readonly current: boolean })[];
  /** Default values, left out of the address: "panel=nasdaq&per=month". */
  readonly defaults?: string;
  readonly hidden?: readonly HiddenField[] | undefined;
  /** Fields that only one page has. */
  readonly extra?: readonly ChoiceField[] | undefined;
}

/** With more choices than this, a select replaces the row of options. */
const MOST_OPTIONS = 3;

export function SelectionForm(props: SelectionFormProps) {
  const { action, clearHref, words, presets = [], defaults, hidden = [] } = props;
  const { panel, periodKind, from, to, companies, basis, evidence, asOf, extra = [] } = props;
  return (
    <form
      className="selection"
      method="get"
      action={action}
      aria-label="Selection"
      role="search"
      data-defaults={defaults}
      autoComplete="off"
    >
      {hidden.map((field) => (
        <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
      ))}
      {/* On wide screens it is always open and its summary line is not needed (styles/form.css). */}
      <details className="bar">
        <summary>
          <span>{words}</span> <b>change</b>
        </summary>
        <div className="pt-[0.35rem] pb-2">
          <div className="selection-row">
            {panel && <OptionsField field={panel} />}
            {periodKind && <OptionsField field={periodKind} />}
            {extra.map((field) =>
              field.choices.length > MOST_OPTIONS ? (
                <SelectField key={field.name} field={field} />
              ) : (
                <OptionsField key={field.name} field={field} />
              ),
            )}
            {(from ?? to) && (
              <div className="range">
                {from && <SelectField field={from} />}
                {to && <SelectField field={to} />}
              </div>
            )}
          </div>
          <div className="selection-row">
            {presets.length > 0 && (
              <ul className="presets" aria-label="Ranges">
                <LinkItems places={presets} mark="true" />
              </ul>
            )}
            {companies && <CompanyPicker field={companies} />}
            {(basis ?? evidence ?? asOf) && <Fine basis={basis} evidence={evidence} asOf={asOf} />}
            <div className="actions">
              <button className="button no-script-only" type="submit">
                Show
              </button>
              <a href={clearHref}>Clear</a>
            </div>
          </div>
        </div>
      </details>
    </form>
  );
}

type FineProps = Pick<SelectionFormProps, "basis" | "evidence" | "asOf">;

/** The choices that few readers change; the summary names those in force, so that a closed <details> hides nothing. */
function Fine({ basis, evidence, asOf }: FineProps) {
  const chosen = [basis, evidence].flatMap(
    (field) => field?.choices.filter((choice) => choice.checked).map((choice) => choice.label) ?? [],
  );
  if (asOf && asOf.value !== "") chosen.push(`as of ${dayName(asOf.value)}`);
  return (
    <details className="fold">
      <summary>
        <b>Basis, evidence and day</b>
        <span className="text-ink-muted">{chosen.join(", ")}</span>
      </summary>
      <div className="fold-body in-row">
        {basis && <OptionsField field={basis} />}
        {evidence && <OptionsField field={evidence} />}
        {asOf && <DayField field={asOf} />}
      </div>
    </details>
  );
}

interface FieldProps<Field> {
  readonly field: Field;
}

const OptionsField = ({ field }: FieldProps<ChoiceField>) => (
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

/** Its options are built as text, without the end tags that HTML lets us omit: a range lists every month of the record, twice. */
function SelectField({ field: { name, label, choices } }: FieldProps<ChoiceField>) {
  const chosen = choices.find(({ checked }) => checked)?.value;
  const options = choices.map(
    ({ value, label: text }) => markup`<option value="${value}"${value === chosen ? SELECTED : undefined}>${text}`,
  );
  return (
    <label>
      <span className="field-label">{label}</span>
      <select className="control" name={name} dangerouslySetInnerHTML={{ __html: markup`${options}`.text }} />
    </label>
  );
}

const SELECTED = markup` selected=""`;

const DayField = ({ field }: FieldProps<DateField>) => (
  <label>
    <span className="field-label">{field.label}</span>
    <input className="control" type="date" name={field.name} defaultValue={field.value} min={field.min} max={field.max} />
  </label>
);
