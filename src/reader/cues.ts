/**
 * Words that say what was done with a number of bitcoin, and words that say that it is no figure of the month.
 * In: nothing. Out: patterns and word lists used by sentences. Data, kept apart from the procedure that uses them.
 */
import type { MetricId } from "@/domain/metric";

export interface Cue {
  readonly metric: MetricId;
  readonly pattern: RegExp;
}

/** Before the number: "mined 215 BTC", "holdings of 6,062 BTC". Searched from the right, so the nearest wins. */
export const CUES_BEFORE: readonly Cue[] = [
  {
    metric: "btc_produced",
    pattern:
      /\b(?:self-)?(?:mined|mines|mining)\b|\bproduc(?:ed|es|ing|tion)\b|\bearn(?:ed|s|ing)\b|\bgenerat(?:ed|es|ing|ion)\b|\boutput\b|\bharvested\b|\bbr(?:ought|ings?) in\b|\byield(?:ed|s|ing)\b|\bminted\b|\breceived\b|\bhaul\b/gi,
  },
  {
    metric: "btc_sold",
    pattern:
      /\bsold\b|\bs(?:ells|elling)\b|\bsales?\b|\bliquidat(?:ed|es|ing|ions?)\b|\bdispos(?:ed|es|ing|als?)\b|\bmoneti[sz](?:ed|es|ing|ations?)\b|\bconver(?:ted|ts|ting|sions?)\b/gi,
  },
  { metric: "btc_purchased", pattern: /\bpurchas(?:ed|es|ing)\b|\bbought\b|\bbuys\b|\bbuying\b|\bacquir(?:ed|es|ing)\b/gi },
  { metric: "btc_restricted", pattern: /\brestricted\b|\bpledged\b|\bcollaterali[sz]ed\b|\bloaned\b|\blent\b|\bencumbered\b/gi },
  {
    metric: "btc_held",
    pattern:
      /\bh[eo]ld(?:s|ing|ings)?\b|\bheld\b|\bhodl\w*\b|\btreasury\b|\breserves?\b|\bbalances?\b|\bown(?:s|ed)\b|\bstockpile\b|\binventory\b|\bcustody\b|\bunrestricted\b|\bha(?:d|s)(?=\s+(?:approximately |about |a total of )?\s*$)(?<=\b(?:month[- ]end|end of (?:the )?month|(?:3[01]|28|29),? [^,.;]{0,30}|(?:on|at|of) [^,.;]{3,30}(?:3[01]|28|29)(?:, 20\d\d)?,?)[^.;\d]{0,40}\bha[ds])|\b(?:end(?:ed|ing|s)|clos(?:ed|ing|es)|exit(?:ed|ing)|finish(?:ed|ing|es)|concluded) (?:the )?(?:it|period|month|january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\d\d)? with\b/gi,
  },
];

/** Right after the number: "215 BTC were mined", "293.30 BTC held". */
export const CUES_AFTER: readonly Cue[] = [
  {
    metric: "btc_produced",
    pattern:
      /^(?:self-)?mined\b|^produced\b|^earned\b|^generated\b|^of production\b|^of output\b|^minted\b|^c[ao]me (?:out of|from) (?:[\w'’]+ ){0,3}(?:miners|machines|fleet|rigs|mining|self-mining)\b/i,
  },
  { metric: "btc_sold", pattern: /^sold\b|^liquidated\b|^disposed of\b|^moneti[sz]ed\b|^converted\b/i },
  { metric: "btc_purchased", pattern: /^purchased\b|^bought\b|^acquired\b|^came from (?:the market|market purchases|purchases)\b/i },
  {
    metric: "btc_restricted",
    pattern:
      /^(?:restricted|pledged|in pledge|under pledge|(?:posted|deposited|placed|held|put up|used|serv(?:e|es|ed|ing)) as (?:a )?(?:collateral|security)|secur(?:e|es|ed|ing) (?:a|an|the|its|our|loans?)|encumbered|loaned|lent|on loan)\b/i,
  },
  {
    metric: "btc_held",
    pattern:
      /^held\b|^in (?:treasury|reserves?|custody|holdings|hodl|total holdings)\b|^in (?:its|our|the company['’]s) (?:treasury|reserves?|custody|holdings)\b|^on (?:its|our|the) balance sheet\b|^hodl\b/i,
  },
];

/** Words between cue and number that change nothing. Any other word there is a reason to ask. */
export const GLUE = new Set(
  (
    "a an the of to at in on for was were is are be been has have had stood stands stand came comes totalled totaled totals total reached reaching reaches come came contained contains approximately about roughly around some c ca circa " +
    "another further its our company company's month month's monthly new own self-mined mined bitcoin bitcoins btc unaudited net just also as with and from asic gpu mining end month-end amounting equal that which together " +
    "grew rose fell increased decreased dropped climbed declined up down ending closing all-time record best average period during equalled equaled gave its' close be it we s consolidated balance balances holdings holding treasury reserve reserves production output hodl " +
    "position went gone moved climbed advanced edged slipped sheet only self includes including currently now already been figures amounted number worked whole full combined sits sitting remains remained stayed"
  ).split(" "),
);

/** "Now" and its like: not the month's end unless a date says so. */
export const NOW = /\b(?:now|current(?:ly)?|at present|presently|today|to date|as of (?:today|the date)|at (?:the )?time of writing)\b/i;

/** The figure is a wish or a plan. */
export const PLANNED =
  /\b(?:expect(?:s|ed|ing|ation|ations)?|anticipat\w+|targets?|targeting|targeted|guidance|goals?|aims?|aiming|plans?|planned(?! (?:outage|maintenance|downtime|curtailment|shutdown|service))|planning|will|would|could|should|may(?! \d)|might|forecast\w*|project(?:s|ed|ing|ions?)|intends?|intended|potential(?:ly)?|seeks?|if|assum\w+|once|(?<!\b(?:went|gone|rose|grew|moved|climbed|goes|go) )up to|on track|scheduled|to (?:grow|rise|increase|reach|expand|climb)\b(?! (?:by|from))|budget\w*|outlook|schedule|capable|due)\b|\bby (?:the )?(?:end of|year[- ]end|mid-|(?:first|second|third|fourth) (?:quarter|half)|turn of)/;

/** Not the month's whole: rates, differences, parts, and bitcoin used as a measure of something else. */
export const RATE_AFTER =
  /^[\s,(]*(?:(?:or|on average|an?)\s+)?(?:per|a|each|every|\/)\s*(?:calendar\s+)?(?:day|exahash|petahash|eh|ph|block|miner|week|year|quarter|share|month)\b(?! (?:ago|earlier|before|prior))|^\s*(?:daily|\/\s*(?:day|d|eh|ph))\b|^\s*on average (?:per|a|each) day|^\s*(?:(?:are|is|were|was)\s+)?(?:being\s+)?(?:mined|produced|earned|generated)\s+(?:on average\s+)?(?:per|a|each|every|daily)\s*(?:day|week|block)?\b/i;
export const RATE_BEFORE =
  /\b(?:daily|per[- ]day|each day|a day)\b[^.;]{0,40}$|\b(?:peak|best|highest)(?: day| daily)?\b[^.;]{0,25}$|\baverag(?:e|ed|es|ing)\s*(?:of\s*)?(?:approximately\s*|about\s*)?$/i;
export const DIFFERENCE_AFTER =
  /^\s*(?:more|less|fewer|higher|lower|above|below|over|under|increase|decrease|gain|drop|ahead|short|off)\b(?! (?:the|than)? ?\d)/i;
export const DIFFERENCE_BEFORE =
  /\b(?:by|increase of|decrease of|rise of|drop of|gain of|up|down|difference of|change of|added|adding|adds|plus|additional|than|of (?:them|which|whom|these)|out of|including|includes|incl\.|excluding|excludes|comprising|part of)\s*(?:an?\s+)?(?:approximately|about|some|roughly)?\s*$/i;
export const EQUIVALENT_AFTER =
  /^[\s-]*(?:equivalents?|eq\.?)\b|^\s*(?:in value|in worth|worth(?!\s*(?:(?:approximately|about|over|more|than|nearly|roughly|some|around|almost|just|under)\s+){0,2}(?:~|≈)?\s?(?:USD?|C\$|\$|€|£|$))|of value)\b/i;
export const EQUIVALENT_BEFORE =
  /\b(?:worth|equivalents? (?:of|to)|equals?|equal to|value of|valued at|valuing|represent(?:s|ing)?|corresponds? to|the worth of)\b[^.;]{0,30}$/i;
/** Bitcoin and bitcoin equivalents mined together: kept, and said. */
export const WITH_EQUIVALENTS = /^\s*(?:or|and|&|and\/or)\s*(?:bitcoin |btc )?equivalents?\b/i;
/** Somebody else's bitcoin, or bitcoin in a loan, an order or a bet. */
export const NOT_OWN =
  /\b(?:clients?|customers?|host(?:ed|ing)|third[- ]part(?:y|ies)|cloud|partners?|joint venture|jv|network|miners worldwide|industry|competitors?|peers?|rivals?|investors?|members?|subsidiar(?:y|ies)|on behalf|for them|belong(?:s|ed|ing)?)\b/i;
export const OTHER_USE =
  /\b(?:options?|calls?(?! for)|puts?(?! (?:in|into|to|at|the|another|up|more)\b)|futures?|derivatives?|swap|notional|collateral for|loan(?:s|ed)?|borrow\w*|credit facility|repa(?:id|y\w*)|transferred|deposit\w*|donat\w*|stolen|lost|missed|forgone|curtail\w*|credits?|cost|fees?|transaction|transactions|blocks?|dividend|bonus|staked)\b/i;
/** "against 443 BTC in July 2021": the same measure at another time. */
export const COMPARED =
  /(?:\b(?:after|against|versus|vs\.?|from|than|compared (?:with|to)|above|below|over|under|short of|up from|down from|exceeding|in contrast to|(?:up|down|more|less|higher|lower) (?:on|than))|[(]:?)\s*:?\s*(?:the\s+|its\s+|our\s+|their\s+|a\s+|approximately\s+|about\s+|some\s+|record\s+|output of\s+|production of\s+|and\s+)*$/i;
