/** Where a document is from, a link if that is on the web, its kind of source, and its days. */
import { SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import type { StoredDocument } from "@/record/store/review/documents";

export const DocumentSource = ({ of: { address, kind, publishedOn, retrievedOn } }: { readonly of: StoredDocument }) => (
  <>
    {/^https?:/.test(address) ? <a href={address}>{address}</a> : address}, {SOURCE_KIND_LABEL[kind]}, published{" "}
    {publishedOn ?? "on an unknown day"}, read on {retrievedOn}
  </>
);
