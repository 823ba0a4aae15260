/**
 * The list of companies to choose from: checkboxes in a fold. With a script (live/picker.ts) it gains a search by name or ticker, buttons
 * for whole groups, arrow keys, and the chosen ones as chips. What is sent is the checkboxes, with a script and without.
 */
import type { ChecksField } from "@/cards/selection/choices";
import { pickedWords } from "./live/picker";

export function CompanyPicker({ field: { name, label, groups, sets = [] } }: { readonly field: ChecksField }) {
  const all = groups.flatMap(({ choices }) => choices);
  return (
    <details className="fold" data-island="picker">
      <summary>
        <b>{label}</b>
        <span className="text-ink-muted">{pickedWords(all.filter(({ checked }) => checked).length, all.length)}</span>
      </summary>
      <div className="fold-body">
        <div className="picker-tools js-only">
          <input
            className="control"
            type="search"
            aria-label={`Find ${label.toLowerCase()} by name or ticker`}
            placeholder="Name or ticker"
            autoComplete="off"
          />
          {[...sets, { label: "None", values: [] }].map((set) => (
            <button key={set.label} type="button" className="quiet" data-values={set.values.join(" ")}>
              {set.label}
            </button>
          ))}
          <span role="status" className="small text-ink-muted" />
        </div>
        <div className="chips js-only" role="group" aria-label="Picked" hidden />
        {groups.map((group) => (
          <fieldset key={group.label} className="checks">
            <legend>{group.label}</legend>
            {group.choices.map(({ value, label: text, checked, note = "" }) => (
              <label key={value} className="check">
                <input type="checkbox" name={name} value={value} defaultChecked={checked} />
                <span>
                  {`${text} `}
                  {note !== "" && <small>{note}</small>}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
