/** The selection as a plain GET form: every option of a visitor, with the current one. */
import type { Asked } from "../asked";
import { columnOf } from "@/domain/figures/column";
import { type Company, listingsAt, shortName } from "@/domain/facts/company";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { once, oncePer } from "@/domain/shared/once";
import { panelCompanies } from "@/domain/measures/panel";
import { type Period, periodOfKind, periodRange } from "@/domain/values/period";
import { type Stance, latestStance } from "@/domain/measures/stance";
import { type ChecksField, type Choice, type ChoiceField, choiceField, type DateField } from "./choices";
import { companiesByName } from "../selection/scope";
import { type PanelName, type Selection } from "../selection/selection";
import { shortPeriodName } from "../words/phrases";

export interface SelectionFields extends Record<"panel" | "periodKind" | "from" | "to" | "basis" | "evidence", ChoiceField> {
  readonly companies: ChecksField;
  readonly asOf: DateField;
}

export const PANEL_OPTION: Record<PanelName, string> = { nasdaq: "Nasdaq-listed", largest15: "15 largest of those", all: "All tracked" };
const KIND_LABEL = { month: "Months", quarter: "Quarters", year: "Years" } as const;
export const BASIS_LABEL = { gross: "Gross sales", net: "Sales less purchases" } as const;
export const EVIDENCE_LABEL = { best: "Best estimate", firsthand: "Without second-hand figures", reported: "Reported only" } as const;

/** All fields; a page uses some of them. `today` is the latest as-of date. */
export const selectionFields = ({ figures, selection }: Asked, today: string): SelectionFields => ({
  panel: choiceField("panel", "Miners", selection.companies.length === 0 ? selection.panel : "", Object.entries(PANEL_OPTION)),
  companies: companiesField(figures, selection),
  basis: choiceField("basis", "Basis", selection.basis, Object.entries(BASIS_LABEL)),
  evidence: choiceField("evidence", "Evidence", selection.evidence, Object.entries(EVIDENCE_LABEL)),
  asOf: { name: "asof", label: "As known on", value: selection.asOf ?? "", max: today },
  periodKind: choiceField("per", "Periods", selection.per, Object.entries(KIND_LABEL)),
  from: periodField("from", "From", figures, selection, selection.from),
  to: periodField("to", "To", figures, selection, selection.to),
});

function periodField(name: string, label: string, figures: Figures, selection: Selection, chosen: Period | null): ChoiceField {
  const span = recordSpan(figures);
  const periods = span ? periodRange(periodOfKind(span.from, selection.per), periodOfKind(span.to, selection.per)) : [];
  const current = chosen === null ? "" : periodOfKind(chosen, selection.per);
  const named = periods.map((p) => [p, shortPeriodName(p)] as const).reverse();
  return choiceField(name, label, current, [["", name === "from" ? "the beginning" : "the latest"], ...named]);
}

function companiesField(figures: Figures, { companies }: Selection): ChecksField {
  const isPicked = ({ value }: Choice) => companies.some((id) => id === value);
  const none = choicesOf(figures, recordSpan(figures)?.to);
  const choices = companies.length === 0 ? none : none.map((choice) => ({ ...choice, checked: isPicked(choice) }));
  return { name: "c", label: "Companies", groups: [{ label: "Tracked companies", choices }], sets: setsOf(figures) };
}

/** All companies, none of them picked; shared by states of a record with the same companies. */
const choicesOf = ({ record }: Figures, month: Period | undefined): readonly Choice[] => choicesAt(companiesByName(record))(month);

const choicesAt = oncePer((companies: readonly Company[]) =>
  once((month: Period | undefined): readonly Choice[] => {
    const tickers = (company: Company) => (month === undefined ? [] : listingsAt(company, month)).map(({ ticker }) => ticker);
    return companies.map((company) => ({
      value: company.id,
      label: shortName(company),
      checked: false,
      note: [...new Set(tickers(company))].join(", "),
    }));
  }),
);

/** Each company's stance in its own last month, where known. */
const lastStances = columnOf((figures, company) => {
  const stance = latestStance(figures, company, "best")?.stance;
  return stance === undefined ? undefined : { company, stance };
}, Infinity);

type CompanySets = ChecksField["sets"];

/** Named sets of companies in the record's last months, independent of the selection. */
const setsOf = oncePer((figures: Figures): CompanySets => {
  const period = recordSpan(figures)?.to;
  if (period === undefined) return [];
  const ids = (companies: readonly Company[]) => companies.map((company) => company.id);
  const stances = lastStances(figures, period, "best").all;
  const having = (...wanted: readonly Stance[]) => stances.flatMap(({ company, stance }) => (wanted.includes(stance) ? [company] : []));
  return [
    { label: "All", values: ids(figures.record.companies) },
    { label: "Nasdaq", values: ids(panelCompanies(figures, { period, filter: { kind: "nasdaq" }, mode: "best" })) },
    { label: "Holders", values: ids(having("holds")) },
    { label: "Sellers", values: ids(having("sellsAll", "sellsMore")) },
  ];
});
