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
  const parts = address.split("/");
  for (const operation of OPERATIONS) {
    const template = operation.path.split("/");
    if (template.length !== parts.length) continue;
    const values: Partial<Record<PathName, string>> = {};
    const fits = template.every((part, at) => {
      const name = /^\{(company|period)\}$/.exec(part)?.[1] as PathName | undefined;
      if (name === undefined) return part === parts[at];
      values[name] = parts[at] ?? "";
      return values[name] !== "";
    });
    if (fits) return { operation, path: { company: "", period: "", ...values } };
  }
  throw new HttpError({
    kind: "not-found",
    detail: `The API has no ${address.slice(0, 80)}. There are ${OPERATIONS.map(({ path }) => path).join(", ")}; /api describes them.`,
  });
}
