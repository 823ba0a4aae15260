/** The value, or a failure that says that there is none. */
export function present<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error("expected a value, found none");
  return value;
}
