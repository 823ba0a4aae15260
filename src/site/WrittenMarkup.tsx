/** Markup that was written as text, set into a page once (see Written). */
import { createHash } from "node:crypto";
import { handOver } from "./handOver";
import { Written, type WrittenProps } from "./Written";

export function WrittenMarkup({ text, ...rest }: Omit<WrittenProps, "name"> & { readonly text: string }) {
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  handOver(name, text);
  return <Written name={name} {...rest} />;
}
