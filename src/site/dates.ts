/**
 * Days as a newspaper prints them: "2025-05-05" in, "5 May 2025" out. Locale and time zone are fixed, so a page reads the same
 * wherever it is drawn.
 */
const FORMAT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day ("2025-05-05") in words. Text that is no day is given back as it is. */
export function formatDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : FORMAT.format(at);
}
