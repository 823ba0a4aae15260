/**
 * The list of companies to choose from. Without a script it is a list of checkboxes in a fold; with one it gains a search by name or
 * ticker, buttons for whole groups, arrow keys, and the chosen ones as chips. Both are the same form: what is sent is the checkboxes.
 */
"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ChecksField, Choice } from "@/cards/selection/choices";
import { matches, steps } from "./pickerMoves";

export function CompanyPicker({ field }: { readonly field: ChecksField }) {
  const all = field.groups.flatMap((group) => group.choices);
  const given = useMemo(() => field.groups.flatMap((group) => group.choices.filter((c) => c.checked).map((c) => c.value)), [field]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(given));
  const [query, setQuery] = useState("");
  /** The tools are shown when they work. */
  const [alive, setAlive] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ticked = [...(body.current?.querySelectorAll<HTMLInputElement>("[type=checkbox]:checked") ?? [])];
    setChosen(new Set(ticked.map((box) => box.value)));
    setAlive(true);
    // A form that is reset shows what the address says.
    const form = body.current?.closest("form");
    const reset = () => {
      setChosen(new Set(given));
    };
    form?.addEventListener("reset", reset);
    return () => form?.removeEventListener("reset", reset);
  }, [given]);
  const found = all.filter((choice) => matches(choice, query));

  const toggle = (value: string) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    setChosen(next);
  };

  /** Arrows walk through the search box and the boxes that it leaves; Escape goes back to it and empties it. */
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape" && query !== "") setQuery("");
    const stops = [...(body.current?.querySelectorAll<HTMLInputElement>("input") ?? [])].filter((stop) => stop.offsetParent !== null);
    const at = stops.findIndex((stop) => stop === event.target);
    if (at === 0 && event.key === "Enter") {
      event.preventDefault();
      const [only, ...others] = found;
      if (only && others.length === 0) toggle(only.value);
      return;
    }
    const to = steps(event.key, at, stops.length);
    if (to === undefined) return;
    event.preventDefault();
    stops[to]?.focus();
  };

  return (
    // Readers may open the fold and tick boxes before the script runs: what they did stands.
    <details className="fold" suppressHydrationWarning>
      <summary>
        <b>{field.label}</b>
        <span className="text-ink-muted">{chosen.size === 0 ? "none picked by hand" : `${chosen.size} of ${all.length} picked`}</span>
      </summary>
      <div className="fold-body" ref={body} onKeyDown={walk}>
        <div className={alive ? "picker-tools js-only" : "hidden"}>
          <input
            className="control"
            type="search"
            aria-label={`Find ${field.label.toLowerCase()} by name or ticker`}
            placeholder="Name or ticker"
            autoComplete="off"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
          {field.sets?.map((set) => (
            <button
              key={set.label}
              type="button"
              className="quiet"
              onClick={() => {
                setChosen(new Set(set.values));
              }}
            >
              {set.label}
            </button>
          ))}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setChosen(new Set());
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
                    toggle(choice.value);
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
                toggle={toggle}
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
  readonly toggle: (value: string) => void;
}

function Box({ name, choice, on, shown, toggle }: BoxProps) {
  return (
    <label className="check" hidden={!shown}>
      <input
        type="checkbox"
        name={name}
        value={choice.value}
        checked={on}
        onChange={() => {
          toggle(choice.value);
        }}
      />
      <span>
        {`${choice.label} `}
        {choice.note !== undefined && choice.note !== "" && <small>{choice.note}</small>}
      </span>
    </label>
  );
}
