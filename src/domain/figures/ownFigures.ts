/** Figures of one company alone. What a candidate would change in its company's months needs no other company's rows. */
import type { CompanyId } from "../facts/company";
import { factsByCompany } from "../facts/factsByCompany";
import { type Figures, figuresOf } from "./figures";
import { once, oncePer } from "../shared/once";

/** The figures without the facts of other companies. Cached. */
export const ownFigures = (figures: Figures, company: CompanyId): Figures => byCompany(figures)(company);

const byCompany = oncePer((figures: Figures) =>
  once((company: CompanyId): Figures => {
    const { record, today } = figures;
    const facts = factsByCompany(record.facts).get(company) ?? [];
    return facts.length === record.facts.length ? figures : figuresOf({ ...record, facts }, today);
  }),
);
