/**
 * The list of companies to choose from. Without a script it is a list of checkboxes in a fold; with one (live/LivePicker.tsx) it gains a
 * search by name or ticker, buttons for whole groups, arrow keys, and the chosen ones as chips. Both are the same form: what is sent is the
 * checkboxes.
 */
import type { KeyboardEvent, Ref } from "react";
import type { ChecksField, Choice } from "@/cards/selection/choices";
import { matches } from "./pickerMoves";

/** Values of the boxes that are ticked at first. */
export const chosenIn = ({ groups }: ChecksField): string[] =>
  groups.flatMap(({ choices }) => choices.filter((choice) => choice.checked).map((choice) => choice.value));

/** What a script does with the list. */
export interface PickerActions {
  readonly body: Ref<HTMLDivElement>;
  readonly walk: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly toggle: (value: string) => void;
  readonly choose: (values: readonly string[]) => void;
  readonly search: (query: string) => void;
}

export interface CompanyPickerProps {
  readonly field: ChecksField;
  /** Values that are ticked; at first those of the field. */
  readonly chosen?: ReadonlySet<string>;
  readonly query?: string;
  /** The tools are shown when they work. */
  readonly alive?: boolean;
  readonly actions?: PickerActions;
}

export function CompanyPicker({ field, chosen = new Set(chosenIn(field)), query = "", alive = false, actions }: CompanyPickerProps) {
  const all = field.groups.flatMap((group) => group.choices);
  const found = all.filter((choice) => matches(choice, query));
  return (
    // Readers may open the fold and tick boxes before the script runs: what they did stands.
    <details className="fold" suppressHydrationWarning>
      <summary>
        <b>{field.label}</b>
        <span className="text-ink-muted">{chosen.size === 0 ? "none picked by hand" : `${chosen.size} of ${all.length} picked`}</span>
      </summary>
      <div className="fold-body" ref={actions?.body} onKeyDown={actions?.walk}>
        <div className={alive ? "picker-tools js-only" : "hidden"}>
          <input
            className="control"
            type="search"
            aria-label={`Find ${field.label.toLowerCase()} by name or ticker`}
            placeholder="Name or ticker"
            autoComplete="off"
            value={query}
            onChange={(event) => {
              actions?.search(event.target.value);
            }}
          />
          {field.sets?.map((set) => (
            <button
              key={set.label}
              type="button"
              className="quiet"
              onClick={() => {
                actions?.choose(set.values);
              }}
            >
              {set.label}
            </button>
          ))}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              actions?.choose([]);
            }}
          >
            None
          </button>
          <span role="status" className="small text-ink-muted">
            {query === "" ? "" : found.length === 0 ? `Nothing is called “${query}”` : `${found.length} found`}
          </span>
        </div>
        {alive && chosen.size > 0 && (
          <div className="chips js-only" role="group" aria-label="Picked">
            {all
              .filter((choice) => chosen.has(choice.value))
              .map((choice) => (
                <button
                  key={choice.value}
                  type="button"
                  className="chip"
                  aria-label={`Remove ${choice.label}`}
                  onClick={() => {
                    actions?.toggle(choice.value);
                  }}
                >
                  {choice.label} <span aria-hidden="true">×</span>
                </button>
              ))}
          </div>
        )}
        {field.groups.map((group) => (
          <fieldset key={group.label} className="checks" hidden={!group.choices.some((choice) => matches(choice, query))}>
            <legend>{group.label}</legend>
            {group.choices.map((choice) => (
              <Box
                key={choice.value}
                name={field.name}
                choice={choice}
                on={chosen.has(choice.value)}
                shown={matches(choice, query)}
                toggle={() => {
                  actions?.toggle(choice.value);
                }}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}

interface BoxProps {
  readonly name: string;
  readonly choice: Choice;
  readonly on: boolean;
  readonly shown: boolean;
  readonly toggle: () => void;
}

function Box({ name, choice, on, shown, toggle }: BoxProps) {
  return (
    <label className="check" hidden={!shown}>
      <input type="checkbox" name={name} value={choice.value} checked={on} onChange={toggle} />
      <span>
        {`${choice.label} `}
        {choice.note !== undefined && choice.note !== "" && <small>{choice.note}</small>}
      </span>
    </label>
  );
}
