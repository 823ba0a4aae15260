/**
 * What a language tells the reader: names of months, words of mining by what they speak of, words for times, amounts and units.
 * `words` are patterns of one whole word, `phrases` of several; `anywhere` are words as they stand, for scripts that put no spaces between them.
 */

export interface Language {
  /** January to December, each in all its writings. Absent: months are numbers before a sign. */
  readonly months?: readonly string[];
  /** Monday to Sunday, parted by spaces. */
  readonly weekdays?: string;
  /** Its months are written with a capital. */
  readonly capital?: boolean;
  readonly words?: Readonly<Record<string, string>>;
  /** Patterns of several words that mean a class together. */
  readonly phrases?: Readonly<Record<string, string>>;
  readonly anywhere?: Readonly<Record<string, string>>;
  /** First to fourth. */
  readonly ordinals?: readonly string[];
  readonly quarter?: string;
  readonly half?: string;
  /** Two to twelve, as in "three months". */
  readonly counts?: readonly string[];
  /** In the quarter that the text told of before. */
  readonly inQuarter?: string;
  /** What is compared with stands behind them. */
  readonly comparing?: string;
  /** The same, where they mean it only right before a time: "below January's". */
  readonly measuring?: string;
  /** What is compared with stands before them: "5월보다". */
  readonly comparedBefore?: string;
  /** A month stands behind them, or before them, of which only the beginning is meant: the end of the one before. */
  readonly into?: string;
  readonly began?: string;
  /** What a change leads to stands behind them. */
  readonly leadingTo?: string;
  /** The last time of a stretch stands behind them: "January through March"; "the year ended December 31". */
  readonly through?: string;
  readonly ended?: string;
  /** The end of a year, whose number stands behind them; it "closed 2024 with". */
  readonly endOf?: string;
  readonly finished?: string;
  readonly with?: string;
  /** The time by which something is to be reached stands behind them. */
  readonly due?: string;
  /** What a quarter's report gives. */
  readonly results?: string;
  /** The lower end of a change stands behind them; that of a range. */
  readonly from?: string;
  readonly between?: string;
  /** By what a change is from the year or the month before. */
  readonly yearOnYear?: string;
  readonly monthOnMonth?: string;
  readonly quarterOnQuarter?: string;
  /** Words of a sum. */
  readonly inSum?: string;
  /** They join a month to its year, or a figure to its company. */
  readonly of?: string;
  readonly by?: string;
  /** A time of which a figure is stands behind them: "in 2023". */
  readonly during?: string;
  /** What the words before tell of, with its verb; some of the coins that they tell of. */
  readonly carried?: string;
  readonly partitive?: string;
  /** The first of January. */
  readonly yearStart?: string;
  /** Behind a comma: what follows, up to the next one, tells who or what somebody is. */
  readonly apposed?: string;
  /** A sentence that begins with them is about the company of the one before it. */
  readonly it?: string;
  /** Another clause begins with each of them, the first also joins items of a list; a clause that tells of the time before it. */
  readonly and?: string;
  readonly but?: string;
  readonly while?: string;
  readonly when?: string;
  /** The end of a verb with which a clause ends. */
  readonly clauseEnd?: string;
  /** The words for a month and a year, of which those below consist. */
  readonly month?: string;
  readonly year?: string;
  /** The month before the document's; "last month", which it is only where something is compared with it: on the day of writing it is the document's own. */
  readonly prior?: string;
  readonly lastMonth?: string;
  /** The quarter before; "last quarter", which it is only where something is compared with it. */
  readonly priorQuarter?: string;
  readonly lastQuarter?: string;
  /** The same time a year before; the end of the document's month. */
  readonly yearAgo?: string;
  readonly monthEnd?: string;
  /** In the words for the same time a year before: the stretch that the text told of, not a month. */
  readonly samePeriod?: string;
  readonly yearToDate?: string;
  /** The end of the document's year; all of it; a time longer than any year. */
  readonly yearEnd?: string;
  readonly wholeYear?: string;
  readonly sincePast?: string;
  /** By what a text is told to be in it, where thousands are parted by spaces. */
  readonly spacedThousands?: string;
  readonly thousand?: string;
  readonly million?: string;
  readonly billion?: string;
  readonly dollars?: string;
  readonly coins?: string;
  readonly percent?: string;
  /** How hashrate is told apart: in place, or at work only; holdings of which none are pledged. */
  readonly deployed?: string;
  readonly running?: string;
  readonly unrestricted?: string;
  /** A sentence that begins with them goes on with the one before it. */
  readonly again?: string;
  /** A figure that the words before tell of stands behind them; words that make it a rough one. */
  readonly linking?: string;
  readonly about?: string;
  /** What a figure is worth stands behind them. */
  readonly worth?: string;
  readonly machines?: string;
  /** That no bitcoin was sold. */
  readonly soldNone?: string;
  /** What a verb of something not yet over begins with: "has sold", where another would be of a time that is. */
  readonly perfect?: string;
  /** A number behind them is that of a rule, a note or a file. */
  readonly reference?: string;
  /** Only a bound of the figure stands behind them: "above 6,000 BTC". */
  readonly bound?: string;
}
