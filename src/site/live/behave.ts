/** The script of all pages: forms submit on change, controls are reset after Back, views are in the address, "/" focuses the search. */
import { RANGE_EVENT, type RangeChosen } from "@/charts/live/gestures";
import { nextTheme, PAPER, type Theme, THEME_KEY } from "../theme";
import { copy } from "./copy";
import { chooseTheme, fitPreview, openEmbed } from "./embedChoice";
import { goKeepingPlace, restorePlace } from "./keepPlace";

/** Debounce in ms: several companies are ticked one after another; a date is typed in parts. */
const PAUSE_MS = { checkbox: 900, date: 900 } as const;

/** Starts; the returned function stops it. */
export function behave(): () => void {
  restorePlace();
  let pending: number | undefined;

  const changed = (event: Event): void => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
    const embed = control.closest<HTMLDetailsElement>("details[data-embed]");
    if (embed) chooseTheme(embed, control.value);
    const form = control.form;
    if (form?.matches("form.selection") !== true || control.name === "") return;
    if (control.name === "panel") untick(form);
    window.clearTimeout(pending);
    const pause = control.type === "checkbox" ? PAUSE_MS.checkbox : control.type === "date" ? PAUSE_MS.date : 0;
    const apply = () => {
      if (control.type !== "date" || control.validity.valid) goKeepingPlace(formAddress(form));
    };
    if (pause === 0) apply();
    else pending = window.setTimeout(apply, pause);
  };

  const submitted = (event: Event): void => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("form.selection")) return;
    event.preventDefault();
    goKeepingPlace(formAddress(event.target));
  };

  const clicked = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
    const button = event.target.closest<HTMLButtonElement>("button.copy");
    if (button) void copy(button);
    if (event.target.closest("button.theme")) switchTheme();
    const link = event.target.closest<HTMLAnchorElement>("a[href]");
    if (link?.matches(".data thead a, .presets a, form.selection .actions a, a[data-place]") !== true) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { place = "" } = link.dataset;
    goKeepingPlace(place === "" ? link.href : place);
  };

  const ranged = (event: Event): void => {
    const { from, to } = (event as CustomEvent<RangeChosen>).detail;
    const url = new URL(window.location.href);
    url.searchParams.set("from", from);
    url.searchParams.set("to", to);
    goKeepingPlace(url.toString());
  };

  const toggled = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLDetailsElement) || !box.matches(".cite")) return;
    void fillBox(box).then(() => {
      if (box.matches("[data-embed]")) openEmbed(box);
    });
  };

  const typed = (event: KeyboardEvent): void => {
    const inField = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]") !== null;
    if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    const search = document.querySelector<HTMLInputElement>("header input[type=search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
  };

  // After Back, browsers restore the controls as they were left, but the page shows its address.
  const shown = (event?: PageTransitionEvent): void => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (event?.persisted !== true && entry?.type !== "back_forward") return;
    document.querySelectorAll<HTMLFormElement>("form.selection").forEach((form) => {
      form.reset();
    });
  };
  shown();

  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener("change", changed, { signal });
  document.addEventListener("submit", submitted, { signal });
  document.addEventListener("click", clicked, { signal });
  document.addEventListener("keydown", typed, { signal });
  document.addEventListener(RANGE_EVENT, ranged, { signal });
  // The toggle event does not bubble, so listen in the capture phase.
  document.addEventListener("toggle", toggled, { signal, capture: true });
  window.addEventListener("message", fitPreview, { signal });
  window.addEventListener("pageshow", shown, { signal });
  return () => {
    window.clearTimeout(pending);
    ended.abort();
  };
}

/** Selected companies override a panel, so choosing a panel clears them. */
function untick(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLInputElement>("input[name=c]").forEach((box) => {
    box.checked = false;
    if (box.type === "hidden") box.disabled = true;
  });
}

/** The address for a selection's form, without empty and default values. */
function formAddress(form: HTMLFormElement): string {
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

/** Fetches a box's content when it is opened: the box with its id on the linked page. Offline the link stays. */
async function fillBox(box: HTMLDetailsElement): Promise<void> {
  const link = box.querySelector<HTMLAnchorElement>("a[data-fill]");
  if (!box.open || !link) return;
  const answer = await fetch(link.href).catch(() => undefined);
  if (answer?.ok !== true) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [, ...content] = page.getElementById(link.hash.slice(1))?.children ?? [];
  if (content.length > 0 && link.isConnected) link.replaceWith(...content);
}

/** Switches to the next of the three themes and stores the choice. */
function switchTheme(): void {
  const root = document.documentElement;
  const now = root.getAttribute("data-theme");
  const next: Theme = nextTheme(now === "light" || now === "dark" ? now : "system");
  if (next === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", next);
  document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]').forEach((meta) => {
    const scheme = next === "system" ? (meta.media.includes("dark") ? "dark" : "light") : next;
    meta.content = PAPER[scheme];
  });
  try {
    if (next === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, next);
  } catch {
    // Storage is not available: the choice holds for this page only.
  }
}
