/** The address for a selection's form, without empty and default values. */
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

/** A form lists its default values: data-defaults="panel=nasdaq&per=month". */
const isDefault = (form: HTMLFormElement, name: string, value: string): boolean =>
  new URLSearchParams(form.dataset["defaults"] ?? "").getAll(name).includes(value);
