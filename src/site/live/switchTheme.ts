/** Switches to the next of the three themes and stores the choice. */
import { nextTheme, PAPER, type Theme, THEME_KEY } from "../theme";

export function switchTheme(): void {
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
