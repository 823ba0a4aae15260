/** The form of a page's selection: the fields that the page asks for; all else that its address says is carried along unseen. */
import { rangePresets, selectionWords, type SelectionPart } from "@/cards/selection/inWords";
import { DEFAULT_SELECTION, queryOf, type Selection } from "@/cards/selection/selection";
import type { ChoiceField, HiddenField } from "@/cards/selection/choices";
import { type SelectionFields, selectionFields } from "@/cards/selection/form";
import type { Figures } from "@/domain/figures";
import { SelectionForm } from "@/site/SelectionForm";
import type { View } from "./request";
import { uncapitalized } from "@/cards/words/phrases";

export interface SelectionBarProps {
  readonly view: View;
  readonly action: string;
  /** Fields that the page asks for; all by default. */
  readonly fields?: readonly (keyof SelectionFields)[];
  /** Whose companies and periods can be chosen, where that is not what the page shows. */
  readonly of?: Figures;
  /** What the line says instead of the selection, where nothing of it is drawn. */
  readonly unpicked?: string | undefined;
  /** The page with nothing chosen, where that is more than its path. */
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
  const parts = PARTS.flatMap(([part, ...names]) => (names.some((name) => fields.includes(name)) ? [part] : []));
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
      words={unpicked ?? [...selectionWords(view, parts), ...chosenWords(extra)].join(" · ")}
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

/** Choices that a plain address stands for need not be said in it. */
const DEFAULTS = (["panel", "per", "basis", "evidence"] as const).map((name) => `${name}=${DEFAULT_SELECTION[name]}`).join("&");

const ownValues = (extra: readonly ChoiceField[]) =>
  extra.flatMap(({ name, choices }) => choices.flatMap(({ value, checked }) => (checked ? [[name, value] as const] : [])));

const chosenWords = (extra: readonly ChoiceField[]): string[] =>
  extra.flatMap(({ choices }) =>
    choices.flatMap(({ label, words = uncapitalized(label), checked }) => (checked && words !== "" ? [words] : [])),
  );

/** What the line of the form says, and the fields that ask for it. */
const PARTS: readonly (readonly [SelectionPart, ...(keyof SelectionFields)[]])[] = [
  ["panel", "panel", "companies"],
  ["per", "periodKind"],
  ["range", "from"],
  ["basis", "basis"],
  ["evidence", "evidence"],
  ["moment", "asOf"],
];

/** What the address asks for that the form has no field of. */
const unasked = (selection: Selection, asked: readonly string[]): HiddenField[] =>
  [...new URLSearchParams(queryOf(selection))].filter(([name]) => !asked.includes(name)).map(([name, value]) => ({ name, value }));
