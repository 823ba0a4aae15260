/** The address that a selection's form means: without empty fields and first choices that need not be said. */
export function formAddress(form: HTMLFormElement): string {
  const said = new Map<string, string[]>();
  new FormData(form).forEach((value, name) => {
    if (typeof value !== "string" || value === "" || isDefault(form, name, value)) return;
    said.set(name, [...(said.get(name) ?? []), value]);
  });
  const query = [...said].map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&");
  const path = new URL(form.action, window.location.href).pathname;
  return query === "" ? path : `${path}?${query}`;
}

/** A form names the values that a plain address stands for: data-defaults="panel=nasdaq&per=month". */
const isDefault = (form: HTMLFormElement, name: string, value: string): boolean =>
  new URLSearchParams(form.dataset["defaults"] ?? "").getAll(name).includes(value);
