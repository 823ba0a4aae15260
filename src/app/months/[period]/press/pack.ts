/** The press pack as files: text, charts in every size and theme, numbers, citation, README. Reproducible on any day. */
import type { Asked } from "@/cards/asked";
import { EVIDENCE_LEVELS } from "@/domain/facts/cell";
import type { Figures } from "@/domain/figures/figures";
import { citationOf, type CitedWork } from "@/files/sharing/citation";
import { toCsv } from "@/files/tables/csv";
import { LICENCE } from "@/files/publisher";
import { tableSources } from "@/files/tables/tableSources";
import { EVIDENCE_MEANING, toXlsx } from "@/files/tables/xlsx";
import { toZip, type ZipFile } from "@/files/tables/zip";
import { sourceLine } from "@/domain/figures/rowSources";
import { type Picture, pictureOf, pngOf, versionLine } from "@/app/pictures";
import { fullAddress } from "@/app/site";
import { pressAddress } from "@/cards/selection/address";
import { type Press, type PressStatement, paragraph } from "@/cards/months/press";
import { plain } from "@/cards/tables/sentence";
import { capitalized, panelName, periodName } from "@/cards/words/phrases";

export const PRESS_SIZES = ["wide", "square", "portrait"] as const;
export const PRESS_THEMES = ["light", "dark"] as const;

interface NamedPicture extends Picture {
  /** Name in the archive without its extension. */
  readonly name: string;
}

export async function packOf(asked: Asked, press: Press): Promise<Uint8Array> {
  const pictures = picturesOf(asked.figures, press);
  const cited = citedPack(asked, press);
  const xlsx = await toXlsx(press.data, cited);
  const drawn = await Promise.all(
    pictures.map(async (picture) => [
      { name: `${picture.name}.svg`, content: picture.svg },
      { name: `${picture.name}.png`, content: await pngOf(picture) },
    ]),
  );
  const texts = textFiles(asked, press, cited, pictures);
  return toZip([...texts, { name: `data/${press.data.id}.xlsx`, content: xlsx }, ...drawn.flat()], cited.version.date);
}

const picturesOf = (figures: Figures, { charts }: Press): NamedPicture[] =>
  charts.flatMap(({ table, selection }) =>
    PRESS_SIZES.flatMap((size) =>
      PRESS_THEMES.flatMap((theme) => {
        const picture = pictureOf({ figures, selection }, table, { size, theme });
        return picture ? [{ ...picture, name: `pictures/${table.id}_${picture.width}x${picture.height}_${theme}` }] : [];
      }),
    ),
  );

/** The pack as a cited work: its title, and its page's address at this version. */
export function citedPack({ figures, selection }: Asked, { period }: Press): CitedWork {
  const { version } = figures.record;
  return {
    title: `What listed bitcoin miners produced, sold and held: ${periodName(period)}`,
    address: fullAddress(pressAddress(period, { ...selection, version: version.id })),
    version,
  };
}

function textFiles(asked: Asked, press: Press, cited: CitedWork, pictures: readonly NamedPicture[]): ZipFile[] {
  const { short, long, bibtex } = citationOf(cited);
  return [
    { name: "README.md", content: readme(asked, press, pictures, { title: cited.title, short, long }) },
    { name: "text.txt", content: pressText(press, short) },
    { name: "citation.bib", content: bibtex },
    { name: `data/${press.data.id}.csv`, content: toCsv(press.data) },
    { name: "sources.txt", content: sourcesText(press) },
  ];
}

/** Every source of the pack's numbers, once. */
const sourcesText = ({ data, period }: Press): string =>
  sections([
    `Sources of the figures for ${periodName(period)}`,
    ...tableSources(data).map((source) =>
      [
        sourceLine(source),
        source.address,
        ...(source.archive === undefined ? [] : [`Look for an archived copy (there may be none): ${source.archive}`]),
      ].join("\n"),
    ),
  ]);

function pressText(press: Press, citation: string): string {
  const list = (statements: readonly PressStatement[]) =>
    statements.map(({ sentence, basis }) => `- ${plain(sentence)}\n  Basis: ${basis}`).join("\n");
  return sections([
    capitalized(periodName(press.period)),
    paragraph(press.lead),
    list(press.points),
    press.caveats.length === 0 ? "" : `Bear in mind\n\n${list(press.caveats)}`,
    `Source: ${citation}`,
  ]);
}

function readme(
  asked: Asked,
  press: Press,
  pictures: readonly NamedPicture[],
  { title, short, long }: { readonly title: string; readonly short: string; readonly long: string },
): string {
  const alts = press.charts.map(({ table }) => {
    const own = pictures.filter(({ name }) => name.startsWith(`pictures/${table.id}_`));
    const sizes = [...new Set(own.map(({ width, height }) => `${width} × ${height}`))].join(", ");
    return `### ${table.title}\n\nFiles: pictures/${table.id}_… (${sizes} px; light and dark; SVG and PNG)\n\nAlternative text: ${own[0]?.alt ?? table.title}`;
  });
  return sections([
    `# ${title}`,
    `Companies: ${panelName(asked.selection)}. ${versionLine(asked)}`,
    "## What is here",
    [
      "- text.txt: the sentences, each with what it rests on",
      `- data/${press.data.id}.csv and .xlsx: every company’s figures with evidence and sources`,
      "- pictures/: the charts",
      "- sources.txt: every source by its publisher, with its address and where to look for an archived copy",
      "- citation.bib: the citation as BibTeX",
    ].join("\n"),
    "## How to cite",
    `Short: ${short}\n\nLong: ${long}`,
    `Licence: ${LICENCE.title} (${LICENCE.address}). Use it freely and name Sellthrough.`,
    "## How figures are known",
    EVIDENCE_LEVELS.map((level) => `- ${level}: ${EVIDENCE_MEANING[level]}`).join("\n"),
    ...(alts.length === 0 ? [] : ["## Pictures", ...alts]),
  ]);
}

const sections = (parts: readonly string[]): string => `${parts.filter((part) => part !== "").join("\n\n")}\n`;
