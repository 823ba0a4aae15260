/** Renders sentences whose figures link to their explanation. The words come from the cards. */
import type { Sentence as Words } from "@/cards/tables/sentence";

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

/** Sentences as a list, one per line. */
export const SentenceList = ({ of }: { readonly of: readonly { readonly id: string; readonly sentence: Words }[] }) => (
  <ul className="statements">
    {of.map(({ id, sentence }) => (
      <li key={id}>
        <Sentence parts={sentence} />
      </li>
    ))}
  </ul>
);

/** Those of several that are defined, one after the other. */
export const Sentences = ({ of }: { readonly of: readonly (Words | undefined)[] }) =>
  of.map((parts, at) => parts && <Sentence key={at} parts={parts} />);
