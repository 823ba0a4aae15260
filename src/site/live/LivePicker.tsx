/** The list of companies when a script runs: what is chosen and searched for, the keys that walk through it. Drawn by CompanyPicker. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ChecksField } from "@/cards/selection/choices";
import { chosenIn, CompanyPicker } from "../CompanyPicker";
import { matches, steps } from "../pickerMoves";

export function LivePicker({ field }: { readonly field: ChecksField }) {
  const all = field.groups.flatMap((group) => group.choices);
  const given = useMemo(() => chosenIn(field), [field]);
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
      const [only, ...others] = all.filter((choice) => matches(choice, query));
      if (only && others.length === 0) toggle(only.value);
      return;
    }
    const to = steps(event.key, at, stops.length);
    if (to === undefined) return;
    event.preventDefault();
    stops[to]?.focus();
  };

  return (
    <CompanyPicker
      field={field}
      chosen={chosen}
      query={query}
      alive={alive}
      actions={{
        body,
        walk,
        toggle,
        choose: (values) => {
          setChosen(new Set(values));
        },
        search: setQuery,
      }}
    />
  );
}
