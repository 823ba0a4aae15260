/** A page's selection form: the page's fields, with all other parameters of its address as hidden fields. */
import { partsOf, rangePresets, selectionWords } from "@/cards/choices/selectionWords";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { ChoiceField, HiddenField } from "@/cards/choices/choices";
import { type SelectionFields, selectionFields } from "@/cards/choices/selectionForm";
import type { Figures } from "@/domain/figures/figures";
import { SelectionForm } from "@/site/SelectionForm";
import type { View } from "./request";
import { uncapitalized } from "@/cards/words/phrases";

export interface SelectionBarProps {
  readonly view: View;
  readonly action: string;
  /** The form's fields; all by default. */
  readonly fields?: readonly (keyof SelectionFields)[];
  /** The figures whose companies and periods are offered, where these differ from the page's. */
  readonly of?: Figures;
  /** Text of the line where the page shows nothing of the selection. */
  readonly unpicked?: string | undefined;
  /** The page without a selection, where that is more than its path. */
  readonly clearHref?: string;
  readonly extra?: readonly ChoiceField[];
  readonly hidden?: readonly HiddenField[];
}

export function SelectionBar({
  view,
  action,
  clearHref = action,
  fields = FIELDS,
  of = view.figures,
  unpicked,
  extra = [],
  hidden = [],
}: SelectionBarProps) {
  const { figures, selection, today } = view;
  const all = selectionFields({ figures: of, selection }, today);
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
      words={unpicked ?? [...selectionWords(view, partsOf(fields)), ...chosenWords(extra)].join(" · ")}
      presets={fields.includes("from") ? presets : []}
      defaults={DEFAULTS}
      extra={extra}
      hidden={[
        ...kept,
        ...unasked(
          selection,
          fields.map((name) => all[name].name),
        ),
      ]}
      {...Object.fromEntries(fields.map((name) => [name, all[name]]))}
    />
  );
}

const FIELDS = ["panel", "companies", "basis", "evidence", "asOf", "periodKind", "from", "to"] as const;

/** Default choices are left out of the address. */
const DEFAULTS = (["panel", "per", "basis", "evidence"] as const).map((name) => `${name}=${DEFAULT_SELECTION[name]}`).join("&");

const ownValues = (extra: readonly ChoiceField[]) =>
  extra.flatMap(({ name, choices }) => choices.flatMap(({ value, checked }) => (checked ? [[name, value] as const] : [])));

const chosenWords = (extra: readonly ChoiceField[]): string[] =>
  extra.flatMap(({ choices }) =>
    choices.flatMap(({ label, words = uncapitalized(label), checked }) => (checked && words !== "" ? [words] : [])),
  );

/** Parameters of the address without a field in the form. */
const unasked = (selection: Selection, asked: readonly string[]): HiddenField[] =>
  [...new URLSearchParams(queryOf(selection))].filter(([name]) => !asked.includes(name)).map(([name, value]) => ({ name, value }));
