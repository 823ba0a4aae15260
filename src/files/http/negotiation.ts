/** Content negotiation: by suffix (".csv", ".json"), which always wins, or by Accept (RFC 9110, 12.5.1; among equals our first). */

export interface Form {
  /** "csv": also the suffix. */
  readonly name: string;
  /** Media type without parameters: "text/csv". */
  readonly type: string;
}

export const JSON_FORM: Form = { name: "json", type: "application/json" };
export const CSV_FORM: Form = { name: "csv", type: "text/csv" };

/** "cells.csv" → "cells" and the form; a name without a known suffix is unchanged. */
export function splitSuffix(name: string, offered: readonly Form[]): { readonly name: string; readonly form: Form | undefined } {
  const form = offered.find((candidate) => name.endsWith(`.${candidate.name}`) && name.length > candidate.name.length + 1);
  return { name: form ? name.slice(0, -form.name.length - 1) : name, form };
}

/** The offered form that Accept prefers, in our order among equals; undefined when none is acceptable (406). */
export function acceptedForm(accept: string | null, offered: readonly Form[]): Form | undefined {
  if (accept === null || accept.trim() === "") return offered[0];
  const ranges = accept.split(",").flatMap(readRange);
  // An unreadable header expresses no preference.
  if (ranges.length === 0) return offered[0];
  let best: { readonly form: Form; readonly quality: number } | undefined;
  for (const form of offered) {
    const quality = qualityOf(form, ranges);
    if (quality > (best?.quality ?? 0)) best = { form, quality };
  }
  return best?.form;
}

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function readRange(text: string): Range[] {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const [type = "", subtype = ""] = range.split("/");
  if (type === "" || subtype === "") return [];
  const q = parameters.find((parameter) => /^q\s*=/.test(parameter));
  const written = q === undefined ? "1" : q.replace(/^q\s*=\s*/, "");
  return [{ type, subtype, quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written) ? Number(written) : 0 }];
}

/** The most specific range that matches the form decides its quality. */
function qualityOf(form: Form, ranges: readonly Range[]): number {
  const [type, subtype] = form.type.split("/");
  const exact = ranges.find((range) => range.type === type && range.subtype === subtype);
  const wide = ranges.find((range) => range.type === type && range.subtype === "*");
  const any = ranges.find((range) => range.type === "*" && range.subtype === "*");
  return (exact ?? wide ?? any)?.quality ?? 0;
}
