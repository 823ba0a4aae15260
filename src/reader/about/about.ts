/** Which company's figures a document gives, and for which month: hypotheses ranked by votes. A weak hypothesis confirms nothing. */
import type { Day } from "@/domain/values/period";
import type { CompanyFinder } from "../mentions/companies";
import { ANY, ending, WORD_START } from "../languages/languages";
import { addMonths, lastMonthOf, monthOf, type Month } from "../mentions/months";
import { FIRST_WORDS, type Hypothesis, type PlacedTime, SETTLED, voteByNames, voteByPublication, voteByText, Votes } from "./monthVotes";
import { coverOf } from "../page/cover";
import { textBefore, type Page } from "../page/page";
import { isEither, isUnderWay, settle } from "../mentions/settle";
import { isMonthName, isQuarter, type Time } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { isPlanned, type SaidTime, saidTimes } from "../mentions/timeRoles";

export interface About {
  readonly company: string | undefined;
  readonly known: boolean;
  /** Name of a company that the record does not follow. */
  readonly stranger?: string | undefined;
  readonly multi: boolean;
  /** Best first; empty when nothing names a time. */
  readonly months: readonly Hypothesis[];
  /** The quarter or year that a report of results is about. */
  readonly long?: string | undefined;
  /** The quarter may be the calendar's or the company's. */
  readonly either: boolean;
  /** The same if the text gives no year: the chosen month supplies it. */
  readonly undated?: Time | undefined;
  readonly publishedOn?: Day | undefined;
}

const HEAD = 6000;
const LEAD = 2500;

/** `years`: years in the record, for months written without a year. */
export function aboutOf(
  page: Page,
  finder: CompanyFinder,
  address: string | undefined,
  published: Day | undefined,
  years: ReadonlySet<number>,
): About {
  const company = companyOf(page, finder, address);
  const fiscalEnd = finder.fiscalEnd(company.company);
  const times = timesOfLead(page);
  const days = publicationDays(times, address);
  const day = published ?? page.publishedOn;
  const votes = new Votes();
  voteByText(votes, times);
  const rights = page.text.match(COPYRIGHT) ?? [];
  voteByNames(votes, times, [page.text.slice(0, HEAD), address, page.hints, ...rights].join(" "), years);
  voteByPublication(votes, day === undefined ? days : [day], day !== undefined);
  const publishedOn = day ?? days[0];
  const [likeliest] = votes.ranked();
  const named = longTimeOf(times, day ?? days[0]) ?? timesIn(wordsOfAddress(address)).find(isQuarter);
  const ended = publishedOn === undefined ? undefined : addMonths(publishedOn.slice(0, 7), -1);
  const told = named !== undefined && (isUnderWay(named, ended) || (fiscalEnd === 12 && isAhead(named, ended))) ? undefined : named;
  const long = told === undefined ? undefined : settle(told, likeliest?.month ?? publishedOn?.slice(0, 7), fiscalEnd).period;
  const dated = told?.year !== undefined || day !== undefined || (likeliest?.grounded === true && likeliest.votes >= SETTLED);
  if (long !== undefined && dated) votes.add(lastMonthOf(long), 8, true);
  return {
    ...company,
    months: votes.ranked(),
    long,
    undated: dated ? undefined : told,
    either: told !== undefined && isEither(told, fiscalEnd),
    publishedOn,
  };
}

/** "Five weeks into the last quarter of 2022". */
const isAhead = ({ kind, year, quarter, fiscal }: Time, ended: Month | undefined): boolean =>
  kind === "quarter" &&
  fiscal !== true &&
  year !== undefined &&
  quarter !== undefined &&
  (ended ?? "9999") < monthOf(year, 3 * quarter - 1);

function companyOf(
  page: Page,
  finder: CompanyFinder,
  address: string | undefined,
): Pick<About, "company" | "known" | "stranger" | "multi"> {
  const head = page.text.slice(0, HEAD);
  const score = new Map<string, number>();
  const add = (id: string, by: number): void => void score.set(id, (score.get(id) ?? 0) + by);
  const mentions = finder.mentions(head);
  for (const { id, start, ticker } of mentions) add(id, (start < 160 ? 4 : 1) + (ticker === true ? 1 : 0));
  const words = wordsOfAddress(address);
  for (const id of new Set(finder.mentions(words).map((mention) => mention.id))) add(id, 4);
  const filer = finder.filer(page.filer ?? IN_EDGAR.exec(address ?? "")?.[1]) ?? finder.mentions(coverOf(head)?.registrant ?? "")[0]?.id;
  if (filer !== undefined) add(filer, FILED);
  const sites = score.size > 0 ? "" : wordsOfAddress(page.text.match(SITE)?.join(" "));
  const [hinted, ...more] = new Set(
    score.size > 0 ? [] : finder.mentions(`${page.title}\n${page.hints ?? ""}\n${sites}`).map(({ id }) => id),
  );
  if (hinted !== undefined && more.length === 0) add(hinted, IN_PASSING);
  const [best] = [...score].sort((a, b) => b[1] - a[1]);
  const multi = new Set(mentions.map(({ id }) => id)).size >= 3;
  const lead = head.slice(0, 4000);
  const stranger = finder.stranger(lead) ?? (best === undefined ? finder.unlisted(page.text, lead) : undefined);
  const first = mentions[0]?.start ?? Number.POSITIVE_INFINITY;
  if (stranger !== undefined && !multi && (best === undefined || (stranger.start < first && best[1] <= 2)))
    return { company: stranger.id, known: false, stranger: stranger.name, multi };
  return { company: best?.[0], known: best !== undefined && (multi || best[1] > IN_PASSING), multi };
}

/** The year of a page's copyright. */
const COPYRIGHT = /(?:©|\(c\)|copyright)[^\n]{0,40}?\b20\d\d\b/gi;

/** "ir@bitfarms.com", "investors.bitfarms.com". */
const SITE = /(?:@|www\.|:\/\/)[\w.-]{4,60}/g;

/** A page that names a company only once, and late, or only in its metadata, may be about another company. */
const IN_PASSING = 1;

/** EDGAR's addresses and a form's cover name the filer; this counts more than all names in the text usually do. */
const IN_EDGAR = /\/edgar\/data\/(\d{1,10})\//i;
const FILED = 20;

/** An address with its words separated and capitalised, as in names: ".../riot-blockchain-may-2022" → "Riot Blockchain May 2022". */
const wordsOfAddress = (address: string | undefined): string =>
  (address ?? "")
    .replace(/^https?:\/\//, "")
    .replace(/[^\p{L}\d]+/gu, " ")
    .replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());

/** A time of a line, with the line's offset in the page. */
const placed = (line: string, time: SaidTime, at: number): PlacedTime => ({
  time,
  at: Math.max(0, at + time.start),
  before: textBefore(line, time.start, 30),
  compared: time.role === "reference",
  planned: isPlanned(line, time),
});

/** The times of the first lines, line by line (a grammar over the whole page would join times across lines). */
function timesOfLead(page: Page): PlacedTime[] {
  const text = `${page.title}\n${page.text.slice(0, LEAD)}`;
  const offset = page.title.length + 1;
  const found: PlacedTime[] = [];
  let from = 0;
  for (const line of text.split(/(?<=[.!?])\s(?=\p{Lu})|\n/u)) {
    const start = text.indexOf(line, from);
    from = start + line.length;
    if (line.length > 1500) continue;
    for (const time of saidTimes(line)) if (time.role !== "halving") found.push(placed(line, time, start - offset));
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A day after one of these words is the date of figures, not of publication. */
const OF_FIGURES = ending`${WORD_START}(?:of|at|on|since|dated|${ANY.through}|${ANY.ended}|${ANY.leadingTo}|${ANY.from}|${ANY.by}|${ANY.and})\s`;

/** Candidates for the publication day: days inside a month in the first lines or in the address. */
function publicationDays(times: readonly PlacedTime[], address: string | undefined): Day[] {
  const days: Day[] = [];
  const inAddress = /(?<!\d)(20[12]\d)[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\d|3[01])(?!\d)/.exec(address ?? "");
  if (inAddress !== null) days.push(inAddress.slice(1).join("-"));
  for (const { time: told, at, before } of times) {
    if (told.kind !== "day" || told.year === undefined || told.month === undefined) continue;
    if (settle(told, undefined).sense === "moment" && at < OPENING && !OF_FIGURES.test(before))
      days.push(`${monthOf(told.year, told.month)}-${String(told.day ?? 1).padStart(2, "0")}`);
  }
  return days;
}

/** The quarter or year that the document names before any month; if its year is only written later, with the year from there. */
function longTimeOf(times: readonly PlacedTime[], publishedOn: Day | undefined): Time | undefined {
  const reviewed =
    publishedOn === undefined || Number(publishedOn.slice(5, 7)) > REVIEWED_IN ? undefined : Number(publishedOn.slice(0, 4)) - 1;
  const month = times.findIndex(({ time, planned }) => !planned && isMonthName(time));
  // "Revenue of $260 million for 2022": the year, if the first lines name no month.
  const alone = month < 0 || (times[month]?.at ?? 0) >= OPENING / 2;
  const ahead = month < 0 ? times : times.slice(0, month);
  const opening = ahead.filter(({ at, compared }) => at < OPENING && !compared);
  const named = opening.find(
    ({ time, at, planned }) =>
      !(planned && isQuarter(time)) &&
      (isQuarter(time) ||
        time.kind === "half" ||
        (time.kind === "year" &&
          (time.month !== undefined || time.fiscal === true || ((alone || time.year === reviewed) && at < FIRST_WORDS && !planned)))),
  );
  const first = (
    named ??
    opening.find(({ time: { kind, month: last, months } }) => kind === "span" && last !== undefined && (months === 6 || months === 12))
  )?.time;
  if (first?.kind !== "quarter" || first.year !== undefined) return first;
  const dated = times.flatMap(({ time, compared }) =>
    time.kind === "quarter" && time.quarter === first.quarter && time.month === first.month && time.year !== undefined && !compared
      ? [time]
      : [],
  );
  return dated.reduce((latest, time) => ((time.year ?? 0) > (latest.year ?? 0) ? time : latest), first);
}

/** Last month in which a page whose first time is the year before looks back at all of it, also where it then names months. */
const REVIEWED_IN = 3;

/** Characters in which a report of results states its period. */
const OPENING = 1200;
