/**
 * The switch between the system's scheme, light and dark. It draws all three states and lets CSS show the one that <html> is in,
 * so the server's markup is right before any script has run and nothing flickers when it does (see live/switchTheme.ts).
 */
export function ThemeSwitch() {
  return (
    <button type="button" className="theme js-only">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <b className="sr-only">Colours: </b>
      <span className="is-system">System</span>
      <span className="is-light">Light</span>
      <span className="is-dark">Dark</span>
    </button>
  );
}
