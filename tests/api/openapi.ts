/** The API's description as whoever builds on it would use it: it checks answers, and knows nothing of the program's own schemas. */
import { Ajv2020 } from "ajv/dist/2020.js";

interface Media {
  readonly schema: object;
}

export interface Description {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: DescribedOperation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

/** Errors of `value` against what the document says of an operation's answer; empty when it is as described. */
export function checker(document: Description) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { uri: (text: string) => URL.canParse(text), date: true } });
  ajv.addSchema(document, "openapi");
  const pointer = (...parts: string[]) =>
    `openapi#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
  return (path: string, status: number, type: string, value: unknown): unknown[] => {
    const validate = ajv.compile({ $ref: pointer("paths", path, "get", "responses", String(status), "content", type, "schema") });
    return validate(value) ? [] : (validate.errors ?? ["no reason"]).slice(0, 5);
  };
}

/** The described operation that an address below the server's means. */
export function operationAt(document: Description, pathname: string): { path: string; operation: DescribedOperation } {
  const bare = pathname.replace(/\.(json|csv)$/, "");
  const path = Object.keys(document.paths).find((template) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(bare));
  const operation = path === undefined ? undefined : document.paths[path]?.get;
  if (path === undefined || !operation) throw new Error(`the document describes no ${pathname}`);
  return { path, operation };
}
