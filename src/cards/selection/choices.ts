/** What a form offers, as plain data: a name for the address and the choices with what is chosen now. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  /** How a line says that it is chosen, where that is not its label; "": nothing need be said. */
  readonly words?: string;
  /** Small print beside the label: a ticker. Also found by the search. */
  readonly note?: string | undefined;
}

/** One of several. */
export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** The same as it is written down: of each choice the value, the label and, where a line says it otherwise, how. */
export const choiceField = (
  name: string,
  label: string,
  chosen: string,
  choices: readonly (readonly [value: string, label: string, words?: string])[],
): ChoiceField => ({
  name,
  label,
  choices: choices.map(([value, text, words]) => ({
    value,
    label: text,
    checked: value === chosen,
    ...(words !== undefined && { words }),
  })),
});

/** Any of several, in groups. */
export interface ChecksField {
  readonly name: string;
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  /** Named sets of values that one press of a button chooses: "Nasdaq", "Holders". */
  readonly sets?: readonly { readonly label: string; readonly values: readonly string[] }[] | undefined;
}

export interface DateField {
  readonly name: string;
  readonly label: string;
  /** "2025-05-31", or empty for today. */
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Parameters that the form keeps as they are. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}
