/** Names of downloads: sellthrough_miners_2025-03_nasdaq_v1a2b3c4d5e6f.csv: subject, range, companies and version, in safe characters. */
import type { Period } from "@/domain/values/period";

export interface FileSubject {
  /** The content: "miners", "pooled-sell-through", "record". */
  readonly subject: string;
  /** First and last period; equal ones are written once, null is open. */
  readonly range?: { readonly from: Period | null; readonly to: Period | null };
  /** The panel's name or the companies' slugs. */
  readonly companies?: string | readonly string[];
  /** Other distinctions: "dark", "1200x675", "net". */
  readonly variant?: string;
  readonly versionId: string;
  /** "csv", "json", "xlsx", "zip", "svg", "png". */
  readonly ending: string;
}

/** More companies than this are counted, not listed: "12-companies". */
const LISTED = 4;

/** "sellthrough_", the given parts and the version, joined with "_", and the extension. */
export function fileName({ subject, range, companies, variant, versionId, ending }: FileSubject): string {
  const parts = [subject, rangeName(range), companiesName(companies), variant]
    .map((part) => slug(part ?? ""))
    .filter((part) => part !== "");
  return `${["sellthrough", ...parts, `v${slug(versionId)}`].join("_")}.${slug(ending)}`;
}

/** The Content-Disposition header that saves a response under a name made by `fileName`. */
export const attachment = (name: string): string => `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, "-")}"`;

function rangeName(range: FileSubject["range"]): string {
  if (!range || (range.from === null && range.to === null)) return "";
  if (range.from === range.to) return range.from ?? "";
  return `${range.from ?? "start"}-to-${range.to ?? "now"}`;
}

function companiesName(companies: FileSubject["companies"]): string {
  if (companies === undefined || typeof companies === "string") return companies ?? "";
  return companies.length > LISTED ? `${companies.length}-companies` : companies.join("-");
}

/** Lower-case letters and digits with "-" between the words. */
export const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
