/** What a table says of its dollars: their power of ten, whether the words that scale them except coins, and whether it began with dollars. */
import type { GatheredRow, RowBlock } from "./block";
import type { RowCell } from "./cells";
import { EXCEPT_COINS, scaleSaid } from "../languages/heads";

/** Maximum characters of words that scale a table. */
const LONGEST = 300;

export class Dollars {
  /** Power of ten; 0 where nothing scales them. */
  scale = 0;
  private mixed = false;
  /** Whether the first row of the table being read is in dollars; undefined before it. */
  private money: boolean | undefined;

  /** Notes "(in thousands, except bitcoin)". "Revenue (in millions)" before values scales its own row alone. */
  note(cells: readonly RowCell[]): void {
    if (cells.some(({ values, columns }) => values !== undefined && columns === undefined)) return;
    for (const { text, values } of cells) {
      const scale = values === undefined && text.length <= LONGEST ? scaleSaid(text) : undefined;
      if (scale !== undefined) [this.scale, this.mixed] = [scale, EXCEPT_COINS.test(text)];
    }
  }

  /** The next row may be another table's. */
  beginTable(): void {
    this.money = undefined;
  }

  /** What holds for the dollars of a row. */
  of({ values }: GatheredRow): Pick<RowBlock, "scale" | "mixed" | "money"> {
    this.money ??= values.some(({ text }) => text.includes("$"));
    return { scale: this.scale, mixed: this.mixed, money: this.money };
  }
}
