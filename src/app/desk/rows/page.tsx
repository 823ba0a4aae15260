/** Manual entry of rows other than figures: a company, former name, listing, policy or event. A refused form keeps its input. */
import type { Metadata } from "next";
import { STATED_POLICIES } from "@/domain/facts/record";
import { POLICY_LABEL } from "@/domain/measures/stance";
import type { PageProps } from "@/app/request";
import { companyOptions } from "../companyOptions";
import { DeskFrame } from "../DeskFrame";
import { Choice, DeskForm, filledIn, Text } from "../Fields";
import { openDesk } from "../guard";
import { returnedIn } from "../typed";
import { ENTERED_FILE, fieldsOf, isRowKind, ROW_KINDS, type RowField, type RowKind } from "@/record/csv/enteredRow";
import { readRow } from "@/record/csv/factsFile";
import { uncapitalized } from "@/cards/words/phrases";

export const metadata: Metadata = { title: "Companies and events" };

const HEADING: Record<RowKind, string> = {
  company: "A company",
  name: "A former name",
  listing: "A listing",
  policy: "A policy",
  event: "An event",
};

interface Words {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

const WORDS: Record<Exclude<RowField, "company" | "policy">, Words> = {
  name: { label: "Name" },
  country: { label: "Country" },
  sec_cik: { label: "SEC number, CIK (if any)", required: false, hint: "1167419" },
  fiscal_year_end: { label: "Fiscal year ends on (if not in December)", required: false, hint: "06-30" },
  notes: { label: "Notes (may be empty)", required: false },
  note: { label: "Note (may be empty)", required: false },
  from: { label: "First month (if known)", required: false, hint: "2025-03" },
  to: { label: "Last month (if over)", required: false, hint: "2025-09" },
  source_url: { label: "Source’s address", hint: "https://" },
  exchange: { label: "Exchange", hint: "Nasdaq" },
  ticker: { label: "Ticker", hint: "RIOT" },
  date: { label: "Day", hint: "2024-04-20" },
  label: { label: "What happened" },
  kind: { label: "Kind", hint: "market, network or policy" },
  source: { label: "Source (may be empty)", required: false },
};

export default async function RowsPage({ searchParams }: PageProps) {
  const desk = await openDesk();
  const sent = await searchParams;
  const companies = await companyOptions();
  const { row = "", ...typed } = (await returnedIn(sent)).typed;
  const tried = isRowKind(row) ? row : undefined;
  const read = tried === undefined ? undefined : readRow(ENTERED_FILE[tried], typed);
  const problems = read?.ok === false ? read.problems : [];
  return (
    <DeskFrame desk={desk} title="Companies, listings, policies, events" sent={sent}>
      {tried !== undefined && problems.length > 0 && (
        <ul className="desk-flags" aria-label="What is wrong">
          {problems.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              <a href={`#${tried}-${column}`}>
                {HEADING[tried]}, {uncapitalized(labelOf(column as RowField))}
              </a>
              : {message}
            </li>
          ))}
        </ul>
      )}
      {ROW_KINDS.map((kind) => (
        <section key={kind} aria-labelledby={`row-${kind}`}>
          <h2 id={`row-${kind}`}>{HEADING[kind]}</h2>
          <DeskForm action="add-row" token={desk.token} hidden={{ back: "/desk/rows", row: kind }}>
            {fieldsOf(kind).map((name) => {
              const props = filledIn(kind, name, kind === tried ? typed : {}, kind === tried ? problems : []);
              if (name === "policy")
                return (
                  <Choice key={name} label="Policy" options={STATED_POLICIES.map((policy) => [policy, POLICY_LABEL[policy]])} {...props} />
                );
              if (name !== "company") return <Text key={name} {...WORDS[name]} {...requiredIn(kind, name)} {...props} />;
              if (kind === "company") return <Text key={name} label="Short name, as in addresses" hint="hive-digital" {...props} />;
              return <Choice key={name} label="Company" options={companies} {...props} />;
            })}
            <button className="button">Add</button>
          </DeskForm>
        </section>
      ))}
    </DeskFrame>
  );
}

/** A former name may come without a source; a policy may not. */
const requiredIn = (kind: RowKind, name: RowField) => (kind === "name" && name === "source_url" ? { required: false } : {});

const labelOf = (name: RowField): string => (name === "company" ? "Company" : name === "policy" ? "Policy" : WORDS[name].label);
