/**
 * The address that a form of a selection means: its fields as they are chosen, without the empty ones and those that are the first of
 * their choices and need not be said. Form → path with parameters.
 */
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
function isDefault(form: HTMLFormElement, name: string, value: string): boolean {
  return new URLSearchParams(form.dataset["defaults"] ?? "").getAll(name).includes(value);
}
