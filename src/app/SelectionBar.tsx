/**
 * The form of a page's selection: the fields that the page asks for, what is chosen in words, the ranges asked for most, and everything
 * else that the address says, carried along unseen. View + fields → form.
 */
import { rangePresets, selectionWords, type SelectionPart } from "@/cards/selection/inWords";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { ChoiceField, HiddenField } from "@/cards/selection/choices";
import { SelectionForm, type SelectionFormProps } from "@/site/SelectionForm";
import type { View } from "./request";
import { uncapitalized } from "@/cards/words/phrases";

type Fields = Pick<SelectionFormProps, "panel" | "periodKind" | "from" | "to" | "companies" | "basis" | "evidence" | "asOf">;

export interface SelectionBarProps extends Fields {
  readonly view: View;
  /** Path of the page. */
  readonly action: string;
  /** What the line says instead of the selection, where nothing of it is drawn. */
  readonly unpicked?: string | undefined;
  /** The page with nothing chosen, where that is more than its path. */
  readonly clearHref?: string;
  readonly extra?: readonly ChoiceField[];
  readonly hidden?: readonly HiddenField[];
}

export function SelectionBar({ view, action, clearHref = action, unpicked, extra = [], hidden = [], ...fields }: SelectionBarProps) {
  const { figures, selection, today } = view;
  const viewed = Object.entries(view.viewed.pairs).map(([name, value]) => ({ name, value }));
  const kept = [...hidden, ...viewed.filter(({ name }) => !extra.some((field) => field.name === name))];
  const own = Object.fromEntries([...ownValues(extra), ...kept.map(({ name, value }) => [name, value] as const)]);
  const presets = rangePresets(figures, today).map(({ label, from, to }) => ({
    label,
    href: `${action}${queryOf({ ...selection, from, to }, own)}`,
    current: from === selection.from && to === selection.to,
  }));
  return (
    <SelectionForm
      action={action}
      clearHref={clearHref}
      words={unpicked ?? [...selectionWords(figures, selection, partsOf(fields)), ...chosenWords(extra)].join(" · ")}
      presets={fields.from === undefined ? [] : presets}
      defaults={DEFAULTS}
      extra={extra}
      hidden={[...kept, ...unasked(selection, fields)]}
      {...fields}
    />
  );
}

/** Choices that a plain address stands for need not be said in it. */
const DEFAULTS = (["panel", "per", "basis", "evidence"] as const).map((name) => `${name}=${DEFAULT_SELECTION[name]}`).join("&");

/** A page's own choices. */
const ownValues = (extra: readonly ChoiceField[]) =>
  extra.flatMap(({ name, choices }) => choices.flatMap(({ value, checked }) => (checked ? [[name, value] as const] : [])));

const chosenWords = (extra: readonly ChoiceField[]): string[] =>
  extra.flatMap(({ choices }) =>
    choices.flatMap(({ label, words = uncapitalized(label), checked }) => (checked && words !== "" ? [words] : [])),
  );

function partsOf({ panel, companies, periodKind, from, basis, evidence, asOf }: Fields): SelectionPart[] {
  const parts: readonly [SelectionPart, unknown][] = [
    ["panel", panel ?? companies],
    ["per", periodKind],
    ["range", from],
    ["basis", basis],
    ["evidence", evidence],
    ["moment", asOf],
  ];
  return parts.flatMap(([part, field]) => (field === undefined ? [] : [part]));
}

/** What the address asks for that the form has no field of. */
function unasked(selection: Selection, fields: Fields): HiddenField[] {
  const plain = new URLSearchParams(queryOf(selection));
  const asked = Object.values(fields).flatMap((field) => (typeof field === "object" && "name" in field ? [field.name] : []));
  return [...plain].filter(([name]) => !asked.includes(name)).map(([name, value]) => ({ name, value }));
}
