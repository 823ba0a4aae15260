/** Validates feeds.json: further SEC numbers, feeds, and a source of daily prices. Every mistake is a sentence that names its place. */
import { messageOf, Refusal } from "@/domain/shared/refusal";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type CompanyId, companyId } from "@/domain/facts/company";
import { hostsOf, isSecure } from "../http/allowList";
import type { Endpoints } from "../edgar/edgarSubmissions";

export interface Feed {
  readonly address: string;
  /** Its publisher, as the name of the source. */
  readonly publisher: string;
  /** Hosts that its items link to, besides its own. */
  readonly itemHosts: readonly string[];
  /** The companies it covers. Names are given only for a wire with many companies' news: an item belongs to the company it names. */
  readonly companies: readonly { readonly company: CompanyId; readonly names: readonly string[] }[];
}

export interface FeedConfig {
  /** Further SEC numbers by company, without leading zeros. */
  readonly edgar: ReadonlyMap<CompanyId, readonly string[]>;
  readonly feeds: readonly Feed[];
  readonly prices: PriceSource | null;
}

/** Every mistake in feeds.json. */
export class FeedConfigError extends Refusal {
  override readonly name = "FeedConfigError";

  constructor(readonly mistakes: readonly string[]) {
    super(
      `feeds.json has ${mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`}:\n${mistakes.map((m) => `  ${m}`).join("\n")}`,
    );
  }
}

const address = z
  .string()
  .refine((text) => URL.canParse(text) && isSecure(new URL(text)), { error: "must be an https address (http only on this machine)" });
const host = z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, "must be a host name in lower case, without https://");
const name = z.string().trim().min(1, "must not be empty");
const cik = z.string().regex(/^[1-9]\d{0,9}$/, "must be an SEC number (CIK) without leading zeros, as text");

const place = { publisher: name, address, itemHosts: z.array(host).default([]) };
const itemNames = z.array(name).min(1, "must hold at least one name that items use");

const feedSchema = z.union(
  [z.strictObject({ company: name, ...place }), z.strictObject({ companies: z.record(name, itemNames), ...place })],
  {
    error:
      "must have an https address, a publisher, and either company or companies (with the names that items use); nothing else but itemHosts",
  },
);

const priceSchema = z.strictObject({
  publisher: name,
  address: address.refine((text) => text.includes("{from}") && text.includes("{to}"), { error: "must contain {from} and {to}" }),
  format: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("json"), rows: name, day: name, price: name, next: name.optional() }),
    z.strictObject({ kind: z.literal("csv"), day: name, price: name }),
  ]),
});

/** The source of daily prices: the address with {from} and {to} for the first and last day, and the names of the response's fields. */
export type PriceSource = Readonly<z.output<typeof priceSchema>>;
export type PriceFormat = PriceSource["format"];

const configSchema = z.strictObject({
  edgar: z.record(name, z.array(cik)).default({}),
  feeds: z.array(feedSchema).default([]),
  prices: priceSchema.nullable().default(null),
});

/** Parses a configuration. `known` are the companies on record. Throws FeedConfigError with every mistake found. */
export function readFeedConfig(text: string, known: ReadonlySet<string>): FeedConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FeedConfigError([`not JSON: ${messageOf(error)}`]);
  }
  const read = configSchema.safeParse(json);
  if (!read.success)
    throw new FeedConfigError(
      read.error.issues.map((issue) => `${issue.path.length === 0 ? "the file" : z.core.toDotPath(issue.path)}: ${issue.message}`),
    );
  const feeds = read.data.feeds.map(({ address, publisher, itemHosts, ...of }) => {
    const names = "company" in of ? { [of.company]: [] } : of.companies;
    return { address, publisher, itemHosts, companies: Object.entries(names).map(([id, own]) => ({ company: companyId(id), names: own })) };
  });
  const mistakes = [
    ...Object.keys(read.data.edgar)
      .filter((id) => !known.has(id))
      .map((id) => `edgar.${id}: no company of this name is on record`),
    ...feeds.flatMap((feed, i) =>
      feed.companies.filter(({ company }) => !known.has(company)).map(({ company }) => `feeds[${i}]: "${company}" is no company on record`),
    ),
    ...feeds.flatMap((feed, i) =>
      feeds.findIndex((other) => other.address === feed.address) < i ? [`feeds[${i}]: ${feed.address} is listed twice`] : [],
    ),
  ];
  if (mistakes.length > 0) throw new FeedConfigError(mistakes);
  return {
    edgar: new Map(Object.entries(read.data.edgar).map(([id, numbers]) => [companyId(id), numbers])),
    feeds,
    prices: read.data.prices,
  };
}

/** Reads a configuration file. Throws FeedConfigError, also when the file does not exist. */
export function loadFeedConfig(path: string, known: ReadonlySet<string>): FeedConfig {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new FeedConfigError([`there is no file ${path} that can be read`]);
  }
  return readFeedConfig(text, known);
}

/** Every host of this configuration and the SEC's endpoints: the allow-list of a run. */
export function hostsToAllow(config: FeedConfig, endpoints: Endpoints): Set<string> {
  const addresses = [...config.feeds.map((feed) => feed.address), ...(config.prices === null ? [] : [config.prices.address])];
  return new Set([
    ...hostsOf([endpoints.submissions, endpoints.concepts, endpoints.archives, ...addresses]),
    ...config.feeds.flatMap((feed) => feed.itemHosts),
  ]);
}
