/** A table's chart as a self-contained picture, with title, sentence, legend, source line, date, version and alternative text. */
import type { Asked } from "@/cards/asked";
import type { DrawingOptions } from "@/cards/selection/drawing";
import { cardAddress, chartOf } from "@/cards/registry";
import type { Theme } from "@/charts/palette";
import { renderPng, withWords } from "@/charts/png";
import { POSTER_SIZES, posterSvg, type PosterWords } from "@/charts/poster";
import { SOURCE_KIND_LABEL, SOURCE_KINDS } from "@/domain/facts/fact";
import { fileName } from "@/files/fileName";
import { LICENCE, PUBLISHER } from "@/files/publisher";
import { cellsOf, type Table } from "@/cards/tables/table";
import { dayName } from "@/domain/shared/dayName";
import { pluralOf } from "@/domain/shared/numberText";
import { listed } from "@/cards/words/phrases";
import { fileSubject } from "./fileSubject";
import { fullAddress, siteAddress } from "./site";

type PictureSize = keyof typeof POSTER_SIZES;

interface PictureForm {
  readonly size: PictureSize;
  readonly theme: Theme;
  /** Scale of bitcoin's price, where the chart can show it. */
  readonly price?: DrawingOptions["price"];
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly alt: string;
  /** Address of its table on the site. */
  readonly address: string;
}

/** Undefined when the table has no chart. */
export function pictureOf(asked: Asked, table: Table, { size, theme, price }: PictureForm): Picture | undefined {
  const { figures, selection } = asked;
  const chart = chartOf(table, { events: figures.record.events, price });
  if (!chart) return undefined;
  const { width, height } = POSTER_SIZES[size];
  const address = fullAddress(cardAddress(table.id, selection));
  const svg = posterSvg(chart, { ...posterWords(asked, table, size), width, height, theme });
  return { svg, width, height, title: table.title, alt: chart.alt, address };
}

export async function pngOf({ svg, width, title, alt, address }: Picture): Promise<Uint8Array> {
  const words = { Title: title, Description: alt, Source: address, Copyright: `${PUBLISHER}, ${LICENCE.id}` };
  return withWords(await renderPng(svg, width), words);
}

/** "sellthrough_sold-2025-03_nasdaq_wide-dark_v1a2b3c4d5e6f.png". */
export function pictureName(asked: Asked, table: Table, form: PictureForm, ending: "svg" | "png"): string {
  const { variant, ...subject } = fileSubject(asked, table.id);
  return fileName({ ...subject, variant: [form.size, form.theme, variant].join("-"), ending });
}

/** Maximum length of a sentence as a headline. */
const HEADLINE_LENGTH = 125;

/** On a social card the sentence with the number is largest: readers often see nothing else. */
function posterWords(asked: Asked, table: Table, size: PictureSize): PosterWords {
  const told = table.sentence ?? "";
  const end = told.indexOf(". ") + 1;
  const first = end === 0 ? told : told.slice(0, end);
  const turned = size === "card" && first !== "" && first.length <= HEADLINE_LENGTH;
  return {
    title: turned ? first : table.title,
    sentence: turned ? [`${table.title}.`, told.slice(first.length + 1)].filter((text) => text !== "").join(" ") : told,
    source: `${sourceKindsLine(table)} ${siteAddress().replace(/^https?:\/\//, "")}, ${LICENCE.id}.`,
    version: versionLine(asked),
  };
}

/** "Sources: company releases and regulatory filings, compiled by Sellthrough." */
export function sourceKindsLine(table: Table): string {
  const kinds = new Set(cellsOf(table).flatMap((cell) => (cell.kind === "value" ? cell.sources.map(({ kind }) => kind) : [])));
  // A pooled figure has no source of its own; each company's figure has, on the page of the period.
  const all: readonly string[] = SOURCE_KINDS.map((kind) => SOURCE_KIND_LABEL[kind]);
  return `Sources: ${listed((kinds.size === 0 ? all : [...kinds].sort()).map(pluralOf))}, compiled by ${PUBLISHER}.`;
}

/** "Data of 5 May 2026, version 1a2b3c4d5e6f, as known on 1 June 2025." */
export function versionLine({ figures, selection: { asOf } }: Asked): string {
  const { version } = figures.record;
  return `Data of ${dayName(version.changedOn)}, version ${version.id}${asOf === null ? "" : `, as known on ${dayName(asOf)}`}.`;
}
