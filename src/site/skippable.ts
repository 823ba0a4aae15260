/** Content with many links, and the way past it for those who go from link to link with the Tab key: seen only when it has the focus. */
import { type Markup, markup } from "./markup";

/** `what` it is: "the table: Sell-through". The end's anchor is made of the `id`. */
export function skippable(id: string, what: string, content: Markup): Markup {
  return markup`<a class="skip" href="#${id}-end">Skip ${what}</a>${content}<i id="${id}-end"></i>`;
}
