/** The API's OpenAPI 3.1 description, built from the operations and the zod schemas that validate requests and responses. */
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { CSV_TYPE } from "@/files/tables/csv";
import { JSON_TYPE } from "@/files/tables/json";
import { PROBLEM_TYPE, ProblemAnswer, PROBLEMS } from "@/files/http/problem";
import { LICENCE } from "@/files/publisher";
import { siteAddress } from "../site";
import { type Operation, OPERATIONS } from "./operations";
import { PATH_PARAMETERS, type PathName, querySchema } from "./schemas/parameters";

/** Raised with each breaking change of a response. */
const API_VERSION = "1.0.0";

const bare = (type: string): string => type.split(";")[0] ?? type;

let kept: { readonly site: string; readonly document: ReturnType<typeof createDocument> } | undefined;

export function openapiDocument(): ReturnType<typeof createDocument> {
  const site = siteAddress();
  if (kept?.site !== site) kept = { site, document: makeDocument(site) };
  return kept.document;
}

export const documentText = (): string => `${JSON.stringify(openapiDocument(), null, 2)}\n`;

const makeDocument = (site: string): ReturnType<typeof createDocument> =>
  createDocument({
    openapi: "3.1.1",
    info: {
      title: "Sellthrough",
      version: API_VERSION,
      description:
        "What listed bitcoin miners produce, sell and hold, with the source and the evidence of every figure. No key is needed. " +
        "Answers come as JSON or, by the suffix .csv or the Accept header, as CSV; they bear an ETag and a Last-Modified date.",
      license: { name: LICENCE.title, identifier: LICENCE.id },
    },
    servers: [{ url: `${site}/api/v1` }],
    externalDocs: { description: "The API in words", url: `${site}/api` },
    tags: [{ name: "record", description: "The record and what follows from it" }],
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.path, { get: operationObject(operation) }]),
    ) satisfies ZodOpenApiPathsObject,
  });

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, parameters } = operation;
  const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as PathName);
  const path = z.object(Object.fromEntries(named.map((name) => [name, PATH_PARAMETERS[name]])));
  return {
    operationId: id,
    summary,
    description,
    tags: ["record"],
    requestParams: { query: querySchema(parameters), ...(named.length > 0 && { path }) },
    responses: {
      "200": {
        description: "The answer.",
        headers: HEADERS,
        content: {
          [bare(JSON_TYPE)]: { schema: operation.answer },
          [bare(CSV_TYPE)]: { schema: { type: "string", description: "The same table with one line a row (RFC 4180, UTF-8)." } },
        },
      },
      "304": { description: "Nothing has changed since the ETag or the day that the request names." },
      "400": problemResponse("A parameter is unknown or not valid; errors names it."),
      ...(named.length > 0 && { "404": problemResponse("There is no such company or period.") }),
      "406": problemResponse(PROBLEMS["not-acceptable"].title),
      "429": problemResponse("More new answers than a client’s fair share; Retry-After says when to go on."),
    },
  };
}

const HEADERS = z.object({
  ETag: z.string().meta({ description: "To be sent back in If-None-Match." }),
  "Last-Modified": z.string().meta({ description: "Last change of the record, or of the day where the answer depends on it." }),
  RateLimit: z.string().optional().meta({
    description:
      "What is left of the client’s share: r answers, full again in t seconds. Only with an answer that was made for this request; others do not count.",
  }),
  "RateLimit-Policy": z.string().optional().meta({ description: "A client’s share: q answers, filled in w seconds." }),
  Link: z.string().optional().meta({ description: "rel=next: the next page of a long list." }),
});

const problemResponse = (description: string) => ({ description, content: { [bare(PROBLEM_TYPE)]: { schema: ProblemAnswer } } });
