/** Data for a script of ours, beside what it is about: JSON that no browser runs. */
export function DataBlock({ data }: { readonly data: unknown }) {
  // "<" could end the element.
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return <script type="application/json" dangerouslySetInnerHTML={{ __html: text }} />;
}
