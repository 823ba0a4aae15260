/** Tables of one company over time: a row for each of its periods. */
import type { Company } from "@/domain/company";
import type { Period } from "@/domain/period";
import type { AskedCompany } from "../asked";
import { companyPeriods } from "../selection/range";

/** A row of a company's table over time. */
export interface CompanyPeriod {
  readonly company: Company;
  readonly period: Period;
}

/** One row for each of the company's periods. */
export const companyPeriodEntries = (asked: AskedCompany): CompanyPeriod[] =>
  companyPeriods(asked).map((period) => ({ company: asked.company, period }));

export const periodRow = ({ period }: CompanyPeriod) => ({ key: period });
