/**
 * The selection of a company's pages: periods, range, basis, evidence and day. Which companies are asked for elsewhere is carried along.
 */
import { SelectionForm } from "@/site/SelectionForm";
import { selectionFields } from "@/cards/selection/form";
import type { View } from "@/app/request";

export function CompanyForm({ view: { figures, selection, today }, action }: { readonly view: View; readonly action: string }) {
  const { periodKind, from, to, basis, evidence, asOf } = selectionFields(figures, selection, today);
  const { panel } = selection;
  const hidden = panel === "nasdaq" ? [] : [{ name: "panel", value: panel }];
  return <SelectionForm action={action} clearHref={action} {...{ periodKind, from, to, basis, evidence, asOf, hidden }} />;
}
