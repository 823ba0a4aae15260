/** The small parts of pages: links, headings, sections, sentences, definitions, marks of evidence, large figures, notices. */
import type { ReactNode } from "react";
import type { Sentence as Words, TableCell, TableEvidence } from "@/cards/tables/table";
import { EVIDENCE_LABEL, EVIDENCE_LEVELS, evidenceWord } from "@/domain/facts/cell";
import { CopyButton } from "./boxes";

export interface Place {
  readonly label: string;
  readonly href: string;
}

interface ListedPlace extends Place {
  readonly current?: boolean;
  /** With a script, the page changes in place (live/behave.ts): to this address, or "" to the link's own. */
  readonly inPlace?: string;
}

interface LinkItemsProps {
  readonly places: readonly ListedPlace[];
  /** aria-current of the current one: the page shown, or one of several choices. */
  readonly mark?: "page" | "true";
}

/** The items of a list of links. Breadcrumbs, tabs and neighbours below are navigations of them, each a labelled landmark. */
export const LinkItems = ({ places, mark = "page" }: LinkItemsProps) =>
  places.map(({ label, href, current = false, inPlace }) => (
    <li key={href}>
      <a href={href} data-place={inPlace} aria-current={current ? mark : undefined}>
        {label}
      </a>
    </li>
  ));

export interface CrumbsProps {
  readonly places: readonly Place[];
  readonly here: string;
}

export const Crumbs = ({ places, here }: CrumbsProps) => (
  <nav className="crumbs" aria-label="You are here">
    <ol>
      <LinkItems places={places} />
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
);

interface TabsProps {
  /** Label of the tabs: "Views of March 2025". */
  readonly label: string;
  readonly tabs: readonly (Place & { readonly current: boolean })[];
}

export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      <LinkItems places={tabs} />
    </ul>
  </nav>
);

interface NeighboursProps {
  /** Distinguishes it from another one on the page. */
  readonly label?: string | undefined;
  readonly previous?: Place | undefined;
  readonly next?: Place | undefined;
}

export const Neighbours = ({ label = "Neighbouring periods", previous, next }: NeighboursProps) => (
  <nav className="month-nav" aria-label={label}>
    {previous ? (
      <a href={previous.href} rel="prev">
        ← <span>{previous.label}</span>
      </a>
    ) : (
      <i />
    )}
    {next && (
      <a href={next.href} rel="next">
        <span>{next.label}</span> →
      </a>
    )}
  </nav>
);

/** A sentence whose figures link to their explanation. The words come from the cards. */
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

export interface PageHeadingProps {
  readonly title: string;
  /** A few words above the headline: "March 2025". */
  readonly kicker?: string | undefined;
  /** The introduction; usually a <Sentence>. */
  readonly standfirst?: ReactNode;
  readonly children?: ReactNode;
}

/** A page's only h1, with a few words above (kicker) and an introduction. */
export const PageHeading = ({ title, kicker, standfirst, children }: PageHeadingProps) => (
  <div className="heading">
    {kicker !== undefined && <p className="kicker">{kicker}</p>}
    <h1>{title}</h1>
    {standfirst !== undefined && <div className="standfirst">{standfirst}</div>}
    {children}
  </div>
);

interface PageSectionProps {
  /** Anchor: "coverage". */
  readonly id: string;
  readonly title: string;
  readonly sentence?: ReactNode;
  /** To the right of the title: a switch. */
  readonly aside?: ReactNode;
  /** Offer the section's link beside the title, because it has no footer to copy it from. */
  readonly copyable?: boolean;
  readonly children: ReactNode;
}

/** A section of a page: a title with an anchor, a sentence, and its content. */
export const PageSection = ({ id, title, sentence, aside, copyable = false, children }: PageSectionProps) => (
  <section className="fig" id={id} aria-labelledby={`${id}-title`}>
    <div className="fig-head">
      <div>
        <h2 className="fig-title" id={`${id}-title`}>
          <a href={`#${id}`}>{title}</a>
        </h2>
        {sentence !== undefined && sentence !== null && <div className="fig-sentence">{sentence}</div>}
      </div>
      {aside}
      {copyable && <CopyButton text={`#${id}`} label="Copy link" what={`to “${title}”`} />}
    </div>
    {children}
  </section>
);

interface DefinitionProps {
  /** Anchor: "sell-through". */
  readonly id: string;
  readonly term: string;
  readonly children: ReactNode;
}

/** A term and its meaning with its own anchor. Used inside <dl className="definitions">. */
export const Definition = ({ id, term, children }: DefinitionProps) => (
  <>
    <dt id={id}>
      <dfn className="not-italic">
        <a href={`#${id}`}>{term}</a>
      </dfn>
    </dt>
    <dd>{children}</dd>
  </>
);

interface EvidenceMarkProps {
  readonly evidence: TableEvidence;
  readonly secondHand?: boolean | undefined;
}

/** Evidence as a mark (full, half or empty circle) and a word: a mark or colour alone never carries the meaning. */
export function EvidenceMark({ evidence, secondHand = false }: EvidenceMarkProps) {
  const word = evidenceWord(evidence, secondHand);
  return (
    <i className={`ev ${evidence}`} title={word}>
      {word}
    </i>
  );
}

interface ThinMarkProps {
  /** The coverage in words: "2 companies with 38% of the production to be expected". */
  readonly coverage: string;
}

/** Marks a pooled figure with too few companies or too little of known production, in words; the thresholds are defined elsewhere. */
export const ThinMark = ({ coverage }: ThinMarkProps) => <span className="thin">{`thin: ${coverage}`}</span>;

interface EvidenceKeyProps {
  /** Show only the marks of tables, or also the textures of charts (default). */
  readonly as?: "marks" | "both";
}

const KNOWN = EVIDENCE_LEVELS.filter((level): level is TableEvidence => level !== "missing");

const MEANING: Record<TableEvidence, string> = {
  reported: "a source states the figure",
  derived: "computed from reported figures",
  policy: "follows from the company’s stated policy",
};

/** The legend of marks and textures: reported, derived, by policy. */
export const EvidenceKey = ({ as = "both" }: EvidenceKeyProps) => (
  <ul className="key" aria-label="Key">
    {KNOWN.map((level) => (
      <li key={level}>
        <EvidenceMark evidence={level} />
        {as === "both" && <span className={`swatch ${level}`} aria-hidden="true" />}
        <span>
          <b className="font-semibold">{EVIDENCE_LABEL[level]}</b>
          {`: ${MEANING[level]}`}
        </span>
      </li>
    ))}
  </ul>
);

interface StatBlockProps {
  readonly label: string;
  readonly cell: TableCell;
  /** Small, after the figure: "BTC". Leave out for percentages, whose text has its sign. */
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
}

/** One large figure with name, evidence and note; if missing, the reason in words. */
export function StatBlock({ label, cell, unit, note }: StatBlockProps) {
  const text = cell.kind === "missing" ? <i className="missing text-[1.25rem] font-normal tracking-[0]">{cell.text}</i> : cell.text;
  return (
    <div className="stat">
      <p className="text-quiet text-ink-soft">
        {label}
        {cell.kind === "value" && <EvidenceMark evidence={cell.evidence} secondHand={cell.secondHand} />}
      </p>
      <p className="mt-[0.15rem] text-[clamp(2rem,1.6rem+1.4vw,2.75rem)] leading-[1.1] font-[550] tracking-[-0.03em] lining-nums tabular-nums">
        {text}
        {unit !== undefined && cell.kind === "value" && (
          <span className="ml-[0.3em] text-[0.4em] font-[450] tracking-[0] text-ink-muted">{unit}</span>
        )}
      </p>
      {note !== undefined && <div className="mt-[0.3rem] text-fine leading-[1.45] text-ink-muted">{note}</div>}
    </div>
  );
}

export const Notice = ({ children }: { readonly children: ReactNode }) => (
  <div className="notice" role="note">
    {children}
  </div>
);

interface EmptyStateProps {
  /** Names the filter: "No company listed on NYSE has figures for March 2025." */
  readonly sentence: string;
  readonly clearHref: string;
  readonly clearLabel?: string | undefined;
  /** Nearest choices that are not empty. */
  readonly choices?: readonly Place[] | undefined;
}

/** The sentence of an empty view, which names its filter, with alternatives. */
export const EmptyState = ({ sentence, clearHref, clearLabel = "Clear the selection", choices = [] }: EmptyStateProps) => (
  <div className="empty">
    <p>{sentence}</p>
    <p>
      <a href={clearHref}>{clearLabel}</a>
      {choices.map((choice) => (
        <span key={choice.href}>
          {" · "}
          <a href={choice.href}>{choice.label}</a>
        </span>
      ))}
    </p>
  </div>
);
