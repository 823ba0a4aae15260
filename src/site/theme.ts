/** Light or dark: the system decides unless the reader chose, which is stored in the browser and set on <html> before the first paint. */
export const THEME_KEY = "theme";

export type Theme = "system" | "light" | "dark";

/** The next theme of the switch: system, light, dark, system … */
export const nextTheme = (now: Theme): Theme => (now === "system" ? "light" : now === "light" ? "dark" : "system");

/** Runs in <head>. Storage may be unavailable (private windows): then the system's theme holds. */
export const THEME_SCRIPT = `(function(d){d.setAttribute("data-script","");try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")d.setAttribute("data-theme",t)}catch(e){}})(document.documentElement)`;

/** The paper's colour, for the browser's own bars; the same literals as --color-paper in tokens.css (a test compares them). */
export const PAPER = { light: "#fbf9f4", dark: "#151412" } as const;
