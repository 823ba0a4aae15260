/** A page put together from the components is valid HTML, as a validator that knows nothing of them finds. */
import { HtmlValidate } from "html-validate";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CiteBox } from "@/site/CiteBox";
import { DataTable } from "@/site/DataTable";
import { Definition } from "@/site/Definition";
import { EvidenceKey } from "@/site/EvidenceKey";
import { FigureCard } from "@/site/FigureCard";
import { Crumbs, Neighbours, Tabs } from "@/site/links";
import { EmptyState, Notice } from "@/site/notices";
import { PageFrame } from "@/site/PageFrame";
import { PageHeading } from "@/site/PageHeading";
import { PageSection } from "@/site/PageSection";
import { SelectionForm } from "@/site/SelectionForm";
import { Sentence } from "@/site/Sentence";
import { StatBlock } from "@/site/StatBlock";
import { ThinMark } from "@/site/marks";
import { JULY_2022 } from "./tables";

const place = { label: "Months", href: "/months" };
const months = { name: "from", label: "From", choices: [{ value: "2022-07", label: "July 2022", checked: true }] };

const page = (
  <PageFrame current="months" version={{ id: "3f9c2a1b", date: "2026-11-18", changedOn: "2026-11-20" }}>
    <Crumbs places={[place]} here="July 2022" />
    <PageHeading
      kicker="July 2022"
      title="Listed miners sold more than they mined"
      standfirst={<Sentence parts={[{ text: "2,404 BTC", href: "#figure" }, { text: " were sold." }]} />}
    />
    <SelectionForm
      action="/"
      clearHref="/"
      words="Nasdaq-listed · months"
      from={months}
      companies={{
        name: "c",
        label: "Companies",
        groups: [{ label: "Nasdaq", choices: [{ value: "riot", label: "Riot", checked: true }] }],
      }}
      asOf={{ name: "asof", label: "As known on", value: "" }}
    />
    <StatBlock
      label="Sold"
      cell={{ kind: "missing", reason: "quarterOnly", text: "quarter only" }}
      note={<ThinMark coverage="2 companies" />}
    />
    <FigureCard
      id="figure"
      title="Sold"
      views={{ chart: "?#figure", table: "?tables=figure#figure", tablePage: "/tables/figure", shown: "table" }}
      legend={<EvidenceKey />}
      source="Sources: 4 releases."
      downloads={[{ label: "CSV", href: "/figure.csv" }]}
      cite={<CiteBox plain="Sellthrough" bibtex="@misc{sellthrough}" />}
    >
      <DataTable
        table={JULY_2022}
        sorting={{ table: JULY_2022.id, column: "sold_btc", direction: "ascending" }}
        sortHref={(key) => `?by=t.${key}.asc`}
      />
    </FigureCard>
    <PageSection id="sources" title="Sources">
      <dl className="definitions">
        <Definition id="sold" term="Sold">
          Whenever it was mined.
        </Definition>
      </dl>
    </PageSection>
    <Notice>MARA’s holdings do not follow from its flows.</Notice>
    <EmptyState sentence="No company matches." clearHref="/" choices={[place]} />
    <Tabs label="Views" tabs={[{ ...place, current: true }]} />
    <Neighbours previous={place} />
  </PageFrame>
);

test("the components make valid HTML", async () => {
  const html = `<!DOCTYPE html><html lang="en"><head><title>July 2022</title></head><body>${renderToStaticMarkup(page)}</body></html>`;
  const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
  expect(report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message}`))).toEqual([]);
});
