/**
 * The selection of a company's pages: periods, range, basis, evidence and day. Which companies are asked for elsewhere is carried along.
 */
import { SelectionBar } from "@/app/SelectionBar";
import { selectionFields } from "@/cards/selection/form";
import type { View } from "@/app/request";

export function CompanyForm({ view, action }: { readonly view: View; readonly action: string }) {
  const { periodKind, from, to, basis, evidence, asOf } = selectionFields(view.figures, view.selection, view.today);
  return <SelectionBar view={view} action={action} {...{ periodKind, from, to, basis, evidence, asOf }} />;
}
