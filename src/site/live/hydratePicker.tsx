/** Gives the list of companies to React. Loaded when its fold is first reached for. */
import { hydrateRoot } from "react-dom/client";
import type { ChecksField } from "@/cards/selection/choices";
import { LivePicker } from "./LivePicker";

export function hydratePicker(place: Element, field: ChecksField): void {
  hydrateRoot(place, <LivePicker field={field} />);
}
