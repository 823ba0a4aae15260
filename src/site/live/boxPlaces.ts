/**
 * Places in a list as short text: "0-25" for the first 26, "3,5-9" for some. A button that ticks a whole group names its boxes so, and not
 * each by its value: with hundreds of companies that would be as heavy as the boxes.
 */

/** In order; "" for none. */
export function placesText(places: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}

/** Whether a place is among those that the text names. */
export function isPlaced(text: string, place: number): boolean {
  return text.split(",").some((run) => {
    const [from = "", to = from] = run.split("-");
    return from !== "" && Number(from) <= place && place <= Number(to);
  });
}
