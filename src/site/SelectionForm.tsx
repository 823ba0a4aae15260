/**
 * The form that asks the question: which companies, which months, which basis and evidence, as of when. A plain GET form, so the
 * address is the only state and it works without a script. Its fields are data; a field that is left out is not drawn.
 */
import type { ChecksField, ChoiceField, DateField, HiddenField } from "./choices";
import { CompanyPicker } from "./CompanyPicker";
import { formatDay } from "./dates";
import { DayField, OptionsField, SelectField } from "./fields";

export interface SelectionFormProps {
  /** Path that the form leads to: "/". */
  readonly action: string;
  /** The same page with nothing chosen. */
  readonly clearHref: string;
  readonly panel?: ChoiceField | undefined;
  readonly periodKind?: ChoiceField | undefined;
  readonly from?: ChoiceField | undefined;
  readonly to?: ChoiceField | undefined;
  readonly companies?: ChecksField | undefined;
  readonly basis?: ChoiceField | undefined;
  readonly evidence?: ChoiceField | undefined;
  readonly asOf?: DateField | undefined;
  readonly hidden?: readonly HiddenField[] | undefined;
  /** Choices of one page's own, in a row of their own. */
  readonly extra?: readonly ChoiceField[] | undefined;
}

/** More choices than this are a list to open rather than a row. */
const MOST_OPTIONS = 4;

export function SelectionForm(props: SelectionFormProps) {
  const { action, clearHref, panel, periodKind, from, to, companies, basis, evidence, asOf, hidden = [], extra = [] } = props;
  return (
    <form className="selection" method="get" action={action} aria-label="Selection" role="search">
      {hidden.map((field) => (
        <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
      ))}
      <div className="selection-row">
        {panel && <OptionsField field={panel} />}
        {periodKind && <OptionsField field={periodKind} />}
        {from && <SelectField field={from} />}
        {to && <SelectField field={to} />}
      </div>
      {extra.length > 0 && (
        <div className="selection-row">
          {extra.map((field) =>
            field.choices.length > MOST_OPTIONS ? (
              <SelectField key={field.name} field={field} />
            ) : (
              <OptionsField key={field.name} field={field} />
            ),
          )}
        </div>
      )}
      <div className="selection-row">
        {companies && <CompanyPicker field={companies} />}
        {(basis ?? evidence ?? asOf) && <Fine basis={basis} evidence={evidence} asOf={asOf} />}
        <div className="actions">
          <button className="button" type="submit">
            Show
          </button>
          <a href={clearHref}>Clear</a>
        </div>
      </div>
    </form>
  );
}

type FineProps = Pick<SelectionFormProps, "basis" | "evidence" | "asOf">;

/** The choices that few readers change; what is chosen stands in the summary, so a closed fold hides nothing. */
function Fine({ basis, evidence, asOf }: FineProps) {
  const chosen = [basis, evidence].flatMap(
    (field) => field?.choices.filter((choice) => choice.checked).map((choice) => choice.label) ?? [],
  );
  if (asOf && asOf.value !== "") chosen.push(`as of ${formatDay(asOf.value)}`);
  return (
    <details className="fold">
      <summary>
        <b>Basis and evidence</b>
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
