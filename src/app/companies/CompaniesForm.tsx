/**
 * The form of the list of companies: which of them, in what order, as of when. A plain GET form; what the address asks for besides is
 * carried along unseen.
 */
import { dayName } from "@/domain/dayName";
import type { ChoiceField, DateField, HiddenField } from "@/cards/selection/choices";
import { DayField, OptionsField, SelectField } from "@/site/fields";
import { FormBar } from "@/site/FormBar";

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
      <FormBar words={wordsOf(fields, asOf)}>
        <div className="selection-row">
          {fields.map((field) => (
            <SelectField key={field.name} field={field} />
          ))}
        </div>
        <div className="selection-row">
          <OptionsField field={evidence} />
          <DayField field={asOf} />
          <div className="actions">
            <button className="button no-script-only" type="submit">
              Show
            </button>
            <a href="/companies">Clear</a>
          </div>
        </div>
      </FormBar>
    </form>
  );
}

/** "All companies · sort by latest production", or each limit with its name: "Listed on: Nasdaq". */
function wordsOf(fields: readonly ChoiceField[], asOf: DateField): string {
  const chosen = fields.flatMap(({ name, label, choices }) => {
    const at = choices.find(({ checked }) => checked);
    if (at === undefined || at.value === "") return [];
    return [name === "sort" ? `sorted by ${at.label}` : `${label}: ${at.label}`];
  });
  return [
    ...(chosen.length > 1 ? [] : ["All companies"]),
    ...chosen,
    ...(asOf.value === "" ? [] : [`as known on ${dayName(asOf.value)}`]),
  ].join(" · ");
}
