/** The table of any card as a file: /tables/miners-2025-03.csv (.json, .xlsx), found by its id, with the page's selection. */
import type { Asked } from "@/cards/asked";
import { selectedPeriods } from "@/cards/selection/scope";
import { CSV_TYPE, csvBlocks, csvStream, SEMICOLONS, toTsv, TSV_TYPE } from "@/files/tables/csv";
import { fileName } from "@/files/fileName";
import { flatColumns } from "@/files/tables/flat";
import { JSON_TYPE, toJson } from "@/files/tables/json";
import { toXlsx, XLSX_TYPE } from "@/files/tables/xlsx";
import { parsePeriod } from "@/domain/values/period";
import { cardAddress, CARDS, tableById } from "@/cards/registry";
import { nearest } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { shortened } from "@/cards/words/phrases";
import { fileSubject } from "@/app/fileSubject";
import { readFileRequest, type Selected } from "@/app/request";
import { type Content, fileRoute } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { siteAddress } from "@/app/site";

const CARD_NAMES = CARDS.map((card) => card.id.replace(/-:\w+$/, ""));

const FORMS = ["csv", "json", "xlsx", "tsv"] as const;

/** Decimal sign and separator: csv=semicolon (with decimal commas) for .csv, decimal=comma for .tsv. */
const DIALECT = { csv: ["comma", "semicolon"], decimal: ["point", "comma"] } as const;
type FormName = (typeof FORMS)[number];

export const GET = fileRoute(async (file, request) => {
  const form = FORMS.find((name) => file.endsWith(`.${name}`));
  if (form === undefined)
    throw new HttpError({ kind: "not-found", detail: `A table’s address ends in ${FORMS.map((name) => `.${name}`).join(", ")}.` });
  const id = file.slice(0, -form.length - 1);
  const view = await readFileRequest(request, DIALECT);
  const table = tableById(view, id);
  if (!table) throw new HttpError({ kind: "not-found", detail: unknownTable(id) });
  return tableFile(table, form, view, view.own);
});

function unknownTable(id: string): string {
  return `There is no table "${shortened(id)}". A table is named by its subject and, where it has one, its period or company, as in miners-2025-03; perhaps ${nearest(id, CARD_NAMES).join(", ")}.`;
}

interface Dialect {
  readonly csv: (typeof DIALECT)["csv"][number];
  readonly decimal: (typeof DIALECT)["decimal"][number];
}

const PLAIN: Dialect = { csv: "comma", decimal: "point" };

/** A table as a file in one of the formats, named after its content. */
export function tableFile(table: Table, form: FormName, { figures, selection }: Selected, dialect: Dialect = PLAIN): Content {
  const { version } = figures.record;
  const site = siteAddress();
  const common = { fileName: fileNameOf(table, form, { figures, selection }) };
  switch (form) {
    case "csv":
      // A table that cannot be flattened must fail before the first byte is sent.
      flatColumns(table.columns);
      return {
        ...common,
        type: CSV_TYPE,
        content: () => csvStream(csvBlocks(table, dialect.csv === "semicolon" ? SEMICOLONS : undefined)),
      };
    case "tsv":
      return { ...common, type: TSV_TYPE, content: () => toTsv(table, dialect.decimal === "comma" ? "," : ".") };
    case "json":
      return { ...common, type: JSON_TYPE, content: () => toJson(table, version, site) };
    case "xlsx": {
      const address = `${site}${cardAddress(table.id, { ...selection, version: version.id })}`;
      return { ...common, type: XLSX_TYPE, content: async () => Buffer.from(await toXlsx(table, { version, address })) };
    }
  }
}

/** The name of a table of one period ("miners-2025-Q1") has no range besides. */
function fileNameOf(table: Table, form: FormName, asked: Asked): string {
  const hasPeriod = [...table.id.matchAll(/-/g)].some(({ index }) => parsePeriod(table.id.slice(index + 1)) !== undefined);
  const periods = hasPeriod ? [] : selectedPeriods(asked);
  return fileName({ ...fileSubject(asked, table.id), range: { from: periods[0] ?? null, to: periods.at(-1) ?? null }, ending: form });
}
