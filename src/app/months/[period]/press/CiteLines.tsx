/** How to cite the press pack: a short line for a caption, a long one for a list of references, and BibTeX, all with the data version. */
import type { View } from "@/app/request";
import { citationOf } from "@/files/citation";
import { CopyButton, Snippet } from "@/site/CopyButton";
import { PageSection } from "@/site/PageSection";
import type { Press } from "@/cards/months/press";
import { citedPack } from "./pack";

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
