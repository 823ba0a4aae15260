/** The form "Read a release" of the queue's page. It stands open when nothing waits, and when it was refused. */
import { SOURCE_KIND_LABEL, SOURCE_KINDS } from "@/domain/facts/fact";
import { Area, Choice, DeskForm, FileField, filledIn, Text } from "../Fields";
import type { Desk } from "../guard";
import { problemsIn, type Returned } from "../typed";
import type { ReleaseField } from "./release";

interface ReleaseFormProps extends Returned {
  readonly desk: Desk;
  readonly open: boolean;
}

/** Empty: sourceKind.ts decides. */
const KINDS = [["", "by its address"], ...SOURCE_KINDS.map((kind) => [kind, SOURCE_KIND_LABEL[kind]] as const)] as const;

export function ReleaseForm({ desk, open, typed, fault }: ReleaseFormProps) {
  const problems = problemsIn("read", fault);
  const field = (name: ReleaseField) => filledIn("read", name, typed, problems);
  return (
    <details id="read" data-key="n" open={open || problems.length > 0}>
      <summary>
        Read a release <kbd>n</kbd>
      </summary>
      <DeskForm action="read" token={desk.token} hidden={{ back: "/desk" }} encType="multipart/form-data">
        <Area label="Its text or HTML, pasted" {...field("text")} />
        <FileField label="Or a saved page (HTML or text)" accept=".html,.htm,.xhtml,.txt,.md,.json,.xml,text/*" {...field("file")} />
        <Text label="Its address, if it names none" {...field("source")} required={false} hint="https://" />
        <Text label="Published on (if known)" {...field("published")} required={false} hint="2025-04-03" />
        <Choice label="Kind of source" {...field("kind")} options={KINDS} />
        <button className="button">Read it</button>
      </DeskForm>
      <p className="small">What is read in it waits for a decision; nothing of it is in the record before.</p>
    </details>
  );
}
