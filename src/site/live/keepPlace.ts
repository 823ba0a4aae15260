/** Going to another address of the same page without losing scroll, open folds and focus; kept in session storage for the one next page. */
const KEY = "place";

interface Place {
  readonly path: string;
  readonly y: number;
  /** Numbers of the open folds, in the order of the page. */
  readonly open: readonly number[];
  /** The control that had the focus, as a selector. */
  readonly focus: string | undefined;
}

const folds = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>("form.selection details")];

/** Opens the address; where it is this page with other parameters, the reader stays at the same place. */
export function goKeepingPlace(address: string): void {
  const url = new URL(address, window.location.href);
  url.hash = "";
  const place: Place = {
    path: url.pathname,
    y: window.scrollY,
    open: folds().flatMap((fold, at) => (fold.open ? [at] : [])),
    focus: selectorOf(document.activeElement),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage is refused: the page opens at its top.
  }
  window.location.assign(url);
}

/** Gives the reader's place back; once. */
export function restorePlace(): void {
  const kept = takePlace();
  if (kept?.path !== window.location.pathname) return;
  const all = folds();
  for (const at of kept.open) {
    const fold = all[at];
    if (fold) fold.open = true;
  }
  if (kept.focus !== undefined) document.querySelector<HTMLElement>(kept.focus)?.focus({ preventScroll: true });
  window.scrollTo({ top: kept.y, behavior: "instant" });
}

/** Runs in <head>: scrolls to the kept place as soon as the page is read, before it is painted. */
export const PLACE_SCRIPT = `document.addEventListener("DOMContentLoaded",function(){try{var p=JSON.parse(sessionStorage.getItem("${KEY}"));if(p&&p.path===location.pathname)scrollTo({top:p.y,behavior:"instant"})}catch(e){}})`;

function takePlace(): Place | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Place);
  } catch {
    return undefined;
  }
}

function selectorOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement) || element.name === "") return undefined;
  const value = element instanceof HTMLInputElement && element.type !== "date" ? `[value="${CSS.escape(element.value)}"]` : "";
  return `form.selection [name="${CSS.escape(element.name)}"]${value}`;
}
