/** Keeps scroll position, open <details> and focus when the same page loads with other parameters; in session storage, for one load. */
const KEY = "place";

interface Place {
  readonly path: string;
  readonly y: number;
  /** Indexes of the open <details>, in page order. */
  readonly open: readonly number[];
  /** Selector of the focused control. */
  readonly focus: string | undefined;
}

const folds = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>("form.selection details")];

/** Opens the address; if it is this page with other parameters, the reader stays at the same place. */
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
    // Storage is not available: the page opens at its top.
  }
  window.location.assign(url);
}

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

/** Runs in <head>: scrolls to the stored place as soon as the page is parsed, before the first paint. */
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
