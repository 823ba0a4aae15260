/** Finds the company for a written name: slug, any name or ticker ("NASDAQ: BITF", "$MARA"), in any case and punctuation. */
import { byFirst } from "../shared/group";
import { type Company, shortName } from "./company";

/** Longer text is never a name. */
const LONGEST = 100;

/** Words that may end a company's legal name but are not part of its common name. */
const LEGAL = new Set(
  "inc incorporated corp corporation ltd limited plc ag se llc co company holdings holding group technologies technology platforms".split(
    " ",
  ),
);

/** The company that `text` names; undefined when none or more than one matches. */
export function findCompany(companies: readonly Company[], text: string): Company | undefined {
  const key = keyOf(text);
  if (key === "") return undefined;
  // Current names go before former names.
  for (const names of [slugs, namesToday, namesOnce]) {
    const [found, ...more] = companies.filter((company) => names(company).includes(key));
    if (found) return more.length === 0 ? found : undefined;
  }
  return undefined;
}

/** Companies with a current or former name or a ticker that begins with `text` or has a word that does; the best match first. */
export function companiesLike(companies: readonly Company[], text: string): Company[] {
  const key = keyOf(text);
  if (key === "") return [];
  const rank = (company: Company): number => {
    const keys = [...slugs(company), ...namesToday(company), ...namesOnce(company)];
    if (keys.includes(key)) return 0;
    if (keys.some((one) => one.startsWith(key))) return 1;
    return written(company).some((name) => wordsOf(name).some((word) => word.startsWith(key))) ? 2 : 3;
  };
  return companies
    .map((company) => ({ company, at: rank(company) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => byFirst(a.at - b.at, shortName(a.company) < shortName(b.company) ? -1 : 1))
    .map(({ company }) => company);
}

const slugs = ({ id }: Company): string[] => [keyOf(id)];

const namesToday = (company: Company): string[] => [
  ...shorter(company.name),
  keyOf(shortName(company)),
  ...company.listings.flatMap(({ ticker, to }) => (to === null ? [keyOf(ticker)] : [])),
];

const namesOnce = ({ formerNames, listings }: Company): string[] => [
  ...formerNames.flatMap(({ name }) => shorter(name)),
  ...listings.map(({ ticker }) => keyOf(ticker)),
];

const written = ({ name, formerNames }: Company): string[] => [name, ...formerNames.map((former) => former.name)];

/** The name, and what is left after each legal ending is removed: "Marathon Digital Holdings, Inc." → "marathondigital" last. */
function shorter(name: string): string[] {
  const words = wordsOf(name);
  const keys = [words.join("")];
  while (words.length > 1 && LEGAL.has(words.at(-1) ?? "")) {
    words.pop();
    keys.push(words.join(""));
  }
  return keys;
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** An exchange before the ticker ("NASDAQ: RIOT") is skipped. */
function keyOf(text: string): string {
  if (text.length > LONGEST) return "";
  return wordsOf(text.replace(/^[A-Za-z ]{2,20}:/, "")).join("");
}
