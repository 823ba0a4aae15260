/** Handles a request below /api/v1: JSON validated against its schema, CSV, or a problem document. */
import type { z } from "zod";
import { CSV_TYPE, csvOf, csvStream } from "@/files/tables/csv";
import { fileName } from "@/files/fileName";
import { flatColumns, flatRow } from "@/files/tables/flat";
import { JSON_TYPE, tableJson } from "@/files/tables/json";
import { acceptedForm, CSV_FORM, type Form, JSON_FORM, splitSuffix } from "@/files/http/negotiation";
import { pageOf, rowsFrom } from "@/cards/api/apiListing";
import type { Column, Row, Table } from "@/cards/tables/table";
import type { SearchParams } from "@/cards/selection/selection";
import { sha256Of } from "@/record/sha256";
import { SELECTION_NAMES } from "@/server/address/parameters";
import { paramsOf, selectedBy } from "../request";
import { ANY_ORIGIN, type Content, errorResponse, respond } from "../respond";
import { HttpError, type ParameterError, unknownParameter } from "@/files/http/problem";
import { siteAddress } from "../site";
import { documentText } from "./document";
import { findOperation, type Operation, type Question } from "./operations";
import { LISTED, PAGE_LINES, type ParameterName, type Query, querySchema } from "./schemas/parameters";

export const API_ROOT = "/api/v1";

const FORMS: readonly Form[] = [JSON_FORM, CSV_FORM];

const CORS = {
  ...ANY_ORIGIN,
  "Access-Control-Expose-Headers": "Content-Disposition, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After",
};

/** CORS preflight: any origin may read; writing is not offered. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      Allow: "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "Accept, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since",
      "Access-Control-Max-Age": "86400",
    },
  });

export const methodNotAllowed = (request: Request): Response =>
  errorResponse(request, { kind: "method-not-allowed" }, { headers: { ...CORS, Allow: "GET, HEAD, OPTIONS" } });

/** The server enforces the rate limit (see server/requests/fairUse.ts). */
export const serve = (request: Request, path: readonly string[]): Promise<Response> =>
  respond(request, () => contentAt(request, path), { headers: CORS });

async function contentAt(request: Request, path: readonly string[]): Promise<Content> {
  // The root is the OpenAPI document.
  if (["", "openapi.json"].includes(path.join("/"))) return { type: JSON_TYPE, content: documentText };
  const { name, form: suffix } = splitSuffix(path.join("/"), FORMS);
  const { operation, path: values } = findOperation(`/${name}`);
  const form = suffix ?? acceptedForm(request.headers.get("accept"), FORMS);
  if (!form) throw new HttpError({ kind: "not-acceptable", detail: `Offered are ${FORMS.map(({ type }) => type).join(" and ")}.` });
  const url = new URL(request.url);
  const query = readQuery(operation.parameters, paramsOf(url.searchParams));
  const cursor = cursorOf(operation, query);
  const selected = await selectedBy(selectionParams(query, cursor));
  const question: Question = { ...selected, query, path: values };
  const { body, next } = bodyOf(operation, question, form, cursor);
  return {
    type: form === CSV_FORM ? CSV_TYPE : JSON_TYPE,
    ...(form === CSV_FORM && {
      fileName: fileName({ subject: `/${name}`, versionId: selected.figures.record.version.id, ending: "csv" }),
    }),
    headers: {
      ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
      ...(suffix === undefined && { "Content-Location": `${API_ROOT}/${name}.${form.name}${url.search}` }),
    },
    content: body,
  };
}

interface Body {
  readonly body: () => BodyInit;
  readonly next?: string;
}

function bodyOf(operation: Operation, question: Question, form: Form, cursor: Cursor | undefined): Body {
  const reply = operation.reply(question);
  const { version } = question.figures.record;
  const json = (document: object): Body => ({
    body: () => {
      // A response outside its schema is our bug, and must not be sent as valid.
      operation.answer.parse(document);
      return `${JSON.stringify(document, null, 2)}\n`;
    },
  });
  const either = (table: Table, document: object) =>
    form === CSV_FORM ? { body: () => csvBody(table.columns, table.rows) } : json(document);
  if (reply.kind === "document") return either(reply.table, reply.document);
  if (reply.kind === "table") return either(reply.table, tableJson(reply.table, version, siteAddress()));

  const { listing } = reply;
  const start = cursor?.at ?? 0;
  const wanted = question.query.limit ?? (form === JSON_FORM ? PAGE_LINES : undefined);
  if (wanted === undefined) return { body: () => csvBody(listing.columns, rowsFrom(listing, start)) };
  const end = start + wanted;
  const next = end < listing.keys.length ? nextAddress(operation, question, form, end) : undefined;
  const table = pageOf(listing, start, wanted);
  const page = { ...tableJson(table, version, siteAddress()), total: listing.keys.length, next: next ?? null };
  return { ...either(table, page), ...(next !== undefined && { next }) };
}

/** Rows as a CSV stream. A table that cannot be flattened fails here, before the first byte is sent. */
function csvBody(columns: readonly Column[], rows: Iterable<Row>): ReadableStream<Uint8Array> {
  const heads = flatColumns(columns).map(({ key }) => key);
  function* fields() {
    for (const row of rows) yield flatRow(columns, row);
  }
  return csvStream(csvOf(heads, fields()));
}

function cursorOf(operation: Operation, query: Query): Cursor | undefined {
  if (query.cursor === undefined) return undefined;
  const cursor = readCursor(query.cursor);
  const same = cursor?.mark === markOf(operation.id, query) && (query.version === undefined || query.version === cursor.version);
  if (same) return cursor;
  const detail = "cursor belongs to another question. Follow next as it is, or begin without a cursor.";
  throw new HttpError({ kind: "invalid-parameter", errors: [{ parameter: "cursor", value: query.cursor.slice(0, 80), detail }] });
}

/** The parameters for the pages' own address parser. A cursor includes its data version. */
function selectionParams(query: Query, cursor: Cursor | undefined): SearchParams {
  const named = SELECTION_NAMES.map((name) => [name, (query as SearchParams)[name]] as const);
  return { ...Object.fromEntries(named), ...(cursor && { version: cursor.version }) };
}

function nextAddress(operation: Operation, { figures, query, path }: Question, form: Form, at: number): string {
  const mark = markOf(operation.id, query);
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (name !== "cursor") params.set(name, String(value));
  params.set("cursor", writeCursor({ version: figures.record.version.id, at, mark }));
  const below = operation.path.replace("{company}", path.company).replace("{period}", path.period);
  return `${siteAddress()}${API_ROOT}${below}.${form.name}?${params.toString().replaceAll("%2C", ",")}`;
}

/** A pagination cursor, written as text in an address; valid for one data version and query, so that no row is lost. */
interface Cursor {
  readonly version: string;
  /** Rows before it. */
  readonly at: number;
  readonly mark: string;
}

const writeCursor = ({ version, at, mark }: Cursor): string => Buffer.from(`${version}.${at}.${mark}`).toString("base64url");

function readCursor(text: string): Cursor | undefined {
  const match = /^([0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{8})$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  return match ? { version: match[1] ?? "", at: Number(match[2]), mark: match[3] ?? "" } : undefined;
}

/** A short hash of an operation and its parameters in any order, without cursor, limit and version. */
function markOf(operation: string, query: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(query).filter(([name]) => !["cursor", "limit", "version"].includes(name));
  const parts = asked.map(([name, value]) => `${name}=${String(value)}`).sort();
  return sha256Of([operation, ...parts].join("&")).slice(0, 8);
}

/** Lists may be written c=riot,mara or c=riot&c=mara. */
const LISTS: readonly string[] = ["c", "metric"];

/** Throws HttpError when a parameter is unknown or its value is invalid: it names the parameter and the valid values. */
function readQuery(names: readonly ParameterName[], params: SearchParams): Query {
  const strange = Object.entries(params).filter(([name]) => !(names as readonly string[]).includes(name));
  if (strange.length > 0) {
    throw new HttpError({
      kind: "unknown-parameter",
      errors: strange.map(([name, value]) => unknownParameter(name, String(value), names)),
    });
  }
  const written = Object.entries(params).flatMap(([name, value]) => {
    const joined = Array.isArray(value) && LISTS.includes(name) ? value.join(",") : value;
    // Forms send empty fields; they count as absent.
    return joined === "" || joined === undefined ? [] : [[name, joined] as const];
  });
  const read = querySchema(names).safeParse(Object.fromEntries(written));
  if (read.success) return read.data;
  throw new HttpError({ kind: "invalid-parameter", errors: read.error.issues.map((issue) => errorOf(issue, params)) });
}

function errorOf(issue: z.core.$ZodIssue, params: SearchParams): ParameterError {
  const parameter = String(issue.path[0] ?? "");
  const sent = params[parameter];
  const value = String(sent).slice(0, 80);
  if (Array.isArray(sent) && !LISTS.includes(parameter))
    return { parameter, value, detail: `${parameter} stands there ${sent.length} times: write it once.` };
  const choices = issue.code === "invalid_value" ? issue.values.map(String) : LISTED[parameter];
  const expected = issue.code === "invalid_value" ? "one of" : issue.message;
  return {
    parameter,
    value,
    detail: `${parameter}=${value} is not valid: write ${expected}${choices ? ` ${choices.join(", ")}` : ""}.`,
    ...(choices && { choices }),
  };
}
