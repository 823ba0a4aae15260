/** Data for a script of ours, beside what it is about: JSON that no browser runs. */
export const DataBlock = ({ data }: { readonly data: unknown }) => (
  <script type="application/json" dangerouslySetInnerHTML={{ __html: dataText(data) }} />
);

/** JSON as it may stand in an element: "<" could end it. */
export const dataText = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");
