/** The definitions of the figures: every rule in a sentence, with an example computed from the record; glossary, legend and decisions. */
import { MISSING_LABEL, MISSING_REASONS } from "@/domain/facts/cell";
import { type MetricKind, METRIC_IDS, METRICS } from "@/domain/values/metric";
import { Definition } from "@/site/Definition";
import { EvidenceKey } from "@/site/EvidenceKey";
import { LinkItems } from "@/site/links";
import { PageSection } from "@/site/PageSection";
import { Sentence } from "@/site/Sentence";
import { MISSING_EXPLANATION } from "@/cards/evidence/howKnown";
import { decisionsCard } from "@/cards/evidence/decisions";
import { method, type RuleGroup } from "@/cards/method/methodText";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { plainHead } from "@/app/socialCard";

const KIND: Record<MetricKind, string> = {
  flow: "a flow over the period",
  stock: "a stock at the period’s end",
  average: "a mean over the period",
};

export const generateMetadata = plainHead(
  "/method",
  "Method",
  "How sell-through of bitcoin miners is computed: what is measured, how one figure is chosen among sources, what is derived, what is missing and why, each rule with an example from the record.",
);

export default async function MethodPage(props: PageProps) {
  const view = await openView(props);
  const { figures } = view;
  const groups = method(figures);
  const decisions = decisionsCard.table(view);
  return (
    <RecordPage
      current="method"
      view={view}
      path="/method"
      title="What the figures mean"
      standfirst={
        <p>
          Every rule that stands between a source and a number on this site, each beside an example worked out from the record as it is now.
        </p>
      }
      beneath={
        <nav aria-label="On this page" className="contents-list no-print mt-4">
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            <LinkItems places={[...groups, EVIDENCE, GLOSSARY, DECISIONS].map(({ id, title }) => ({ href: `#${id}`, label: title }))} />
          </ul>
        </nav>
      }
    >
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <PageSection {...EVIDENCE} copyable sentence={<p>The level travels with the figure to every chart, table and download.</p>}>
        <EvidenceKey />
        <dl className="definitions mt-6">
          {MISSING_REASONS.map((reason) => (
            <Definition key={reason} id={`missing-${reason}`} term={`Missing: ${MISSING_LABEL[reason]}`}>
              {MISSING_EXPLANATION[reason]}
            </Definition>
          ))}
        </dl>
      </PageSection>
      <PageSection {...GLOSSARY} copyable>
        <dl className="definitions">
          {METRIC_IDS.map((id) => (
            <Definition key={id} id={`metric-${id}`} term={METRICS[id].label}>
              {METRICS[id].definition} In {METRICS[id].unit}; {KIND[METRICS[id].kind]}.
            </Definition>
          ))}
        </dl>
      </PageSection>
      {decisions.rows.length > 0 && <Card view={view} table={decisions} />}
    </RecordPage>
  );
}

/** Sections below the rules. */
const EVIDENCE = { id: "evidence", title: "How a figure is known" };
const GLOSSARY = { id: "metrics", title: "Glossary of metrics" };
const DECISIONS = { id: "decisions", title: "Decisions made by people" };

const Group = ({ group: { id, title, rules } }: { readonly group: RuleGroup }) => (
  <PageSection id={id} title={title} copyable>
    <dl className="definitions">
      {rules.map((rule) => (
        <Definition key={rule.id} id={rule.id} term={rule.term}>
          {rule.says.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {rule.example && (
            <div className="mt-2 border-l-2 border-rule pl-3 text-ink">
              <Sentence parts={rule.example} />
            </div>
          )}
        </Definition>
      ))}
    </dl>
  </PageSection>
);
