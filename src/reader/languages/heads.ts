/** Words of table headers, and units inside their cells, in all languages. Data, not rules. */

/** Words and signs beside times in headers. */
export const HEAD_NOISE =
  /\b(?:metrics?|key|one month|for|the|months?|ended|ending|as of|as at|at|month|unaudited|total|figures?|period|actual|of|operating|performance|indicators?|production|in|and|bitcoin|btc|mining|kpis?|results?|operations?|operational|selected|data|statistics|current|previous|prior|year|mes|métricas?|vs|versus|against|\d)\b|[*†:|,().#^⁰¹²³⁴⁵⁶⁷⁸⁹&/–-]/giu;
/** A header that is broken over lines begins with a line that has one of these. */
export const HEAD_BEGINS = /\d|month|metric|quarter|year|period|kpi|key|unaudited|operati/i;
/** Words for a change from one time to another. */
export const CHANGE =
  /%(?:\s?[Δ∆])?|[Δ∆]|\$?\s?\bchange\b(?:\s\(\$\))?|\bm\/m\b|\by\/y\b|\bmom\b|\byoy\b|month\/month|year\/year|month over month|year over year|\bvariance\b|\bvar\b|increase|decrease|difference|\bdelta\b|comparison|\bgrowth\b|m-o-m|y-o-y|variación|veränderung/gi;
/** Longer words of headers; a cell with any other is no header, which excludes most cells. */
export const HEAD_WORDS: readonly string[] =
  "for the and metric metrics month months ended ending unaudited total figure figures period actual operating performance indicator indicators production bitcoin mining kpis result results operation operations operational selected data statistics current previous preceding prior year years mes métrica métricas change variance increase decrease difference delta comparison growth over variación veränderung quarter quarters first second third fourth half fiscal full calendar three four five seven eight nine eleven twelve inception since date cumulative cumulatively through trimestre semestre primer primeros segundo tercer cuarto seis nueve doce tres finalizados terminados meses same last past time earlier before year-ago anterior pasado previo vormonat vorjahr launch beginning life close when this that thus here lapse versus against".split(
    " ",
  );
/** Words between two times that are compared; in a cell, for no amount. */
export const AGAINST = String.raw`(?:vs\.?|versus|against)`;
export const NIL = "nil|none";
/** Units after a number in its cell. */
export const VALUE_UNIT = String.raw`(?:million|billion|thousand|mm|m|k|BTCs?|bitcoins?|EH\/s|EH|PH\/s|PH|TH\/s|exahash|MW|GW|J\/TH|W\/TH|USD|cents|kWh|%|x|bps)`;
/** Headers of columns that count coins, and of columns of money or other coins beside them. */
export const COINS_HEAD =
  /^(?:(?:number|quantity|units|amount) of (?:bitcoins?|btc|coins|units)(?: held)?|quantity|quantities|units|coins|bitcoins?|btc)(?: \((?:in )?(?:bitcoins?|btc|coins|units)\))?$/i;
export const MONEY_HEAD =
  /\b(?:amounts?|values?|costs?|basis|dollars|usd)\b|\$|^(?:ETH|ether(?:eum)?|USD[CT]|LTC|litecoin|DOGE|dogecoin)\b/i;
/** What a separate cell before a number holds, and one after it. */
export const PREFIX = /^(?:appx\.?|approx(?:imately|\.)?|about|~|≈|US\$|C\$|\$|£|€|\(|\s)+$/i;
export const SUFFIX = /^(?:%|\)|\)\s?%|million|billion|mm|m|k|BTC|EH\/s|EH|PH\/s|PH|TH\/s|MW|USD|\/s|[⁰¹²³⁴⁵⁶⁷⁸⁹*†]+)$/i;
/** A balance of coins in a roll-forward, before its day. */
export const BALANCE = /^(?:(?:opening|closing|beginning|ending|bitcoins?|btc|digital assets?)\s)*(?:balances?|held|holdings|units)\b/i;
/** Words above a table that scale its dollars, with their powers of ten. */
const SCALE_SAID: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:in|of) (?:thousands|US\$ ?thousands|USD thousands|thousands of)\b|\(?\$ ?000s?\b|[’']000s?\b|(?:US\$|USD|\$),?\s(?:in )?thousands?\b|en miles de/i,
    3,
  ],
  [/\b(?:in|of) (?:US\$ ?|USD )?(?:millions|millions of)\b|(?:US\$|USD|\$),?\s?(?:in )?(?:millions?\b|mm?\))|en millones de/i, 6],
];
/** "($ in thousands)": of all rows, and no words of the next one. */
export const SCALE_NOTE = /^\([^()]*\)$/;
/** "In thousands, except bitcoin": of what the same words say that it is no money. */
export const EXCEPT_COINS = /\bexcept\b.*\b(?:bitcoins?|btc|coins?|tokens|metrics?|hash)/i;
/** Words of a label that counts coins among rows of dollars: "Number of bitcoin held", "Bitcoin mined (number)". */
export const NUMBERED = /\b(?:number|quantity|units)\b|\((?:in )?(?:btc|bitcoins?|coins|whole[^)]*)\)|#/i;
/** The power of ten by which a text scales dollars. */
export const scaleSaid = (text: string): number | undefined => SCALE_SAID.find(([words]) => words.test(text))?.[1];

/** Further words of headings over a company's figures. */
export const OF_FIGURES =
  "summary|overview|highlights?|stats|facts|glance|table|appendix|earlier|monthly|days?|power|financial|activity|activities|measures?|status|recent|newest|latest|kennzahlen|überblick|zusammenfassung|übersicht|zahlen|chiffres|clés|résumé|aperçu|principales|datos|claves|resumen|cifras|destacad[oa]s?";
