/** Text width in Inter, in px, from the font's own advance widths; slightly overestimated, because an underestimate makes texts overlap. */

import { onceUpTo } from "@/domain/shared/once";

/** Advance widths of Inter Regular and SemiBold for the characters 32 to 126. */
const REGULAR = [
  281, 288, 466, 660, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 660, 660, 660, 660, 660, 660, 660, 660, 660, 660, 288,
  302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744,
  690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612,
  612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const SEMIBOLD_FACTOR = 1.045;
const UNKNOWN = 760;

/** Width in px of one line of text. */
export const textWidth = (text: string, size: number, bold = false): number =>
  (thousandths(text) / 1000) * size * (bold ? SEMIBOLD_FACTOR : 1);

const MOST_MEASURED = 4_096;

/** Cached: layouts measure the same few words repeatedly. */
const thousandths = onceUpTo(MOST_MEASURED, (text: string): number => {
  let width = 0;
  for (const character of text) width += REGULAR[(character.codePointAt(0) ?? 0) - 32] ?? UNKNOWN;
  return width;
});

/** Wraps text into lines no wider than `width` px, at spaces; a single word that is too wide stays whole. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Cuts the text to `width` px with an ellipsis, when it is wider. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
