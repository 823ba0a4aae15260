/** Columns of changes of holdings: the amount with its sign, its share of the holdings before, and its value at the period's close. */
import { plainAmount } from "@/domain/values/amount";
import { missing } from "@/domain/facts/cell";
import { atPrice, priceOf } from "@/domain/measures/dollars";
import { formatAmount } from "@/domain/values/metric";
import { grouped } from "@/domain/shared/numberText";
import { lastMonth, type Period } from "@/domain/values/period";
import { plainPercent } from "@/domain/measures/sellThrough";
import type { Asked } from "../asked";
import type { CardColumn } from "../card";
import type { TableCell } from "../tables/table";
import { missingCell, pooledValue, type Provenance, unpricedCell, valueCell } from "./cells";
import { columnsOf } from "./columns";
import { dollars } from "./phrases";

type ChangeFound =
  | {
      readonly period: Period;
      /** In satoshis. */
      readonly change: number;
      /** Holdings at the beginning, in satoshis. */
      readonly before: number;
      readonly provenance: Provenance;
      readonly href: string;
    }
  | TableCell;

/** "+1,230", "−12.5", "0": a change carries its sign. */
const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

const BTC_MEANING = "Held at the end of the period less held at its beginning. Given only where both are known and count the same thing.";

/** The columns, for entries whose change `find` returns; `more` is put before the description of the amount. */
export function changeColumns<Entry>(find: (entry: Entry, asked: Asked) => ChangeFound, more = "") {
  const column = columnsOf<Entry>();
  type Known = Exclude<ChangeFound, TableCell>;
  const made =
    (make: (found: Known, asked: Asked) => TableCell): CardColumn<Entry>["cell"] =>
    (entry, asked) => {
      const found = find(entry, asked);
      return "kind" in found ? found : pooledValue(make(found, asked), found.provenance);
    };
  return {
    btc: column.number(
      "change_btc",
      "Change",
      more + BTC_MEANING,
      made(({ change, href }) => {
        const text = formatAmount(change, "BTC", Math.abs(change) < 100e8 ? 2 : 0);
        return valueCell(plainAmount(change, "BTC"), signed(change, text), "reported", href);
      }),
    ),
    share: column.number(
      "change_pct",
      "Change in %",
      "The change in percent of what was held at the beginning of the period.",
      made(({ change, before, href }) => {
        if (before === 0) return missingCell(missing("notDisclosed"), href, "nothing held before");
        const share = change / before;
        const text = `${grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0)}%`;
        return valueCell(plainPercent(share), signed(share, text), "reported", href);
      }),
    ),
    usd: column.number(
      "change_usd",
      "In dollars",
      "The change at the closing price of the period’s last month: an estimate. Moves of the price on the rest of the holdings are left out.",
      made(({ change, period, href }, { figures }) => {
        const price = priceOf(figures, lastMonth(period));
        if (!price) return unpricedCell(href);
        const value = atPrice(change, price.close);
        return valueCell(plainAmount(value, "USD"), signed(value, dollars(value)), "derived", href, "estimated");
      }),
    ),
  };
}
