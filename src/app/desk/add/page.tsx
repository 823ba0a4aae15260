/** Manual entry of figures: one with its source, or a file of them, with a preview of the difference before anything is written. */
import type { Metadata } from "next";
import { SOURCE_KIND_LABEL, SOURCE_KINDS } from "@/domain/facts/fact";
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import { problemText } from "@/record/csv/csv";
import { readFigure } from "@/record/csv/enteredRow";
import type { RowProblem } from "@/record/csv/factsFile";
import { appStore } from "@/record/store/database/client";
import { uploadFacts } from "@/record/store/review/deskEntry";
import { todayUtc } from "@/cards/stateAt";
import { count } from "@/cards/words/phrases";
import { readUpload } from "@/record/store/review/uploads";
import type { PageProps } from "@/app/request";
import { companyOptions } from "../companyOptions";
import { DeskFrame } from "../DeskFrame";
import { Choice, DeskForm, FileField, filledIn, Text } from "../Fields";
import { type Desk, openDesk } from "../guard";
import { problemsIn, type Returned, returnedIn } from "../typed";

export const metadata: Metadata = { title: "Enter and upload" };

/** In form order. */
const FIGURE_FIELDS = ["company", "metric", "period", "value", "source_url", "source_kind", "published_on", "note"] as const;

/** Maximum lines of a file shown one by one. */
const LISTED = 200;

export default async function AddPage({ searchParams }: PageProps) {
  const desk = await openDesk();
  const sent = await searchParams;
  const upload = typeof sent["upload"] === "string" ? sent["upload"] : undefined;
  const returned = await returnedIn(sent);
  const companies = await companyOptions();
  const problems = problemsOf(returned);
  const field = (name: (typeof FIGURE_FIELDS)[number]) => filledIn("add", name, returned.typed, problems);
  return (
    <DeskFrame desk={desk} title="Enter and upload" sent={sent}>
      {upload !== undefined && <DryRun sha256={upload} desk={desk} />}
      <h2>One figure with its source</h2>
      <DeskForm action="add" token={desk.token} hidden={{ back: "/desk/add" }}>
        <Choice label="Company" {...field("company")} options={companies} />
        <Choice label="Metric" {...field("metric")} options={METRIC_IDS.map((id) => [id, `${METRICS[id].label} (${METRICS[id].unit})`])} />
        <Text label="Period" {...field("period")} hint="2025-03" />
        <Text label="Value" {...field("value")} hint="853.70" />
        <Text label="Source’s address" {...field("source_url")} hint="https://" />
        <Choice label="Kind of source" {...field("source_kind")} options={SOURCE_KINDS.map((kind) => [kind, SOURCE_KIND_LABEL[kind]])} />
        <Text label="Published on (if known)" {...field("published_on")} required={false} hint="2025-04-03" />
        <Text label="Note (may be empty)" {...field("note")} required={false} />
        <button className="button">Enter</button>
      </DeskForm>
      <h2>A file of figures</h2>
      <p>
        A CSV file with the columns of facts.csv: company, period, metric, value, source_kind, published_on, source_url, note. What it would
        change is shown first. It only adds; nothing on record is withdrawn by it. A release is <a href="/desk#read">read at the queue</a>.
      </p>
      <DeskForm action="upload" token={desk.token} hidden={{ back: "/desk/add" }} encType="multipart/form-data">
        <FileField label="File" name="file" form="upload" accept=".csv,text/csv" required />
        <button className="button">Show what it changes</button>
      </DeskForm>
    </DeskFrame>
  );
}

/** The errors of an entered figure by field, in form order. */
function problemsOf({ typed, fault }: Returned): readonly RowProblem[] {
  if (Object.keys(typed).length === 0) return [];
  const read = readFigure(typed, todayUtc());
  if (!read.ok) return FIGURE_FIELDS.flatMap((name) => read.problems.filter(({ column }) => column === name));
  return problemsIn("add", fault);
}

async function DryRun({ sha256, desk }: { readonly sha256: string; readonly desk: Desk }) {
  const read = await readUpload(appStore(), sha256);
  if (read === undefined) return <p role="alert">The uploaded file is not here any more; upload it again.</p>;
  if (!read.ok)
    return (
      <section aria-labelledby="problems">
        <h2 id="problems">The file cannot be taken; nothing was changed</h2>
        <p>
          {read.count === 1 ? "One thing is" : `${read.count} things are`} wrong with it
          {read.count > read.problems.length && `; the first ${read.problems.length} are listed`}.
        </p>
        <ul className="desk-flags">
          {read.problems.map((problem, i) => (
            <li key={i}>{problemText(problem)}</li>
          ))}
        </ul>
        <Discard sha256={sha256} desk={desk} />
      </section>
    );
  const operator = { by: desk.session.by, at: new Date().toISOString() };
  const { details, result } = await uploadFacts(appStore(), { ...read, sha256 }, operator, { dryRun: true });
  const bare = result.doubts.some(({ line }) => read.facts.some((fact) => fact.line === line && fact.note.trim() === ""));
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">
        {details.length === 0 ? "Nothing new: every line is on record" : `It would add ${count(details.length, "line", "lines")}`}
      </h2>
      {result.known > 0 && <p>{count(result.known, "line is", "lines are")} on record already and passed over.</p>}
      <ul>
        {details.slice(0, LISTED).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
        {details.length > LISTED && <li>and {details.length - LISTED} more</li>}
      </ul>
      <ul className="desk-flags">
        {result.doubts.slice(0, LISTED).map(({ line, sentence }, i) => (
          <li key={i}>
            Line {line}: {sentence}
          </li>
        ))}
        {result.doubts.length > LISTED && <li>and {result.doubts.length - LISTED} more</li>}
      </ul>
      {details.length > 0 && (
        <DeskForm action="apply" token={desk.token} hidden={{ upload: sha256, back: "/desk/add" }}>
          {bare && <Text label="Note: why the lines above are right all the same" name="note" form="apply" />}
          <button className="button">Apply</button>
        </DeskForm>
      )}
      <Discard sha256={sha256} desk={desk} />
    </section>
  );
}

const Discard = ({ sha256, desk }: { readonly sha256: string; readonly desk: Desk }) => (
  <DeskForm action="discard" token={desk.token} hidden={{ upload: sha256, back: "/desk/add" }}>
    <button className="quiet">Remove the uploaded file</button>
  </DeskForm>
);
