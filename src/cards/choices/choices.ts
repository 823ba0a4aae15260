/** The choices of a form as plain data: parameter name and options, with the current one. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  /** Words for the chosen option in a summary, where they differ from its label; "": leave it out. */
  readonly words?: string;
  /** Small print beside the label: a ticker. Also found by the search. */
  readonly note?: string | undefined;
}

/** One of several options. */
export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Builds a ChoiceField from its definition: per option the value, the label and, where they differ, the words in a summary. */
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

/** Any number of options, in groups. */
export interface ChecksField {
  readonly name: string;
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  /** Named sets of values that one button chooses: "Nasdaq", "Holders". */
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

/** Parameters that the form passes on unchanged. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}
