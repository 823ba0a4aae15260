/**
 * The report of one month, quarter or year.
 */
import type { Metadata } from "next";
import { DataTable } from "@/ui/DataTable";
import { EvidenceKey } from "@/ui/EvidenceKey";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";
import { Sentence } from "@/ui/Sentence";
import { coverageSentence, headlineSentence, panelSentence } from "@/view/headline";
import { periodTable } from "@/view/periodTable";
import { poolAt } from "@/view/pooled";
import { plain, type Sentence as Words } from "@/view/sentence";
import { capitalized, periodName } from "@/view/words";
import { openView, type PageProps, periodOr404 } from "@/app/request";

type Props = PageProps<{ readonly period: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: capitalized(periodName(periodOr404((await params).period))) };
}

export default async function PeriodPage({ params, searchParams }: Props) {
  const period = periodOr404((await params).period);
  const { figures, selection } = await openView(searchParams);
  const at = poolAt(figures, selection, period);
  const words = [headlineSentence(at, selection), coverageSentence(at), panelSentence(at)].filter((s): s is Words => s !== undefined);
  return (
    <PageFrame current="months" version={figures.record.version}>
      <PageHeading
        title={capitalized(periodName(period))}
        standfirst={words.map((s) => (
          <Sentence key={plain(s)} parts={s} />
        ))}
      />
      <DataTable table={periodTable(figures, selection, period)} namedSources />
      <EvidenceKey as="marks" />
    </PageFrame>
  );
}
