/** Markup that was written as text (a table, a chart), set into a page. */
export interface MarkupBlockProps {
  readonly text: string;
  /** Of what a script brings to life when it is used (see live/startPage.ts): its kind, and where it finds what it needs. */
  readonly island?: Readonly<Record<`data-${string}`, string>>;
}

export const MarkupBlock = ({ text, island }: MarkupBlockProps) => <div {...island} dangerouslySetInnerHTML={{ __html: text }} />;
