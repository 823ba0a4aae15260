/** Tables of one company over time: a row for each of its periods. */
import type { AskedCompany } from "../asked";
import { companyPeriods } from "../selection/range";
import type { CompanyPeriod } from "../words/columns";

/** One row for each of the company's periods. */
export const companyPeriodEntries = (asked: AskedCompany): CompanyPeriod[] =>
  companyPeriods(asked).map((period) => ({ company: asked.company, period }));

export const periodRow = ({ period }: CompanyPeriod) => ({ key: period });
