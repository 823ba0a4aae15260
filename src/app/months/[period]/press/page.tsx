/** The press page: text about a period and its basis, pictures, numbers, citation. In print it is one A4 page. */
import type { Metadata } from "next";
import { endOf, startOf } from "@/domain/values/period";
import { PageSection } from "@/site/PageSection";
import { pageAddresses, socialCard } from "@/app/socialCard";
import { RecordPage } from "@/app/RecordPage";
import { openPeriod, type PeriodProps } from "@/app/request";
import { packAddress, periodAddress, pressAddress, tableAddress } from "@/cards/selection/address";
import { pressOf } from "@/cards/months/press";
import { queryOf } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { dayName } from "@/domain/shared/dayName";
import { capitalized, panelName, periodName, thePeriod } from "@/cards/words/phrases";
import { PressPictures } from "./PressPictures";
import { CiteLines, PressText } from "./PressText";
import "./press.css";

/** A link high enough for touch. */
const FILE = "inline-block min-w-(--tap) leading-[max(1.75rem,var(--tap))]";

export async function generateMetadata(props: PeriodProps): Promise<Metadata> {
  const view = await openPeriod(props);
  const { period, selection } = view;
  const { lead, charts } = pressOf(view, period);
  const [chart] = charts;
  return {
    title: `For the press: ${periodName(period)}`,
    description: lead[0] ? plain(lead[0].sentence) : `Text, pictures and numbers for ${periodName(period)}.`,
    alternates: pageAddresses(pressAddress(period, selection)),
    ...(chart && socialCard(chart.table, chart.selection)),
  };
}

export default async function PressPage(props: PeriodProps) {
  const view = await openPeriod(props);
  const { figures, period, selection } = view;
  const press = pressOf(view, period);
  const name = capitalized(periodName(period));
  const known = selection.asOf === null ? "" : `, as known on ${dayName(selection.asOf)}`;
  return (
    <RecordPage
      current="months"
      view={view}
      path={`/months/${period}/press`}
      crumbs={{
        places: [
          { label: "Months", href: `/months${queryOf(selection)}` },
          { label: name, href: periodAddress(period, selection) },
        ],
        here: "For the press",
      }}
      kicker={`${capitalized(panelName(selection))}${known}`}
      title={`${name}, for the press`}
      empty={
        press.data.rows.length > 0
          ? undefined
          : `No figure between ${dayName(startOf(period))} and ${dayName(endOf(period))} passes the selection.`
      }
    >
      <p className="no-print mb-6 max-w-(--measure) text-ink-soft">
        <a href={packAddress(period, selection)}>One ZIP has everything</a>: text, pictures, numbers, sources and citation. Printed, or
        saved as PDF from the print dialogue, this page is one sheet of A4. Other companies and conditions can be chosen on{" "}
        <a href={periodAddress(period, selection)}>the page of {thePeriod(period)}</a>.
      </p>
      <div className="press">
        <PressText press={press} view={view} />
        <PressPictures charts={press.charts} figures={figures} />
        <PageSection id="numbers" title="The numbers" sentence={<p>{press.data.title}, company by company, with evidence and sources.</p>}>
          <ul className="my-2 flex flex-wrap gap-x-6 gap-y-1">
            {(["csv", "xlsx", "json"] as const).map((format) => (
              <li key={format}>
                <a className={FILE} href={tableAddress(press.data.id, format, selection)}>
                  {format.toUpperCase()}
                </a>
              </li>
            ))}
            <li>
              <a className={FILE} href={packAddress(period, selection)}>
                Everything as one ZIP
              </a>
            </li>
          </ul>
        </PageSection>
        <CiteLines press={press} view={view} />
      </div>
    </RecordPage>
  );
}
