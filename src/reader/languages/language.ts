/**
 * What a language provides to the reader: names of months, mining words by class, words for times, amounts and units.
 * `words` are patterns of one whole word, `phrases` of several; `anywhere` match inside text, for scripts without spaces between words.
 */

export interface Language {
  /** January to December, separated by commas, each in all its spellings. Absent: months are numbers before a sign. */
  readonly months?: string;
  /** Its months are capitalised. */
  readonly capital?: boolean;
  readonly words?: Readonly<Record<string, string>>;
  /** Patterns of several words that together denote a class. */
  readonly phrases?: Readonly<Record<string, string>>;
  readonly anywhere?: Readonly<Record<string, string>>;
  /** First to fourth. */
  readonly ordinals?: readonly string[];
  readonly quarter?: string;
  readonly half?: string;
  /** Two to twelve, as in "three months". */
  readonly counts?: readonly string[];
  /** "In the quarter": the one that the text mentioned before. */
  readonly inQuarter?: string;
  /** Words before the reference of a comparison. */
  readonly comparing?: string;
  /** The same, but only directly before a time: "below January's". */
  readonly measuring?: string;
  /** Words before the figure that another one came after: "198, after 204". */
  readonly succeeding?: string;
  /** Words after the reference of a comparison: "5월보다". */
  readonly comparedBefore?: string;
  /** Words before a month, or after it (`began`), that mean only its beginning: the end of the month before. */
  readonly into?: string;
  readonly began?: string;
  /** Words before the result of a change. */
  readonly leadingTo?: string;
  /** Words before the last time of a span: "January through March"; "the year ended December 31". */
  readonly through?: string;
  readonly ended?: string;
  /** Words before a year that mean its end; `finished` and `with`: it "closed 2024 with". */
  readonly endOf?: string;
  readonly finished?: string;
  readonly with?: string;
  /** Words before the time by which something is to be reached. */
  readonly due?: string;
  /** Words by which somebody expects the figure that follows. */
  readonly forecast?: string;
  /** What a quarterly report gives. */
  readonly results?: string;
  /** Words before the start of a change; before the lower end of a range. */
  readonly from?: string;
  readonly between?: string;
  /** Words for a change from the year, month or quarter before. */
  readonly yearOnYear?: string;
  readonly monthOnMonth?: string;
  readonly quarterOnQuarter?: string;
  /** Words that join a month to its year, or a figure to its company. */
  readonly of?: string;
  readonly by?: string;
  /** Words before what something is a part of, besides `from`. */
  readonly outOf?: string;
  /** Words before the time of a figure: "in 2023". */
  readonly during?: string;
  /** Words for the quantity mentioned before, with a verb ("it had been"); words for a part of its coins ("of them"). */
  readonly partitive?: string;
  /** Words at the beginning of a label that counts a part of the row above: "of which pledged". */
  readonly ofTotal?: string;
  /** The first of January. */
  readonly yearStart?: string;
  /** After a comma: the words up to the next comma describe somebody or something. */
  readonly apposed?: string;
  /** A sentence that begins with them is about the company of the sentence before it. */
  readonly it?: string;
  /** Words that begin another clause (`and` also joins list items, as `or` does); `when` begins a clause about the time before it. */
  readonly and?: string;
  readonly or?: string;
  readonly but?: string;
  readonly while?: string;
  readonly when?: string;
  /** The ending of a verb that ends a clause. */
  readonly clauseEnd?: string;
  /** The words for a month and a year, used in the entries below. */
  readonly month?: string;
  readonly year?: string;
  /** The month before the document's; "last month" means it only in a comparison, else the document's own, seen from the day of writing. */
  readonly prior?: string;
  readonly lastMonth?: string;
  /** The quarter before; "last quarter" means it only in a comparison. */
  readonly priorQuarter?: string;
  readonly lastQuarter?: string;
  /** The same time one year before; the end of the document's month. */
  readonly yearAgo?: string;
  readonly monthEnd?: string;
  /** After a quarter: of the year before. */
  readonly ofLastYear?: string;
  /** Among the words for the same time a year before: those for the span mentioned before, not a month. */
  readonly samePeriod?: string;
  readonly yearToDate?: string;
  /** The end of the document's year; all of the year; a time longer than any year. */
  readonly yearEnd?: string;
  readonly wholeYear?: string;
  readonly sincePast?: string;
  /** Identifies texts in this language, if it separates thousands by spaces. */
  readonly spacedThousands?: string;
  readonly thousand?: string;
  readonly million?: string;
  readonly billion?: string;
  readonly dollars?: string;
  readonly coins?: string;
  readonly percent?: string;
  /** Kinds of hashrate: deployed, or only operating; holdings of which none are pledged. */
  readonly deployed?: string;
  readonly running?: string;
  readonly unrestricted?: string;
  /** Words that leave a figure what it is: articles, prepositions, forms of "to be", words for a miner. Never "not", "more" or "until". */
  readonly plain?: string;
  /** A sentence that begins with them continues the one before it. */
  readonly again?: string;
  /** Words between a metric and its figure ("holdings of"); words that make a figure approximate. */
  readonly linking?: string;
  readonly about?: string;
  /** Words before the value of a figure in money. */
  readonly worth?: string;
  readonly machines?: string;
  /** Words saying that no bitcoin was sold, or held. */
  readonly soldNone?: string;
  readonly heldNone?: string;
  /** The start of a verb form for a time not yet over: "has sold"; other forms are for a time that is over. */
  readonly perfect?: string;
  /** Articles and possessives, before a noun or a day; a possessive after a name or a time. */
  readonly article?: string;
  readonly possessive?: string;
  /** Before a verb: something was done to what the number before it counts. */
  readonly passive?: string;
  /** Words that may follow a number whose unit is left out; nouns with which it counts something else: "20 mining sites". */
  readonly behindBare?: string;
  readonly counted?: string;
  /** After a year: its figure follows ("2023 output: 13,762"). */
  readonly tally?: string;
  /** Words before the size of a change; between a change and its reference; after the start of a change. */
  readonly changeBy?: string;
  readonly changeOn?: string;
  readonly fromBehind?: string;
  /** Before a time: during it, or since it if a change precedes (`changed`: beginnings of such words). */
  readonly over?: string;
  readonly changed?: string;
  /** Words after which a line is unfinished; words that only texts in English have in common. */
  readonly unfinished?: string;
  readonly common?: string;
  /** Words before the number of a rule, a note or a file. */
  readonly reference?: string;
  /** Words before a mere bound of the figure: "above 6,000 BTC". */
  readonly bound?: string;
  /** The same behind it: "2,000-odd coins". */
  readonly boundBehind?: string;
  /** Words anywhere by which a page takes something back, or says that a machine wrote it. */
  readonly takenBack?: string;
  /** Words of a short sentence that takes back the figure before it. */
  readonly retracts?: string;
  /** Words for a statement and what stands in it: a sentence about them may turn what the next one says. */
  readonly statement?: string;
  /** Words with which a page explains figures in brackets. */
  readonly brackets?: string;
  /** Words with which a sentence goes on about the figure before it. */
  readonly goesOn?: string;
}

/** A long pattern of alternatives, written on several lines. */
export const either = (...alternatives: readonly string[]): string => alternatives.join("|");
