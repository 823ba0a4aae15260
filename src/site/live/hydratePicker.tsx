/** Gives the list of companies to React. Loaded when its fold is first reached for. */
import { hydrateRoot } from "react-dom/client";
import type { ChecksField } from "@/cards/selection/choices";
import { CompanyPicker } from "../CompanyPicker";

export function hydratePicker(place: Element, field: ChecksField): void {
  hydrateRoot(place, <CompanyPicker field={field} />);
}
