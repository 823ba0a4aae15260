/** Bounding boxes of texts in px, and an index of occupied space, so that texts are placed beside one another and never overlap. */
import type { PlacedText } from "./model";
import { textWidth } from "./textWidth";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export function boxOf(text: PlacedText, font: number): Box {
  const width = textWidth(text.text, font, text.bold ?? false);
  const at = text.x + text.dx;
  const left = text.anchor === "start" ? at : text.anchor === "end" ? at - width : at - width / 2;
  return { left, right: left + width, top: text.y - font * 0.85, bottom: text.y + font * 0.25 };
}

interface BoxIndex {
  add(box: Box): void;
  /** Whether the box overlaps nothing placed so far. */
  isFree(box: Box): boolean;
}

/** An index of boxes by horizontal stripes of this height: a new box is compared only with those in its own stripes. */
export function boxIndex(stripe: number): BoxIndex {
  const stripes = new Map<number, Box[]>();
  const [first, last] = [({ top }: Box) => Math.floor(top / stripe), ({ bottom }: Box) => Math.floor(bottom / stripe)];
  return {
    add(box) {
      for (let at = first(box); at <= last(box); at++) {
        const there = stripes.get(at);
        if (there) there.push(box);
        else stripes.set(at, [box]);
      }
    },
    isFree(box) {
      for (let at = first(box); at <= last(box); at++) if (stripes.get(at)?.some((other) => overlap(box, other)) === true) return false;
      return true;
    },
  };
}
