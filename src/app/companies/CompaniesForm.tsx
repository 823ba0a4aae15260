/**
 * The form of the list of companies: which of them, in what order, as of when. A plain GET form; what the address asks for besides is
 * carried along unseen.
 */
import type { ChoiceField, DateField, HiddenField } from "@/site/choices";
import { DayField, OptionsField, SelectField } from "@/site/fields";

export interface CompaniesFormProps {
  readonly fields: readonly ChoiceField[];
  readonly evidence: ChoiceField;
  readonly asOf: DateField;
  readonly hidden: readonly HiddenField[];
}

export function CompaniesForm({ fields, evidence, asOf, hidden }: CompaniesFormProps) {
  return (
    <form className="selection" method="get" action="/companies" aria-label="Selection" role="search">
      {hidden.map((field) => (
        <input key={field.name} type="hidden" name={field.name} value={field.value} />
      ))}
      <div className="selection-row">
        {fields.map((field) => (
          <SelectField key={field.name} field={field} />
        ))}
      </div>
      <div className="selection-row">
        <OptionsField field={evidence} />
        <DayField field={asOf} />
        <div className="actions">
          <button className="button" type="submit">
            Show
          </button>
          <a href="/companies">Clear</a>
        </div>
      </div>
    </form>
  );
}
