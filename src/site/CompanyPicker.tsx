/** A list of companies as checkboxes in a <details>, to which live/picker.ts adds search, groups, keys and chips. Markup is terse. */
import type { ChecksField, Choice } from "@/cards/choices/choices";
import { placesText } from "./live/boxPlaces";
import { pickedWords } from "./live/picker";
import { type Markup, markup } from "./markup";

export function CompanyPicker({ field: { name, label, groups, sets = [] } }: { readonly field: ChecksField }) {
  const all = groups.flatMap(({ choices }) => choices);
  const placeOf = new Map(all.map(({ value }, place) => [value, place]));
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
            <button
              key={set.label}
              type="button"
              className="quiet"
              data-boxes={placesText(set.values.flatMap((value) => placeOf.get(value) ?? []))}
            >
              {set.label}
            </button>
          ))}
          <span role="status" className="small text-ink-muted" />
        </div>
        <div className="chips js-only" role="group" aria-label="Picked" hidden />
        {groups.map((group) => (
          <fieldset
            key={group.label}
            className="checks"
            dangerouslySetInnerHTML={{
              __html: markup`<legend>${group.label}</legend>${group.choices.map((choice) => boxMarkup(name, choice))}`.text,
            }}
          />
        ))}
      </div>
    </details>
  );
}

function boxMarkup(name: string, { value, label, checked, note = "" }: Choice): Markup {
  const box = markup`<input type="checkbox" name="${name}" value="${value}"${checked ? CHECKED : undefined}>`;
  return markup`<label>${box}<span>${label} ${note === "" ? undefined : markup`<small>${note}</small>`}</span></label>`;
}

const CHECKED = markup` checked`;
