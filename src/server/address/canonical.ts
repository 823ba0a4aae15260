/** Canonical addresses: parameters sorted, without default, empty and unknown ones. They are the cache key, and requested from Next. */
import { compareText } from "@/domain/shared/group";
import { LRUCache } from "lru-cache";
import { LONGEST_ADDRESS } from "../limits";
import { parametersOf } from "./parameters";

export interface Address {
  /** As requested: "/months/2025-03". */
  readonly path: string;
  /** "" or "?per=quarter". */
  readonly query: string;
}

export type Malformed = "too-long" | "too-many" | "malformed";

const MOST_PARAMETERS = 100;

/** Most requests repeat a recent address, so parsed ones are cached (LRU). */
const cache = new LRUCache<string, Address>({ max: 5_000 });

/** `longest`: maximum length in characters. */
export function canonicalAddress(target: string, longest = LONGEST_ADDRESS): Address | Malformed {
  if (target.length > longest) return "too-long";
  const known = cache.get(target);
  if (known) return known;
  const address = addressOf(target);
  if (typeof address !== "string" && target.length <= LONGEST_ADDRESS) cache.set(target, address);
  return address;
}

function addressOf(target: string): Address | Malformed {
  const at = target.indexOf("?");
  const path = at === -1 ? target : target.slice(0, at);
  if (!isPath(path)) return "malformed";
  if (at === -1) return { path, query: "" };
  const params = new URLSearchParams(target.slice(at + 1));
  if (params.size > MOST_PARAMETERS) return "too-many";
  return { path, query: queryOf(path, params) };
}

/** "/embed/../": Next would go up and answer for another path than the one whose policy and cache key are used. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** Whether it starts with a slash, its escapes are valid, and it has no dot segment, control character or backslash. */
function isPath(path: string): boolean {
  if (!path.startsWith("/") || path.includes("#") || DOT_SEGMENT.test(path)) return false;
  try {
    return !/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function queryOf(path: string, params: URLSearchParams): string {
  const known = parametersOf(path);
  const pairs =
    known === undefined ? [...params].sort(byText) : Object.entries(known).flatMap(([name, meant]) => pairOf(name, meant, params));
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return query === "" ? "" : `?${query}`;
}

/** The first value wins, as on the pages; only companies may be repeated. */
function pairOf(name: string, meant: string, params: URLSearchParams): [string, string][] {
  const value = name === "c" ? companies(params.getAll(name)) : (params.getAll(name)[0] ?? "");
  return value === "" || value === meant ? [] : [[name, value]];
}

function companies(values: readonly string[]): string {
  const ids = values.flatMap((value) => value.split(",")).filter((id) => id !== "");
  return [...new Set(ids.map((id) => id.toLowerCase()))].sort().join(",");
}

/** By name; several values of one name keep their order. */
const byText = ([a]: readonly [string, string], [b]: readonly [string, string]): number => compareText(a, b);
