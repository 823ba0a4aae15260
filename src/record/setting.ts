/** An environment variable, trimmed; undefined where it is missing, or empty as a compose file leaves it. */
export function setting(name: string): string | undefined {
  const written = process.env[name]?.trim();
  return written === "" ? undefined : written;
}
