/** The explanation of one figure: its value and evidence, the arithmetic with each term linked, and every fact with its source. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { shortName } from "@/domain/facts/company";
import { parseMetric } from "@/domain/values/metric";
import { calendarKindOf, periodSlug } from "@/domain/values/period";
import { DataTable } from "@/site/DataTable";
import { PageSection } from "@/site/PageSection";
import { StatBlock } from "@/site/StatBlock";
import { historyCard } from "@/cards/companies/companyHistory";
import { companyAddress, periodAddress } from "@/cards/selection/address";
import type { Term } from "@/cards/evidence/arithmetic";
import { explainFigure, explainSellThrough, type Explanation, valueText } from "@/cards/evidence/explanation";
import { shownFacts } from "@/cards/evidence/factTable";
import { shortPeriodName } from "@/cards/words/phrases";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps, type ViewProps } from "@/app/request";
import { parseRecordSlug } from "@/cards/selection/recordYears";
import { fullAddress } from "@/app/site";
import { citationOf } from "@/files/sharing/citation";
import { queryOf } from "@/cards/selection/selection";
import { CiteBox } from "@/site/CiteBox";
import { CopyButton } from "@/site/CopyButton";
import { sharedAs } from "@/app/socialCard";
import { withoutSources } from "@/cards/tables/viewed";

type Props = PageProps<{ readonly company: string; readonly period: string; readonly metric: string }>;

async function explain({ params, searchParams }: Props) {
  const { company: id, period: text, metric: name } = await params;
  const view = await openView({ searchParams });
  const company = companyOr404(view.figures, id);
  const period = parseRecordSlug(text, view.years) ?? notFound();
  const metric = parseMetric(name);
  if (metric === undefined && name !== "sell_through") notFound();
  const explanation: Explanation =
    metric === undefined ? explainSellThrough(view, company, period) : explainFigure(view, company, period, metric);
  return { view, company, period, explanation };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, company, explanation } = await explain(props);
  const { openGraph, twitter } = sharedAs(
    "",
    historyCard.table({ figures: view.figures, selection: view.selection, company }),
    view.selection,
  );
  return {
    ...(openGraph && twitter && { openGraph, twitter }),
    title: explanation.title,
    description: `${explanation.title}: ${valueText(explanation)}. ${explanation.how}`,
  };
}

export default async function FigurePage(props: Props) {
  const { view, company, period, explanation } = await explain(props);
  const { selection } = view;
  const { cell, arithmetic, facts } = explanation;
  const path = `/figures/${company.id}/${periodSlug(period)}/${(await props.params).metric}`;
  const places = [
    { label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` },
    { label: shortName(company), href: companyAddress(company.id, selection) },
    ...(calendarKindOf(period) === undefined ? [] : [{ label: shortPeriodName(period), href: periodAddress(period, selection) }]),
  ];
  return (
    <RecordPage
      current="companies"
      view={view}
      path={path}
      crumbs={{ places, here: "How it is known" }}
      title={explanation.title}
      standfirst={<p>{explanation.how}</p>}
    >
      <div id="figure">
        <StatBlock
          label="Figure"
          cell={cell}
          unit={explanation.unit === "" ? undefined : explanation.unit}
          note={<CopyButton text="#figure" label="Copy link" what="to this figure" />}
        />
      </div>
      {arithmetic && (
        <PageSection id="arithmetic" title="The arithmetic">
          <ul className="terms">
            <Terms terms={arithmetic.terms} />
            <li className="total">
              <span className="sign">=</span> <b>{arithmetic.result}</b> {arithmetic.unit}
            </li>
          </ul>
        </PageSection>
      )}
      <PageSection id="facts" title="The facts and their sources">
        {facts.rows.length > 0 ? <DataTable table={withoutSources(shownFacts(facts))} /> : <p>No fact in the record states it.</p>}
        <Sources sources={explanation.sources} />
        <Cite view={view} explanation={explanation} path={path} />
      </PageSection>
    </RecordPage>
  );
}

/** Each document with its publisher, its retrieval day, and an archived copy in case it is gone. */
function Sources({ sources }: Pick<Explanation, "sources">) {
  if (sources.length === 0) return null;
  return (
    <ul className="sources mt-4">
      {sources.map(({ address, text, note, archive }) => (
        <li key={address}>
          <a href={address}>{text}</a>; {note}
          {archive !== undefined && (
            <>
              ; <a href={archive}>look for an archived copy</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Citation of the figure at this version, with the publishers of its facts. */
function Cite({ view, explanation, path }: ViewProps & { readonly explanation: Explanation; readonly path: string }) {
  const { figures, selection, today } = view;
  const { version } = figures.record;
  const address = fullAddress(`${path}${queryOf({ ...selection, version: version.id })}`);
  const title = `${explanation.title}: ${valueText(explanation)}`;
  const { long, bibtex } = citationOf({ title, address, version, accessedOn: today, statedBy: explanation.statedBy });
  return <CiteBox plain={long} bibtex={bibtex} />;
}

/** Lines of arithmetic; the terms of a derived line are below it. */
const Terms = ({ terms }: { readonly terms: readonly Term[] }) =>
  terms.map((term) => (
    <li key={term.href}>
      <span className="sign">{term.sign}</span> <a href={term.href}>{term.text}</a> {term.label}
      {term.terms && (
        <ul className="terms">
          <Terms terms={term.terms} />
        </ul>
      )}
    </li>
  ));
