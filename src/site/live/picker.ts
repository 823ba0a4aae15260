/** The script of the company list: search, groups, chips and keys. The checkboxes are the only state. */
import { isPlaced } from "./boxPlaces";

export function watchPicker(fold: HTMLElement): void {
  const search = fold.querySelector<HTMLInputElement>("input[type=search]");
  const [count, found, chips] = ["summary span", "[role=status]", ".chips"].map((place) => fold.querySelector<HTMLElement>(place));
  const boxes = [...fold.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  if (!search || !count || !found || !chips) return;
  const matching = () => boxes.filter((box) => matches(box.labels?.[0]?.textContent ?? "", search.value));

  const draw = (): void => {
    const chosen = boxes.filter(({ checked }) => checked);
    const left = matching();
    count.textContent = pickedWords(chosen.length, boxes.length);
    found.textContent = search.value === "" ? "" : left.length === 0 ? `Nothing is called “${search.value}”` : `${left.length} found`;
    chips.hidden = chosen.length === 0;
    chips.replaceChildren(...chosen.map(chipOf));
    for (const box of boxes) for (const label of box.labels ?? []) label.hidden = !left.includes(box);
    for (const group of fold.querySelectorAll("fieldset")) group.hidden = !left.some((box) => group.contains(box));
  };
  const choose = (wanted: (box: HTMLInputElement) => boolean): void => {
    const changed = boxes.filter((box) => box.checked !== wanted(box));
    for (const box of changed) box.checked = !box.checked;
    changed[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const chipOf = (box: HTMLInputElement): HTMLElement => {
    const name = box.nextElementSibling?.firstChild?.textContent?.trim() ?? "";
    const chip = document.createElement("button");
    Object.assign(chip, { type: "button", className: "chip", textContent: `${name} ×` });
    chip.setAttribute("aria-label", `Remove ${name}`);
    chip.addEventListener("click", () => {
      choose((one) => one !== box && one.checked);
    });
    return chip;
  };
  /** Arrow keys move through the search field and the visible boxes; Escape returns to it and clears it. */
  const walk = (event: KeyboardEvent): void => {
    const stops = [search, ...matching()];
    const at = stops.findIndex((stop) => stop === event.target);
    const to = steps(event.key, at, stops.length);
    if (at === 0 && event.key === "Enter") {
      const [only, ...others] = stops.slice(1);
      if (only && others.length === 0) choose((box) => box.checked !== (box === only));
    } else if (to === undefined) return;
    event.preventDefault();
    if (event.key === "Escape") search.value = "";
    if (to !== undefined) stops[to]?.focus();
    draw();
  };

  fold.addEventListener("input", draw);
  fold.addEventListener("change", draw);
  fold.addEventListener("keydown", walk);
  fold.addEventListener("click", (event) => {
    const places = event.target instanceof HTMLElement ? event.target.dataset["boxes"] : undefined;
    if (places !== undefined) choose((box) => isPlaced(places, boxes.indexOf(box)));
  });
  // Redraw after a reset, once all its listeners have run.
  search.form?.addEventListener("reset", () => setTimeout(draw));
  draw();
}

/** The number of ticked boxes, for the summary. */
export const pickedWords = (chosen: number, all: number): string => (chosen === 0 ? "none picked by hand" : `${chosen} of ${all} picked`);

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");

/** Whether name or ticker contain what was typed, ignoring case, accents, spaces and hyphens ("hut8" finds "Hut 8"). */
export const matches = (name: string, query: string): boolean => plain(name).includes(plain(query));

/** The index that a key moves to from index `at` of `count`; undefined when the key does not move. */
export function steps(key: string, at: number, count: number): number | undefined {
  if (at === -1 || count === 0) return undefined;
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Escape") return 0;
  return undefined;
}
