/** Tables for the export tests: March 2025 out of the committed record, and any table that could ever be drawn. */
import fc from "fast-check";
import { MISSING_LABEL, MISSING_REASONS } from "@/domain/facts/cell";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { minersCard } from "@/cards/months/periodTable";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import type { Column, Row, Table, TableCell } from "@/cards/tables/table";
import { seedRecord } from "../domain/seed";

export const VERSION = { id: "1a2b3c4d5e6f", date: "2026-05-05", changedOn: "2026-05-07" };

export function march2025(): Table {
  return minersCard.table({ figures: figuresOf(seedRecord(), "2026-05-20"), selection: DEFAULT_SELECTION, period: period("2025-03") });
}

/** Text as a stranger might have written it: formulas, quotes, line ends, blanks at the ends, other alphabets. */
export const anyText = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "'=1",
    "-5",
    "+1",
    "@x",
    "\tx",
    "a,b",
    'say "so"',
    "two\r\nlines",
    "\r",
    "\n",
    " x ",
    "",
    "ﬀ",
    "日本",
    "−3",
    "1,234",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

export const plainNumber = fc
  .tuple(fc.integer({ min: -2_100_000_000_000_000, max: 2_100_000_000_000_000 }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => {
    const text = String(Math.abs(digits)).padStart(places + 1, "0");
    const whole = text.slice(0, text.length - places);
    const fraction = text.slice(text.length - places).replace(/0+$/, "");
    return `${digits < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
  });

const address = fc.webUrl({ withQueryParameters: true });

const anyCell: fc.Arbitrary<TableCell> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("value" as const),
      plain: plainNumber,
      text: anyText,
      evidence: fc.constantFrom("reported", "derived", "policy"),
      sources: fc.array(
        address.map((a) => ({ address: a, publisher: "p", kind: "company release", publishedOn: null })),
        { maxLength: 3 },
      ),
      note: anyText,
    },
    { requiredKeys: ["kind", "plain", "text", "evidence", "sources"] },
  ) as fc.Arbitrary<TableCell>,
  fc.constantFrom(...MISSING_REASONS).map((reason): TableCell => ({ kind: "missing", reason, text: MISSING_LABEL[reason] })),
);

const anyTextCell: fc.Arbitrary<TableCell> = anyText.map((text) => ({ kind: "text", text }));

/** Any table: 1 to 4 columns of both kinds, up to 6 rows, some cells not there at all. */
export const anyTable: fc.Arbitrary<Table> = fc
  .uniqueArray(fc.record({ key: fc.stringMatching(/^[a-z]{2,8}_btc$/), kind: fc.constantFrom("text" as const, "number" as const) }), {
    selector: ({ key }) => key,
    minLength: 1,
    maxLength: 4,
  })
  .chain((heads) => {
    const columns = heads.map(({ key, kind }): Column => ({
      key,
      label: key,
      kind,
      unit: kind === "number" ? "BTC" : "",
      description: "x",
    }));
    const cells = fc.record(Object.fromEntries(heads.map(({ key, kind }) => [key, kind === "number" ? anyCell : anyTextCell])), {
      requiredKeys: heads.slice(1).map(({ key }) => key),
    });
    const row = fc.record({ key: fc.stringMatching(/^[a-z0-9-]{1,8}$/), cells }) as fc.Arbitrary<Row>;
    return fc.record({
      id: fc.constant("any-table"),
      title: anyText,
      columns: fc.constant(columns),
      rows: fc.array(row, { maxLength: 6 }),
    });
  });
