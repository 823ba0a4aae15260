/** Sets markup that was built as text (a table, a chart) into a page. */
interface MarkupBlockProps {
  readonly text: string;
  /** Data attributes for a script that makes it interactive on use (see live/startPage.ts): its kind, and where to find its data. */
  readonly island?: Readonly<Record<`data-${string}`, string>>;
}

export const MarkupBlock = ({ text, island }: MarkupBlockProps) => <div {...island} dangerouslySetInnerHTML={{ __html: text }} />;
