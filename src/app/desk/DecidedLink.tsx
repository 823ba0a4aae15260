/** The way back to the figure that was decided last, where the decision can be undone. */
import { rowNumber } from "@/domain/shared/numberText";
import type { SearchParams } from "@/cards/selection/selection";
import { KeyLink } from "./KeyLink";

export function DecidedLink({ params: { decided } }: { readonly params: SearchParams }) {
  const id = typeof decided === "string" ? rowNumber(decided) : undefined;
  if (id === undefined) return null;
  return (
    <KeyLink at="z" to={`/desk/candidates/${id}`}>
      Back to what you just decided
    </KeyLink>
  );
}
