/** A table of coins that began with "Bitcoin, beginning of period": its rows "Mined" and "End of period" are of bitcoin without saying so. */
import { aboutCoins, classesIn } from "../mentions/words";
import type { GatheredRow } from "./block";
import { speakOfMetrics } from "./columnLabels";

export class CoinTable {
  private open = false;

  /** The row, its label completed where it is one of such a table. `scaled`: the table is of dollars. */
  of(row: GatheredRow, scaled: boolean): GatheredRow {
    const classes = classesIn(row.label);
    const [opens, ends] = [classes.includes("OPEN"), classes.includes("END")];
    const coins = aboutCoins(`${row.section} ${row.label}`);
    const within = this.open && !coins && !scaled && ends !== speakOfMetrics([{ text: row.label }]);
    if (opens || ends) this.open = opens && coins && !classes.includes("HOST");
    return within && !opens ? { ...row, label: `Bitcoin ${ends ? "at " : ""}${row.label}` } : row;
  }
}
