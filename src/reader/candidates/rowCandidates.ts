/** The values of a table row as candidates: each with its column's time, the unit from its cell or the row's label, and the row's words. */
import { once, oncePer } from "@/domain/shared/once";
import { align } from "../blocks/align";
import type { RowBlock } from "../blocks/block";
import type { CompanyFinder } from "../mentions/companies";
import { UNSIGNED } from "./brackets";
import { type Context, type Raw, type SharedRow, single, smallerUnit, type UnitSaid } from "./candidate";
import { rowFeatures, sizeOf } from "./features";
import { aboutMachines } from "./ellipsis";
import { ANY, worded } from "../languages/languages";
import { NIL, NUMBERED, scaleSaid } from "../languages/heads";
import { AMERICAN, FOREIGN, IN_ROWS, OTHER_MONEY } from "../languages/units";
import { type NumberStyle, timesTen } from "../page/numbers";
import { GLUE, hasWord, type Piece } from "../page/page";
import { quantitiesIn, type Quantity } from "../mentions/quantities";
import { timesIn } from "../mentions/times";
import { aboutCoins, classHits, speaksOf } from "../mentions/words";
import { isIdle, type When } from "./whenSaid";
import { isCountable } from "./metricUnits";

/** Adds the candidates of a row; on a page about several companies, the row's label or the text above names the company. */
export function rowCandidates(block: RowBlock, at: number, context: Context, out: Raw[]): void {
  const { finder, main, multi, style, text, discourse, bracketed } = context;
  discourse.places += 1;
  // A row that has but a name is that company's on any page: a table of two rows is not yet a page about several.
  const naming = multi
    ? [block.label, block.section, block.heading]
    : [block.label, block.section].filter((words) => isName(words, finder));
  const named = naming.flatMap((words) => finder.mentions(words).slice(-1));
  const company = named[0]?.id ?? main;
  const inLabel = timesIn(block.label);
  const above = single(block.heading, block.section);
  const near = `${block.section} ${block.label}`;
  const beside = [near, ""] as const;
  const { unitBelow, featuresOf } = sharedBy(block, context);
  const unitOf = unitBelow(block.section);
  for (const { value, column, how } of align(block)) {
    const own = column?.time === undefined ? inLabel.filter((time) => !isIdle(time, block.label)) : inLabel;
    const when = { column: column?.time, own, above, certain: how !== "single" && how !== "unaligned", lost: how === "unaligned" };
    const said =
      column?.kind === "coins" && BITCOIN.test(`${column.text} ${block.heading} ${block.label}`)
        ? "btc"
        : unitOf(BARE.test(value.text) ? "" : value.text);
    const unit = column?.kind !== "coins" && isMoney(said, block, value.text) ? "money" : said;
    const add = (one: Piece, when: When): void => {
      const amount = amountOf(one.text, style);
      if (amount === undefined) return;
      const shift = scaleOf(unit, block, amount);
      for (const plain of readingsOf(amount.plain, text.charAt(one.start - 1) === GLUE)) {
        const shifted = timesTen(plain, shift);
        const number = Number(shifted);
        out.push({
          plain: shifted,
          value: number,
          decimals: Math.max(0, amount.decimals - shift),
          written: one.text,
          unit,
          when,
          kind: "row",
          how,
          block: at,
          place: discourse.places,
          company,
          features: featuresOf(unit, number),
          label: block.label,
          heading: block.heading,
          near,
          beside,
          start: block.start,
          end: one.end,
        });
      }
    };
    add(value, when);
    if (value.aside !== undefined && bracketed !== undefined && UNSIGNED.test(value.aside.text))
      add(value.aside, { own: [bracketed], certain: true });
  }
}

/** Whether a number is money by its table: one whose label names no coins, or one that counts none in a table that began with scaled dollars. */
const isMoney = (said: UnitSaid, { money, mixed, scale, label }: RowBlock, value: string): boolean => {
  if ((said !== "none" && said !== "btcLabel") || NUMBERED.test(label)) return false;
  if (said === "btcLabel" && aboutCoins(label)) return money && !mixed && scale > 0;
  return money || (said === "none" && scale > 0 && (!mixed || value.startsWith("(")));
};

/** A number with nothing beside it: the label gives its unit. */
const BARE = /^[\d.,]+$/;
const BITCOIN = /btc|bitcoin/i;
const NONE: readonly string[] = [];

function sharedBy({ label, heading }: RowBlock, context: Context): SharedRow {
  const words = `${label}|${heading}`;
  const known = context.rows.get(words);
  if (known !== undefined) return known;
  const unitBelow = once((section: string) => unitsOf(label, section, heading, context));
  const made = { unitBelow, featuresOf: featuresBy(label, heading, context) };
  context.rows.set(words, made);
  return made;
}

/** Values with the same words, unit and size have the same features. */
function featuresBy(label: string, heading: string, { finder }: Context): SharedRow["featuresOf"] {
  const known = new Map<string, readonly string[]>();
  return (unit, value) => {
    if (!isCountable(unit)) return NONE;
    const key = `${unit}${sizeOf(value)}`;
    const found =
      known.get(key) ??
      rowFeatures(finder.withoutNames(isName(label, finder) ? heading : label), finder.withoutNames(heading), unit, value);
    known.set(key, found);
    return found;
  };
}

/** A label that is only a company name, perhaps with what a broker says of it ("Riot (RIOT, Buy)"): the heading names the metric. */
const isName = (label: string, finder: CompanyFinder): boolean => !hasWord(finder.withoutNames(label).replace(RATED, ""));
const RATED = /\(__[^()]*\)/g;

/** A number joined to its label may begin with a footnote's digit: "Bitcoin mined3148" is 3148, or 148 with note 3. */
const readingsOf = (plain: string, stuck: boolean): string[] =>
  stuck && /^[1-9][1-9]\d+(?:\.\d+)?$/.test(plain) ? [plain, plain.slice(1)] : [plain];

type Amount = Pick<Quantity, "plain" | "decimals" | "scale">;

const amountOf = (text: string, style: NumberStyle): Amount | undefined =>
  NOTHING.test(text) ? { plain: "0", decimals: 0, scale: 0 } : quantitiesIn(text, style)[0];

const NOTHING = new RegExp(String.raw`^\s*(?:[-–—]+|${NIL})\s*$`, "i");

/** The power of ten that converts an amount to BTC, EH/s or dollars. */
function scaleOf(unit: UnitSaid, { label, scale }: RowBlock, amount: Amount): number {
  const small = smallerUnit(unit);
  return unit !== "usd" || amount.scale > 0 || /per (?:bitcoin|btc|coin)|price/i.test(label) ? small : (scaleSaid(label) ?? scale);
}

const USD = worded`\$(?!\p{L})|${ANY.dollars}`;

/** Whether a document's dollars are US dollars, as far as it says. */
const inDollars = oncePer(({ text }: Context) => (text.match(FOREIGN)?.length ?? 0) <= (text.match(AMERICAN)?.length ?? 0));

const OF_COINS = new Set(["PROD", "SOLD", "HELD"]);
const OF_OTHERS = new Set(["COST", "PROC", "HASH", "PRICE"]);
/** "Largest stacks of listed miners", over names and numbers. */
const countsCoins = (heading: string): boolean => speaksOf(heading, OF_COINS) && !speaksOf(heading, OF_OTHERS);

/** "Net proceeds from sales of bitcoin": dollars, whatever follows. */
const opensWithProceeds = (words: string): boolean =>
  classHits(words).some(({ name, start }) => name === "PROC" && !/\S\s+\S+\s/.test(words.slice(0, start)));

/** The units of values by what is beside them. */
function unitsOf(label: string, section: string, heading: string, context: Context): (value: string) => UnitSaid {
  const ofHeading = isName(label, context.finder);
  const words = `${label} ${ofHeading ? heading : section.slice(-30)}`.toLowerCase();
  const ofCompany = section !== "" && isName(section, context.finder) && !aboutMachines(label);
  const usd = USD.test(words);
  return once((value) => {
    const both = `${words} ${value.toLowerCase()}`;
    if (OTHER_MONEY.test(both)) return "money";
    if (usd || value.includes("$")) return "usd";
    if (value.includes("%")) return "percent";
    const unit = IN_ROWS.find(([, pattern]) => pattern.test(both))?.[0];
    if (unit !== undefined) return unit === "eh" && /(?:btc|bitcoin).*(?:\/ ?eh|per eh)/.test(words) ? "btcPerHash" : unit;
    if (/btc|bitcoin|₿/.test(value.toLowerCase())) return "btc";
    if (/btc|bitcoin|coin|₿/.test(words)) return !opensWithProceeds(words) ? "btcLabel" : inDollars(context) ? "usd" : "money";
    if (/hash ?rate|hashing/.test(words)) return "ehLabel";
    return (ofHeading && countsCoins(heading)) || (ofCompany && countsCoins(label)) ? "btcLabel" : "none";
  });
}
