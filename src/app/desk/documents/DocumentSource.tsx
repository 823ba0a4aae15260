/** Where a document is from, a link if that is on the web, and its days. */
import type { StoredDocument } from "@/record/store/review/documents";

export const DocumentSource = ({ of: { address, publishedOn, retrievedOn } }: { readonly of: StoredDocument }) => (
  <>
    {/^https?:/.test(address) ? <a href={address}>{address}</a> : address}, published {publishedOn ?? "on an unknown day"}, read on{" "}
    {retrievedOn}
  </>
);
