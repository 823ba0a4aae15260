/** The cover of a form filed with the SEC: "FORM 10-Q", and the filer's name above "(Exact name of registrant as specified in its charter)". */
const COVER = /^\s*FORM\s+(\d{1,2}-[A-Z])\b[^]{1,3000}?([^\s][^\n]{2,90})\n\s*\((?:Exact name of|Translation of) (?:the )?registrant/im;

/** The form and the company of a cover; undefined for a text without one. */
export function coverOf(text: string): { readonly form: string; readonly registrant: string } | undefined {
  const [, form, registrant] = COVER.exec(text.slice(0, 6000)) ?? [];
  return form === undefined || registrant === undefined ? undefined : { form, registrant: registrant.trim() };
}
