/** Citations of a figure: a short line, a long one, and BibTeX, with an address that should contain the data version. */
import type { Day } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { dayName } from "@/domain/shared/dayName";
import { slug } from "../fileName";
import { LICENCE, PUBLISHER } from "../publisher";

export interface CitedWork {
  readonly title: string;
  /** Full address, with the version in it. */
  readonly address: string;
  readonly version: OpenRecord["version"];
  /** Publishers of the sources, where a few words can name them. */
  readonly statedBy?: string | undefined;
  /** Absent in files that must be the same on every day. */
  readonly accessedOn?: Day;
}

export const citationOf = (work: CitedWork) => ({ short: shortCitation(work), long: longCitation(work), bibtex: bibtex(work) });

/** For a caption: Sellthrough, "Title", data version 1a2b3c4d5e6f (28 November 2026): the day on which the record last changed. */
export const shortCitation = ({ title, version }: CitedWork): string =>
  `${PUBLISHER}, “${title}”, data version ${version.id} (${dayName(version.changedOn)}).`;

/** For a footnote or a list of references. */
function longCitation({ title, address, version, accessedOn, statedBy }: CitedWork): string {
  const at = `${address}${accessedOn === undefined ? "." : ` (accessed ${dayName(accessedOn)}).`}`;
  return `${authored(version)}: “${title}”. ${versionWords(version)} ${at} Licence: ${LICENCE.id}.${statedBy === undefined ? "" : ` As stated by ${statedBy}.`}`;
}

/** For the foot of a printed page, which has its title at the top. */
export const pageCitation = ({ address, version }: Pick<CitedWork, "address" | "version">): string =>
  `${authored(version)}. ${versionWords(version)} ${address}. Licence: ${LICENCE.id}.`;

const authored = ({ changedOn }: CitedWork["version"]): string => `${PUBLISHER} (${changedOn.slice(0, 4)})`;

const versionWords = ({ id, changedOn, date }: CitedWork["version"]): string =>
  `Data version ${id} of ${dayName(changedOn)}, with figures published up to ${dayName(date)}.`;

/** A BibTeX entry; its key contains version and title, so that two figures of one version do not collide. */
export function bibtex({ title, address, version, accessedOn, statedBy }: CitedWork): string {
  const [year = "", month = ""] = version.changedOn.split("-");
  const note = `Data version ${version.id} of ${version.changedOn}, with figures published up to ${version.date}. Licence: ${LICENCE.id}`;
  const fields: (readonly [string, string])[] = [
    ["author", `{${PUBLISHER}}`],
    ["title", `{${latex(title)}}`],
    ["year", year],
    ["month", String(Number(month))],
    ["version", version.id],
    ["url", address.replace(/[{}\\\s]/g, encodeURIComponent)],
    ...(accessedOn === undefined ? [] : [["urldate", accessedOn] as const]),
    ["note", `${note}${statedBy === undefined ? "" : latex(`. As stated by ${statedBy}`)}`],
  ];
  const key = [PUBLISHER.toLowerCase(), version.id, ...slug(title).split("-").slice(0, 6)].join("-");
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const latex = (text: string): string => text.replace(/[\\{}~^&%$#_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
