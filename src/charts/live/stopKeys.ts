/** Keyboard navigation of stops. Apart from stops.ts, because a page needs these keys before it has loaded a chart. */
/** The stop that a key leads to: arrows step, Home and End jump, Escape leaves; undefined for other keys. */
export function stopAfterKey(key: string, now: number | undefined, count: number): { readonly stop: number | undefined } | undefined {
  if (count === 0) return undefined;
  const clamp = (stop: number): { stop: number } => ({ stop: Math.max(0, Math.min(count - 1, stop)) });
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return clamp(now === undefined ? 0 : now + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return clamp(now === undefined ? count - 1 : now - 1);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(count - 1);
    case "Escape":
      return { stop: undefined };
    default:
      return undefined;
  }
}
