/** Sentences whose figures are links to what explains them. The words come ready-made from the cards; this only sets them. */
import type { Sentence as Words } from "@/cards/words/sentence";

export const Sentence = ({ parts }: { readonly parts: Words }) => (
  <p className="figures">
    {parts.map(({ text, href }, at) =>
      href === undefined ? (
        text
      ) : (
        <a key={at} href={href}>
          {text}
        </a>
      ),
    )}
  </p>
);

/** Sentences as a list, a line each. */
export const SentenceList = ({ of }: { readonly of: readonly { readonly id: string; readonly sentence: Words }[] }) => (
  <ul className="statements">
    {of.map(({ id, sentence }) => (
      <li key={id}>
        <Sentence parts={sentence} />
      </li>
    ))}
  </ul>
);

/** Those of several that there are, one after the other. */
export const Sentences = ({ of }: { readonly of: readonly (Words | undefined)[] }) =>
  of.map((parts, at) => parts && <Sentence key={at} parts={parts} />);
