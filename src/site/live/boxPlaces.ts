/** Indexes as short text, "0-25" or "3,5-9", by which a button names a group of checkboxes. */
import { runsBy } from "@/domain/shared/group";

/** Sorted; "" for none. */
export function placesText(places: readonly number[]): string {
  const ordered = places.toSorted((a, b) => a - b);
  return runsBy(ordered, (a, b) => b === a + 1)
    .map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}-${run.at(-1)}`))
    .join(",");
}

export const isPlaced = (text: string, place: number): boolean =>
  text.split(",").some((run) => {
    const [from = "", to = from] = run.split("-");
    return from !== "" && Number(from) <= place && place <= Number(to);
  });
