/** Whether a company follows its policy: stretches of one stance and one policy. A stance taken from the policy is not compared with it. */
import { companyMonths } from "../selection/scope";
import { type Company, shortName } from "@/domain/facts/company";
import { SOURCE_KIND_LABEL, SOURCE_KINDS_TEXT } from "@/domain/facts/fact";
import { runsBy } from "@/domain/shared/group";
import { byTime, type Period } from "@/domain/values/period";
import type { Policy, PolicyStatement } from "@/domain/facts/record";
import {
  type Agreement,
  AGREEMENT_LABEL,
  coversMonth,
  policyTest,
  isByPolicyOnly,
  type Stance,
  STANCE_LABEL,
  STANCE_MEANING,
  stanceAt,
  statedPolicy,
} from "@/domain/measures/stance";
import type { AskedCompany } from "../asked";
import { card } from "../card";
import { dayCell, periodText, textCell } from "../words/cells";
import { columnsOf, linkedPeriod } from "../words/columns";
import { factMark } from "../words/factWords";
import { capitalized, count } from "../words/phrases";
import { policyCell, stanceText } from "../words/stanceWords";

interface PolicyMonth {
  readonly month: Period;
  readonly stance: Stance | undefined;
  readonly policy: Policy | undefined;
  /** True when the sales of all its trailing months were taken from the policy. */
  readonly byPolicyOnly: boolean;
  readonly agreement: Agreement;
  /** What its months under the policy alone show; undefined where nothing is tested. */
  readonly tested: Stance | undefined;
  /** False where the month has no figures, so that earlier ones tell. */
  readonly hasFigures: boolean;
}

function policyMonths(asked: AskedCompany): PolicyMonth[] {
  const { figures, selection, company } = asked;
  return companyMonths(asked).map((month) => {
    const found = stanceAt(figures, company.id, month, selection.evidence);
    const policy = statedPolicy(figures, company.id, month);
    const byPolicyOnly = found !== undefined && isByPolicyOnly(found);
    const { answer, tested } = policyTest(figures, company.id, month, selection.evidence);
    const hasFigures = found !== undefined && coversMonth(found, month);
    return { month, stance: found?.stance, policy, byPolicyOnly, agreement: answer, tested: tested?.stance, hasFigures };
  });
}

/** Consecutive months with the same stance and the same policy; newest last. */
type Span = readonly [PolicyMonth, ...PolicyMonth[]];

const column = columnsOf<Span>();

export const agreementCard = card({
  id: "deeds-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: what it said and what it did`,
  entries: (asked) =>
    runsBy(policyMonths(asked), isSameSpan)
      .filter(([first]) => first.stance !== undefined || first.policy !== undefined)
      .reverse(),
  sentence: (asked) => agreementSentence(asked.company, policyMonths(asked)),
  row: ([first]) => ({ key: first.month }),
  columns: [
    linkedPeriod(([first]: Span) => first.month, "First month of the span.", "From", "from"),
    linkedPeriod((span: Span) => (span.at(-1) ?? span[0]).month, "Last month of the span.", "To", "to"),
    column.number("months", "Months", "How many months the span has.", (span) => textCell(String(span.length))),
    column.text("stance", "What it did", STANCE_MEANING, (span) =>
      textCell(stanceText(span[0].stance, span[0].byPolicyOnly), undefined, carriedNote(span)),
    ),
    column.sourced(
      "policy",
      "What it had said",
      "The treasury policy that the company had stated for these months, linked to its source.",
      ([{ policy }]) => policyCell(policy),
    ),
    column.text(
      "agreement",
      "Did it do so?",
      "Whether what it did is what it had said. Months are tested whose sales are reported or derived, under the policy in force; a policy of selling a part cannot be tested.",
      ([first]) => textCell(first.policy ? AGREEMENT_LABEL[first.agreement] : "", undefined, testNote(first)),
    ),
  ],
});

const isSameSpan = (a: PolicyMonth, b: PolicyMonth): boolean =>
  a.stance === b.stance &&
  a.policy === b.policy &&
  a.byPolicyOnly === b.byPolicyOnly &&
  a.agreement === b.agreement &&
  a.tested === b.tested;

/** Says which months of a span are judged by earlier ones. */
function carriedNote(span: readonly PolicyMonth[]): string | undefined {
  const without = span.filter(({ stance, hasFigures }) => stance !== undefined && !hasFigures).length;
  if (without === 0) return undefined;
  if (without < span.length) return "Some of these months have no figures and are judged by earlier ones.";
  return without === 1
    ? "This month has no figures and is judged by earlier ones."
    : "These months have no figures and are judged by earlier ones.";
}

/** Why a test can have another answer than what stands beside it: months before the policy count there and not here. */
const testNote = ({ stance, tested }: PolicyMonth): string | undefined =>
  tested === undefined || tested === stance
    ? undefined
    : `Only months under this policy are tested; by these alone the company ${STANCE_LABEL[tested]}.`;

function agreementSentence(company: Company, months: readonly PolicyMonth[]): string | undefined {
  const tested = months.filter(({ agreement }) => agreement !== "notTested");
  const name = shortName(company);
  if (tested.length === 0) return undefined;
  const differ = tested.filter(({ agreement }) => agreement === "differs").length;
  const of = count(tested.length, "month");
  if (tested.length === 1) return `In the one month that can be tested, ${name} ${differ === 0 ? "did" : "did not do"} what it had said.`;
  if (differ === 0) return `In all ${of} that can be tested, ${name} did what it had said.`;
  return `In ${differ} of the ${of} that can be tested, ${name} did not do what it had said.`;
}

const said = columnsOf<PolicyStatement>();

/** Sources' statements about the treasury in words, newest first. */
export const statementsCard = card({
  id: "statements-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: what is said about its treasury`,
  entries: ({ figures, company }) =>
    figures.record.statements.filter((statement) => statement.company === company.id).sort((a, b) => byTime(b.period, a.period)),
  row: (statement) => ({ key: factMark(statement) }),
  columns: [
    said.text("period", "Period", "Period that the source speaks of.", ({ period }) => periodText(period)),
    said.text("statement", "What is said", "In the words of the record, not a quotation.", "note"),
    said.text("source", "Source", "Who published it.", ({ source }) => textCell(source.publisher, source.address)),
    said.text("source_kind", "Kind", `${capitalized(SOURCE_KINDS_TEXT)}.`, ({ source }) => SOURCE_KIND_LABEL[source.kind]),
    said.text("published_on", "Published", "Day of publication, where the source bears one.", ({ source }) =>
      source.publishedOn === null ? dayCell("", "undated") : dayCell(source.publishedOn),
    ),
  ],
});
