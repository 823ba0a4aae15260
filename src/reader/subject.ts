/**
 * What a document is: a company's monthly release, a quarterly report, or something that no figure may come from; and which month.
 * In: the document, its address and company. Out: the subject, or the reason why nothing is read.
 * Rule guarded: news rewrites, law firms' alerts and cover pages give nothing; two months in the subject's place make a doubt.
 */
import { addDays, endOf, kindOf, monthOfDay, type Day, type Period, period, shift } from "@/domain/period";
import { type FoundCompany, type KnownCompany, namesOfOthers } from "./companies";
import { type Block, type Document, isTable, type Passage } from "./document";
import { gridRows } from "./columns";
import { readHead } from "./heads";
import { RELATED } from "./joined";
import { leadMonth, OPENING } from "./leadMonth";
import { isPlan } from "./labels";
import type { Subject } from "./reading";
import { ownershipOf } from "./ownText";
import { publicationDay } from "./publication";
import { isCompared } from "./sentences";
import { findWhens, settle, type When } from "./when";

export interface Refusal {
  readonly refused: string;
}

const FOR_OTHERS =
  /\bcloud[- ]min\w+|\bhost(?:ed|ing)[- ](?:customers?|clients?|miners?|bitcoin|btc)|\bcustomers?['’]? (?:mined|earned|produced)|\b(?:by|for|to|from) (?:our |its )?(?:hosted |hosting |cloud )?(?:customers|clients)\b/i;

/** Finds out what the document is about. */
export function findSubject(
  document: Document,
  company: FoundCompany,
  companies: readonly KnownCompany[],
  address: string | undefined,
): Subject | Refusal {
  const { text } = document;
  const head = text.slice(0, 3000);
  const otherNames = namesOfOthers(companies, company.id);
  const ownWords = wordsOf(company, companies);
  const own = ownershipOf(document, company, ownWords, otherNames, address);
  const hasTable = document.blocks.some((block) => tableMonth(block).length > 0);
  if ("refused" in own && !(hasTable && own.refused.startsWith("neither"))) return own;
  const months = monthVotes(document, address, ownWords);
  const quarter = quarterOfReport(head);
  const publishedOn = publicationDay(head, address);
  const { month, doubts } = decide(
    months.length > 0 ? [...months, ...endOfNamed(months, head)] : monthsOfText(head, publishedOn),
    publishedOn,
  );
  if (quarter !== undefined && !months.some((vote) => vote.strong))
    return { ...common(text, otherNames, ownWords), month: undefined, quarter, doubts: [], publishedOn };
  // A table by month is the company's own, whatever else is missing.
  const doubted = "doubts" in own && !hasTable ? [...own.doubts, ...doubts] : doubts;
  if (month === undefined) return { refused: "the text does not say which month or quarter it is about" };
  return { ...common(text, otherNames, ownWords), month, quarter: undefined, doubts: doubted, publishedOn };
}

/** Every word of the company's names, tickers and slug: "Hut" and "8" of Hut 8. */
function wordsOf(company: FoundCompany, companies: readonly KnownCompany[]): Set<string> {
  const known = companies.find((candidate) => candidate.id === company.id);
  const names = [...(known?.names ?? []), ...(known?.tickers ?? []), company.name, company.id.replace(/-/g, " ")];
  return new Set(names.flatMap((name) => [name, ...name.split(/[\s,]+/)]).map((word) => word.toLowerCase().replace(/[.,]+$/, "")));
}

function common(
  text: string,
  otherNames: readonly string[],
  ownWords: ReadonlySet<string>,
): Pick<Subject, "otherNames" | "ownWords" | "minesForOthers" | "usDollars" | "numberedNotes"> {
  // Where a document counts in Canadian dollars, a bare "$" is not the record's.
  const canadian = /\bCanadian dollars\b|\(CAD\)|\bin CAD\b|\bCDN\$/i.test(text);
  return {
    otherNames,
    ownWords,
    minesForOthers: FOR_OTHERS.test(text),
    usDollars: !canadian,
    numberedNotes: /[a-z]\d(?=[A-Z][a-z])|[a-z]\s?\d(?:\s|$)(?=\n|\|)|^\s*\(?\d\)?[.:]\s+[A-Z]/m.test(text),
  };
}

interface Vote {
  readonly month: Period | undefined;
  /** A month without its year. */
  readonly number: number | undefined;
  readonly from: "title" | "lead" | "table" | "address" | "text" | "published";
  readonly strong: boolean;
}

/** Every place that names the document's month. */
function monthVotes(document: Document, address: string | undefined, ownWords: ReadonlySet<string>): Vote[] {
  const votes: Vote[] = [];
  const passages = document.blocks.filter((block): block is Passage => !isTable(block));
  let seen = 0;
  for (const passage of passages) {
    if (seen > 2500 || votes.filter((vote) => vote.from === "lead").length > 0) break;
    seen += passage.text.length;
    // A title may announce too ("announces November 2021 output"); it speaks as a title.
    const lead = passage.kind === "heading" && !OPENING.test(passage.text) ? undefined : leadMonth(passage.text, ownWords);
    if (lead) votes.push({ ...named(lead), from: "lead", strong: true });
    // "For the month of November 2025" on a 6-K's cover is the month of filing.
    else if (/^for the month of\b/i.test(passage.text) || RELATED.test(passage.text)) continue;
    else if (
      (passage.kind === "heading" || seen < 300) &&
      seen < 900 &&
      !votes.some((vote) => vote.from === "title" && vote.month !== undefined)
    ) {
      const whens = findWhens(passage.text).filter((when) => when.kind === "month" && !isCompared(passage.text, when));
      const when = whens.filter((candidate) => candidate.year !== undefined).at(-1) ?? whens[0];
      if (when !== undefined && passage.text.length < 160) votes.push({ ...named(when), from: "title", strong: when.year !== undefined });
    }
  }
  const tables = document.blocks.flatMap((block, i) => (isPlan(captionBefore(document.blocks, i)) ? [] : tableMonth(block)));
  const newest = tables.sort().at(-1);
  if (newest !== undefined) votes.push({ month: newest, number: undefined, from: "table", strong: false });
  const slug = address?.replace(/[-_/.+]+/g, " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const inSlug = slug === undefined ? undefined : findWhens(slug).find((when) => when.kind === "month" && when.year !== undefined);
  if (inSlug && /[a-z]/i.test(address?.slice(address.indexOf("//") + 2) ?? ""))
    votes.push({ ...named(inSlug), from: "address", strong: false });
  return votes;
}

/** Where neither title nor lead names the month: the one before the day of publication, if the text speaks of it. */
function monthsOfText(head: string, publishedOn: Day | undefined): Vote[] {
  const whens = findWhens(head).filter((when) => (when.kind === "month" || when.kind === "day") && !isCompared(head, when));
  if (publishedOn !== undefined) {
    const last = shift(monthOfDay(publishedOn), -1);
    if (whens.some((when) => settle(when, last).period === last)) return [{ month: last, number: undefined, from: "text", strong: false }];
  }
  const first = whens.find((when) => when.kind === "month" && when.year !== undefined);
  if (first !== undefined) return [{ ...named(first), from: "text", strong: false }];
  // "In the month we mined …", with a day of publication and no month's name at all.
  const month = publishedOn === undefined || !/\b(?:month|monthly)\b/i.test(head) ? undefined : shift(monthOfDay(publishedOn), -1);
  return month === undefined ? [] : [{ month, number: undefined, from: "published", strong: false }];
}

/** Titles that say "in August" alone leave the year to the text: a day that is that month's last ("as of August 31, 2024") tells it. */
function endOfNamed(months: readonly Vote[], head: string): Vote[] {
  if (months.some((vote) => vote.month !== undefined)) return [];
  const numbers = new Set(months.map((vote) => vote.number));
  const ends = findWhens(head).flatMap((when) => {
    const day = when.kind === "day" && when.year !== undefined && numbers.has(when.number) ? settle(when, undefined).day : undefined;
    return day !== undefined && day === endOf(monthOfDay(day)) ? [monthOfDay(day)] : [];
  });
  return [...new Set(ends)].map((month) => ({ month, number: undefined, from: "text", strong: false }));
}

const named = (when: When): { month: Period | undefined; number: number | undefined } => {
  const settled = settle(when, undefined);
  return { month: settled.period !== undefined && kindOf(settled.period) === "month" ? settled.period : undefined, number: when.number };
};

function captionBefore(blocks: readonly Block[], at: number): string {
  const before = blocks[at - 1];
  return before === undefined || isTable(before) || before.text.length > 120 ? "" : before.text;
}

/** Where rows are months ("Mar 2024 | 55.0 | …"). */
function monthOfRow(label: string): Period[] {
  const head = readHead(label);
  const settled = head?.kind === "when" && head.when.kind === "month" ? settle(head.when, undefined) : undefined;
  return settled?.period === undefined ? [] : [settled.period];
}

function tableMonth(block: Block): Period[] {
  if (!isTable(block)) return [];
  return gridRows(block, undefined).flatMap((row) => [
    ...monthOfRow(row.label.text),
    ...row.values.flatMap(({ column }) =>
      column?.time?.kind === "month" && column.time.period !== undefined && !isPlan(column.words) ? [column.time.period] : [],
    ),
  ]);
}

function quarterOfReport(head: string): Period | undefined {
  if (
    !/\b(?:FORM\s+10-[QK]|quarterly report|(?:first|second|third|fourth) quarter[^.]{0,60}(?:results|report)|quarter(?:ly period)? ended)\b/i.test(
      head,
    )
  )
    return undefined;
  const when = findWhens(head).find((candidate) => candidate.kind === "quarter" && candidate.year !== undefined);
  return when && settle(when, undefined).period;
}

/** The month that the votes agree on; votes for two months are a doubt. */
function decide(votes: readonly Vote[], publishedOn: Day | undefined): { month: Period | undefined; doubts: string[] } {
  const dated = votes.filter((vote) => vote.month !== undefined);
  const best = bestOf(dated, publishedOn);
  const yearless = votes.find((vote) => vote.month === undefined && vote.number !== undefined);
  const month =
    best?.month ?? (yearless?.number !== undefined && publishedOn !== undefined ? monthBefore(yearless.number, publishedOn) : undefined);
  if (month === undefined) return { month: undefined, doubts: [] };
  const doubts: string[] = [];
  if (best?.from === "text" && (publishedOn === undefined || shift(monthOfDay(publishedOn), -1) !== month))
    doubts.push(`neither title nor lead names the month; ${month} is the first that the text names`);
  if (best?.from === "published") doubts.push(`the text names no month; ${month} is the one before its publication`);
  // A column for a month to come (an estimate, a target) does not dispute the month.
  const isToCome = (vote: Vote): boolean =>
    vote.from === "table" && vote.month !== undefined && publishedOn !== undefined && endOf(vote.month) > publishedOn;
  const rival = dated.find((vote) => vote.month !== month && !isToCome(vote));
  if (rival?.month !== undefined) doubts.push(`the ${rival.from} names ${rival.month}, the ${best?.from ?? "title"} ${month}`);
  const otherTitle = votes.find(
    (vote) => vote.month === undefined && vote.number !== undefined && !month.endsWith(String(vote.number).padStart(2, "0")),
  );
  if (otherTitle) doubts.push(`the ${otherTitle.from} names another month than ${month}`);
  if (publishedOn !== undefined && publishedOn <= addDays(endOf(month), -1))
    doubts.push(`published on ${publishedOn}, before the month was over`);
  if (publishedOn !== undefined && publishedOn > addDays(endOf(month), 75)) doubts.push(`published on ${publishedOn}, long after ${month}`);
  return { month, doubts };
}

/** The first that counts; a month that was not over when the text came out only where there is no other. */
function bestOf(votes: readonly Vote[], publishedOn: Day | undefined): Vote | undefined {
  const order: readonly Vote["from"][] = ["lead", "title", "table", "address", "text", "published"];
  const inOrder = order.flatMap((from) => votes.filter((vote) => vote.from === from));
  const isOver = (vote: Vote): boolean => vote.month !== undefined && (publishedOn === undefined || publishedOn >= endOf(vote.month));
  return inOrder.find(isOver) ?? inOrder[0];
}

/** The month of that number which ended last before the day. */
function monthBefore(number: number, day: Day): Period {
  const last = shift(monthOfDay(day), -1);
  const year = Number(last.slice(0, 4)) - (number > Number(last.slice(5)) ? 1 : 0);
  return period(`${year}-${String(number).padStart(2, "0")}`);
}
