/**
 * Which operation an address means: "/companies/riot/sell-through" → the operation and what stands for {company}. An address that means
 * none is refused with those that there are.
 */
import { HttpError } from "@/files/problem";
import { type Operation, OPERATIONS } from "./operations";
import type { PathName } from "./schemas/parameters";

export interface Found {
  readonly operation: Operation;
  readonly path: Readonly<Record<PathName, string>>;
}

/** Throws HttpError when there is no such operation. */
export function findOperation(address: string): Found {
  for (const operation of OPERATIONS) {
    const pattern = operation.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(address);
    if (found) return { operation, path: { company: "", period: "", ...found.groups } };
  }
  throw new HttpError({
    kind: "not-found",
    detail: `The API has no ${address.slice(0, 80)}. There are ${OPERATIONS.map(({ path }) => path).join(", ")}; /api describes them.`,
  });
}
