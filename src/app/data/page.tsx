/** About the data: content and origin of the record, how to download, cite and correct it. */
import { CiteBox } from "@/site/CiteBox";
import { DatasetDescription } from "@/app/DatasetDescription";
import { PageSection } from "@/site/PageSection";
import { Snippet } from "@/site/CopyButton";
import { LicenceLink } from "@/site/links";
import { Sentences } from "@/site/Sentence";
import { loadLines } from "@/files/tables/loadLines";
import { tableById } from "@/cards/registry";
import { pageAddress, tableAddress } from "@/cards/selection/address";
import { DATA_FILES, type DataFile, TABLE_FILES } from "@/cards/evidence/dataFiles";
import {
  contentsCard,
  growthCard,
  metricCountCard,
  portraitSentence,
  publisherCard,
  sourceKindCard,
  undatedSentence,
} from "@/cards/evidence/dataPortrait";
import { queryOf } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { dayName } from "@/domain/shared/dayName";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { plainHead } from "@/app/socialCard";
import { citationOf } from "@/files/sharing/citation";
import { fullAddress } from "@/app/site";
import "@/app/map/grid.css";

export const generateMetadata = plainHead("/data", "About the data", ({ figures }) => {
  const words = portraitSentence(figures);
  return words ? plain(words) : "An open, sourced record of what listed bitcoin miners produce, sell and hold.";
});

export default async function DataPage(props: PageProps) {
  const view = await openView(props);
  const { figures, selection } = view;
  const { record } = figures;
  const named = (await props.searchParams)["load"];
  const loaded = typeof named === "string" ? tableById(view, named) : undefined;
  const { version } = record;
  // With the version, so that exactly these figures can be found again.
  const address = fullAddress(`/data${queryOf({ ...selection, version: version.id })}`);
  const citation = citationOf({ title: "Bitcoin produced, sold and held by listed miners", address, version });
  return (
    <RecordPage
      current="data"
      view={view}
      path="/data"
      kicker={`Version ${version.id}, changed on ${dayName(version.changedOn)}, with figures published up to ${dayName(version.date)}`}
      title="About the data"
      standfirst={<Sentences of={[portraitSentence(figures), undatedSentence(record)]} />}
    >
      <DatasetDescription figures={figures} />
      <PageSection
        id="files"
        title="Take it away"
        copyable
        sentence={<p>The record as it was entered, and what this site computes from it.</p>}
      >
        <FileList files={DATA_FILES} />
        <h3 className="mt-6">Tables of this site</h3>
        <FileList files={TABLE_FILES} />
        <p className="small mt-3">
          Every table and chart on the site has its own downloads below it, for exactly what is shown. Programs may ask the{" "}
          <a href={pageAddress("/api", selection)}>API</a>; new figures come by <a href={pageAddress("/feeds", selection)}>feed</a>.
        </p>
      </PageSection>
      <PageSection
        id="load"
        title="Load it into your tool"
        copyable
        sentence={
          <p>
            {loaded
              ? `These lines read the table “${loaded.title}”, as it was chosen.`
              : "These lines read every figure of the record; below each card stand those for its own table."}
          </p>
        }
      >
        <dl className="load-lines">
          {loadLines(fullAddress(loaded ? tableAddress(loaded.id, "csv", selection) : "/data/facts.csv")).map(({ tool, where, lines }) => (
            <div key={tool}>
              <dt>
                {tool}, <span className="small">{where}</span>
              </dt>
              <dd>
                <Snippet code={lines} what={`the lines for ${tool}`} />
              </dd>
            </div>
          ))}
        </dl>
      </PageSection>
      <PageSection id="licence" title="Licence and citation" copyable>
        <div className="prose">
          <p>
            The record may be used by anyone who names Sellthrough (<LicenceLink />
            ). The code is under the MIT licence. The documents behind the figures belong to those who published them; the record holds
            their figures and addresses, not their text.
          </p>
          <p>
            Cite the data version. It is a fingerprint of all that the record says: the same content has the same version everywhere, so a
            figure can be found again exactly as it was.
          </p>
        </div>
        <CiteBox plain={citation.long} bibtex={citation.bibtex} />
      </PageSection>
      <PageSection id="errors" title="Found an error?" copyable>
        <div className="prose">
          <p>
            Open the page of the figure (every number links to it): it names each source beside the value. If a source says something else,
            or a source is missing, report the address of that page, the value as the source prints it, and the source’s address.
          </p>
          <p>
            A correction is a new fact that supersedes the old one. <a href={pageAddress("/changes", selection)}>Changes</a> shows both.
            Where sources disagree, nobody’s error needs to be assumed: see <a href={pageAddress("/conflicts", selection)}>Conflicts</a>.{" "}
            <a href={pageAddress("/coverage", selection)}>Coverage</a> lists what is not known.
          </p>
        </div>
      </PageSection>
      <div className="mt-6">
        {[contentsCard, metricCountCard, sourceKindCard, publisherCard, growthCard].map((one) => (
          <Card key={one.id} view={view} table={one.table(view)} counts />
        ))}
      </div>
    </RecordPage>
  );
}

const FileList = ({ files }: { readonly files: readonly DataFile[] }) => (
  <ul className="sources">
    {files.map(({ name, href, what }) => (
      <li key={href}>
        <a href={href}>{name}</a>: {what}
      </li>
    ))}
  </ul>
);
