/** Brings the list of companies to life when its fold is reached for. Until then it is the checkboxes that it is without a script. */
import type { ChecksField } from "@/cards/selection/choices";

export function watchPicker(place: HTMLElement): void {
  const done = new AbortController();
  const { signal } = done;
  let asked = false;
  const wake = (): void => {
    if (asked) return;
    asked = true;
    import("./hydratePicker").then(
      ({ hydratePicker }) => {
        done.abort();
        hydratePicker(place, JSON.parse(place.nextElementSibling?.textContent ?? "") as ChecksField);
      },
      () => {
        // Offline: the checkboxes work, and the next touch tries again.
        asked = false;
      },
    );
  };
  place.addEventListener("pointerenter", wake, { signal });
  place.addEventListener("focusin", wake, { signal });
  // It does not bubble, and folds that were open before are opened again by a script.
  place.addEventListener("toggle", wake, { signal, capture: true });
  if (place.querySelector("details[open]") !== null) wake();
}
