/** Words and signs of units, beside the numbers that they count, in all languages. Data, not rules. */
import { ANY, WORD_END, worded } from "./languages";

/** `btcPerDay` and `btcPerHash` are rates; `other` is any unit that no metric uses; `none` is a bare number. */
export type Counted =
  | "btc"
  | "usd"
  | "money"
  | "eh"
  | "ph"
  | "th"
  | "percent"
  | "btcPerDay"
  | "btcPerHash"
  | "power"
  | "coin"
  | "time"
  | "machines"
  | "none";

/** Currency signs before a number, and those of dollars. */
export const CURRENCY = /(?:US\$|USD|U\.S\. dollars?|C\$|CAD|CDN\$|A\$|AUD|HK\$|RMB|\$|£|€|EUR|GBP)\s?$/i;
export const US = /^(?:US\$|USD|U\.S\. dollars?|\$)\s?$/i;
/** Words for powers of ten. */
export const WORDS_OF_SCALE: readonly (readonly [string, number])[] = [
  ["[亿億억]", 8],
  ["[千천][万萬만]", 7],
  ["[百백][万萬만]", 6],
  ["[万萬만]", 4],
  [`${ANY.billion}|bn|b`, 9],
  ["trillions?", 12],
  [`${ANY.million}|mm|mn|m`, 6],
  [`${ANY.thousand}|k`, 3],
];

/** Chinese, Japanese and Korean count coins in pieces: "431枚比特币", "비트코인 431개". */
const COIN = `[#$]?(?:(?:[枚個个]的?|개의\\s?)?${ANY.coins}|枚)`;
/** Text after a number, by what it counts. */
export const AFTER: readonly (readonly [Counted, RegExp])[] = [
  ["percent", worded`^[\s-]?(?:%|％|${ANY.percent}${WORD_END})`],
  ["btcPerHash", new RegExp(String.raw`^\s*${COIN}\s*(?:/|per|por)\s*(?:avg\.? )?(?:day\s*(?:/|per)\s*)?(?:EH|exa)`, "i")],
  ["btcPerDay", worded`^\s*(?:(?:self-)?(?:mined|produced|earned)\s)?${COIN}(?:\s+(?:were |was )?(?:mined|produced|earned))?\s*(?:/\s?(?:day|día)|(?:per|a|each|every|al|por)\s+(?:day|día)|daily)(?![\p{L}])`],
  ["btc", worded`^\s*((?:[a-z][\w-]*\s+){0,3}?)${COIN}(?![\w/]*USD)${WORD_END}(?!\s(?:min(?:ers?|ing)|machines)\b)`],
  ["eh", /^\s*(?:[a-z-]+\s)?(?:EH(?:\/s|ash)?(?:\/s)?|exa-?ha(?:sh|che)(?:es)?|エクサハッシュ|엑사해시|эксах[еэ]ш\p{L}*|ЭХ\/с)(?![\p{Lu}\p{Ll}])/iu],
  ["ph", /^\s*(?:PH(?:\/s)?|peta-?ha(?:sh|che)(?:es)?|ペタハッシュ|페타해시|петах[еэ]ш\p{L}*|ПХ\/с)(?![\p{Lu}\p{Ll}])/iu],
  ["power", /^\s*(?:J\/TH|W\/TH|joules?|watts?|MW|megawatts?|GW|gigawatts?|kWh|MWh|kV|KW|[メギ]ガワット|(?:메가|기가)와트|[兆吉]瓦|[мг](?:ега|ига)?ватт\p{L}*|[МГ]Вт)(?![\p{Lu}\p{Ll}])/iu],
  ["money", /^\s?(?:円|[日人]元|元|人民[币幣]|위안|원|ウォン|euros?|reais|yen|yuan|won|рубл\p{L}*|евро|(?:türk )?lira\p{L}*)(?![\p{Lu}\p{Ll}])/iu],
  ["th", /^\s*(?:TH(?:\/s)?|tera-?hash(?:es)?)(?![\p{L}])/iu],
  ["coin", /^\s*(?:\w+\s)?(?:ETH|ether(?:eum)?|LTC|DOGE|USDC|USDT|KAS|SOL)\b/i],
  ["time", /^[\s-]*(?:days?|months?|years?|weeks?|hours?|minutes?|quarters?|acres?|sites?|locations?|facilit\w+|employees|basis|bps|(?:\w+\s){0,2}(?:shares?|warrants|options|RSUs)|times|x|nm|días|meses|años)\b/i],
  ["machines", /^\s*(?:[\w.-]+\s){0,3}?(?:miners?|machines|rigs?|asics?|units|antminers?|whatsminers?|s19\w*|s21\w*|containers?|servers?|GPUs?|equipos)(?!\p{L})/iu],
]; // oxfmt-ignore
/** Words that cannot stand between a number and its unit: then the unit is another number's. */
export const PARTS =
  /\b(?:and|of|on|in|at|with|for|to|from|the|eth|ether|miners?|machines|million|billion|days?|per|percent|worth|a|was|were|is|as|by|y|de|en|el|con|para)\b/i;
/** Units in the label of a row or beside its values, in lower case; other money than dollars. */
export const IN_ROWS: readonly (readonly [Counted, RegExp])[] = [
  ["ph", /ph\/s|petahash|\bph\b/],
  ["eh", /eh\/s|exahash|\beh\b/],
  ["th", /\bth\/s|terahash/],
  ["power", /\bmw\b|megawatt|j\/th|w\/th/],
];
export const OTHER_MONEY = /c\$|cad|£|€|gbp/;
/** What a document calls its dollars, and money of other countries. */
export const AMERICAN = /\bUSD?\$?(?=[\s\d])|(?:U\.S\.|United States) dollars?/g;
export const FOREIGN = /\bC(?:AD)?\s?\$|\bCAD\b|\bA\$|(?:Canadian|Australian) dollars?|dollar amounts are Canadian|£|€|\bGBP\b|\bEUR\b/g;
