/** The switch between system, light and dark. CSS shows the state that <html> is in, so nothing flickers (live/switchTheme.ts). */
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
