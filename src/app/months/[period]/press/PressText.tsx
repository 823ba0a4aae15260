/** The text of the press pack: the lead as a whole, then every sentence with its basis and a copy button; and the citation. */
import type { View } from "@/app/request";
import { CopyButton, Snippet } from "@/site/CopyButton";
import { PageSection } from "@/site/PageSection";
import { Sentence, Sentences } from "@/site/Sentence";
import { citationOf, shortCitation } from "@/files/sharing/citation";
import { type Press, type PressStatement, paragraph } from "@/cards/months/press";
import { citedPack } from "./pack";

export function PressText({ press, view }: { readonly press: Press; readonly view: View }) {
  const cited = citedPack(view, press);
  const source = `${shortCitation(cited)} ${cited.address}`;
  return (
    <PageSection id="text" title="The text">
      {press.lead.length > 0 && (
        <div className="press-lead">
          <div>
            <Sentences of={press.lead.map(({ sentence }) => sentence)} />
          </div>
          <CopyButton text={`${paragraph(press.lead)}\nSource: ${source}`} what="the lead with its source" />
        </div>
      )}
      <Statements statements={press.points} source={source} />
      {press.caveats.length > 0 && (
        <>
          <h3 className="mt-5 print:mt-[0.4rem] print:text-[9.5pt]">Bear in mind</h3>
          <Statements statements={press.caveats} source={source} />
        </>
      )}
      <details className="more">
        <summary>The lead, sentence by sentence</summary>
        <Statements statements={press.lead} source={source} />
      </details>
    </PageSection>
  );
}

function Statements({ statements, source }: { readonly statements: readonly PressStatement[]; readonly source: string }) {
  if (statements.length === 0) return null;
  return (
    <ul className="press-points">
      {statements.map(({ id, sentence, basis, alone }) => (
        <li key={id}>
          <div>
            <Sentence parts={sentence} />
            <p className="press-basis">Basis: {basis}</p>
          </div>
          <CopyButton text={`${alone}\nBasis: ${basis} Source: ${source}`} what={`the sentence that begins “${alone.slice(0, 40)}…”`} />
        </li>
      ))}
    </ul>
  );
}

/** Citations of the press pack: a short line for a caption, a long one for a list of references, and BibTeX, all with the data version. */
export function CiteLines({ press, view }: { readonly press: Press; readonly view: View }) {
  const { short, long, bibtex } = citationOf({ ...citedPack(view, press), accessedOn: view.today });
  const lines = [
    { name: "Short", text: short },
    { name: "Long", text: long },
  ];
  return (
    <PageSection id="cite" title="How to cite">
      {lines.map(({ name, text }) => (
        <div key={name} className="cite-text" id={`cite-${name.toLowerCase()}`}>
          <p>{text}</p>
          <CopyButton text={text} what={`the ${name.toLowerCase()} citation`} />
        </div>
      ))}
      <details className="more">
        <summary>BibTeX</summary>
        <Snippet code={bibtex} what="the BibTeX entry" />
      </details>
    </PageSection>
  );
}
