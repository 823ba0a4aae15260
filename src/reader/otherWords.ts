/**
 * Hashrates and dollars in sentences: the average that ran, what is installed, what sales brought and at which price.
 * In: a quantity and its clause. Out: the metric with doubts, or nothing.
 * Rule guarded: dollars count only where the sentence speaks of bitcoin sold, hashrate only where it is the company's and there.
 */
import type { MetricId } from "@/domain/metric";
import { RANGE_BEFORE } from "./bitcoinWords";
import { comparedTo } from "./comparisons";
import { finding, type Finding } from "./finding";
import { mayBeOneSite } from "./nearCues";
import { NOT_OWN, NOW } from "./cues";
import type { Sentence, Spot } from "./sentences";

const HASHING =
  /\bhash(?:[- ]?rate|[- ]?power|ing)?\b|\bexa[- ]?hash|\bcomputing power\b|\bfleet\b|\b(?:ant)?miners\b|\brigs\b|\basics?\b|\bmachines\b|\bmining capacity\b|\binstalled capacity\b/i;
const GROWING =
  /\b(?:additional|added|adding|adds|add|order(?:ed|s)?|purchas\w+|bought|deliver\w*|shipped|contract\w*|expan\w+|increase of|more|shut|down|offline|idle|being moved|moved|off|growth|new|option|network|global|efficien\w+|peak|maximum|record|upgrade\w*|replac\w+|went from|from)\b/i;
const RUNNING = /\bactive\b|\boperating\b|\boperational\b|\bhashing\b|\bonline\b|\brunning\b/i;
const AVERAGE = /\baverag(?:e|ed|es|ing)\b|\bavg\b|\bmean\b/i;
const AVERAGE_HASH = /\b(?:averag\w*|avg|mean)\b[^.;]{0,25}\b(?:hash|operat|self-min)|\bhash[- ]?\w*[^.;]{0,40}\b(?:averag|mean)/i;
const IN_PLACE = /\bdeployed\b|\binstalled\b|\benergi[sz]ed\b|\bin place\b|\bfleet\b(?! efficiency)|\bmining capacity\b/i;

/** The metric of a hashrate in a sentence. */
export function hashMetric(spot: Spot, sentence: Sentence, last: Finding | undefined): Finding | undefined {
  const compared = comparedTo(spot, sentence, last);
  if (compared) return compared;
  const dated = sentence.whens.some((when) => when.start >= spot.clauseStart && when.end <= spot.clauseEnd);
  const near = `${spot.left} ${spot.right.slice(0, 30)}`;
  const capacity = /\b(?:capacity|rate)\s*(?::|of|was|is|stood at)\s*$/i.test(spot.left);
  if (
    !(
      HASHING.test(spot.clause) ||
      capacity ||
      (/\baverag(?:e|ed|ing)(?: of)?\s*$/i.test(spot.left) && HASHING.test(sentence.text)) ||
      (IN_PLACE.test(spot.clause) && dated)
    ) ||
    RANGE_BEFORE.test(spot.left) ||
    NOT_OWN.test(near) ||
    /^\s*(?:more|less|higher|lower|off|of (?:new|additional))\b/i.test(spot.right)
  )
    return undefined;
  if (
    AVERAGE_HASH.test(spot.left) ||
    (/\baverag(?:e|ed|ing)(?: of)?\s*$/i.test(spot.left) && HASHING.test(sentence.text)) ||
    /^\s*average (?:operating |operational |daily |monthly )*hash/i.test(spot.right) ||
    /^[\s,]*(?:on average\b|\(?average\)?\s*(?:$|[.,;]))/i.test(spot.right)
  ) {
    if (/\befficien|\bfleet age/i.test(spot.left)) return undefined;
    return finding("avg_ehs", "an average hashrate", { doubts: mayBeOneSite(spot) });
  }
  // "… off the average hash rate, leaving 2.0 EH/s"
  if (/\b(?:leaving|to)\s*$/i.test(spot.left) && AVERAGE_HASH.test(`${spot.left} `))
    return finding("avg_ehs", "what was left of an average hashrate", { doubts: ["only the words before say that it is an average"] });
  if (
    /^\s*(?:of|from) (?:older|old|legacy|new|newer|additional|retired)\b/i.test(spot.right) ||
    /^\s*(?:were|was|have been|had been|has been) (?:taken|removed|retired|sold|unplugged|decommissioned)\b/i.test(spot.right)
  )
    return undefined;
  if (/\b(?:start|beginning) of\b/i.test(spot.right.slice(0, 30))) return undefined;
  if (GROWING.test(spot.left) || /^\s*(?:is|are|was|were)\s+(?:down|off|being|idle|shut)/i.test(spot.right)) return undefined;
  if (/\bto\s*(?:approximately\s*)?$/i.test(spot.left))
    return finding("deployed_ehs", "a hashrate that was reached", {
      doubts: IN_PLACE.test(spot.before) && !RUNNING.test(spot.before) ? mayBeOneSite(spot) : ["not said whether installed or running"],
    });
  const doubts: string[] = [...mayBeOneSite(spot)];
  if (NOT_OWN.test(sentence.text.slice(0, spot.quantity.start))) doubts.push("the sentence speaks of others before");
  // Where a clause has several hashrates, each needs its own word.
  const several =
    sentence.quantities.filter(({ kind, start, end }) => kind === "hash" && start >= spot.clauseStart && end <= spot.clauseEnd).length > 1;
  const bracket = /^\s*\(([^()]*)\)/.exec(spot.right)?.[1] ?? "";
  const own = several ? `${spot.left.replace(/^\s*\([^()]*\)/, "")} ${spot.right.slice(0, 40)}` : spot.clause;
  if (!IN_PLACE.test(own)) doubts.push("the words do not say that the hashrate is deployed or installed");
  if (RUNNING.test(own) && !IN_PLACE.test(bracket) && !IN_PLACE.test(spot.left)) doubts.push("running, not deployed");
  if (/\boperati(?:ng|onal)\s+hash/i.test(spot.left)) doubts.push("running, not deployed");
  if (RUNNING.test(spot.left.slice(-30)) && !/\b(?:deployed|installed|energi[sz]ed)\b/i.test(spot.left.slice(-30)))
    doubts.push("running, not deployed");
  if (AVERAGE.test(spot.right.slice(0, 40))) doubts.push("perhaps an average");
  if (/\bnameplate\b/i.test(spot.clause)) doubts.push("what the machines could do on paper");
  if (NOW.test(spot.clause)) doubts.push('"now" may be a day after the month\'s end');
  const ownPart = /\bself-min(?:ed|ing)\b|\bproprietary\b|\bself-owned\b/i.test(spot.left);
  return finding("deployed_ehs", "a hashrate of the company's machines", { doubts, own: ownPart });
}

const SALE = /\bsold\b|\bsales?\b|\bselling\b|\bliquidat\w+|\bmoneti[sz]\w+|\bdispos\w+|\bconverted\b/i;
const FINANCING =
  /\b(?:offering|equity|stock|shares?|notes?|convertible|loan|debt|facility|atm|at-the-market|placement|financing|warrants?|machines?|equipment|property|land|hosting|colocation|power|energy|credits?|revenue|cash)\b/i;
const WORTH = /\b(?:worth|valued?|values?|fair|market value|closing|close|spot|cost|revenue|equity|cash)\b/i;

/** "Sold 10 and purchased 100 at an average of ...": the dollars belong to the purchase. */
function lastTradeIsPurchase(upTo: string): boolean {
  const last = [
    ...upTo.matchAll(/\b(?:(sold|sales?|selling|liquidat\w+|moneti[sz]\w+|dispos\w+|converted)|purchas\w+|bought|buying|acquir\w+)\b/gi),
  ].at(-1);
  return last !== undefined && last[1] === undefined;
}

/** Proceeds or price per coin of bitcoin sold. */
export function moneyMetric(spot: Spot, sentence: Sentence, last: Finding | undefined, topic: MetricId | undefined): Finding | undefined {
  const upTo = sentence.text.slice(0, spot.quantity.start);
  const dollars = Number(spot.quantity.plain);
  const perCoin =
    /^\s*,?\s*(?:(?:on average|average),?\s+)?(?:(?:per|a)\s+(?:bitcoin|btc|coin)\b|\/\s?(?:btc|bitcoin)\b|each\b|apiece\b)/i.test(
      spot.right,
    );
  const asPrice =
    (/\bat\s+(?:about\s+|approximately\s+)?$/i.test(spot.left) && /^\s*,?\s*on average\b/i.test(spot.right)) ||
    (/\b(?:price|average|averaging|averaged)\b[^.;]{0,45}$/i.test(spot.left) && !/\bproceeds\b/i.test(spot.left));
  if ((perCoin || asPrice) && dollars >= 1000 && dollars < 1_000_000) {
    if (!SALE.test(upTo) || lastTradeIsPurchase(upTo) || WORTH.test(spot.left) || FINANCING.test(spot.left)) return undefined;
    const average = AVERAGE.test(spot.left) || AVERAGE.test(spot.right.slice(0, 40)) || /\bnet price\b/i.test(spot.left);
    return finding("avg_sale_price_usd", "a price beside bitcoin sold", {
      questions: average ? [] : ["not said that the price is an average"],
    });
  }
  if (dollars < 10_000 || WORTH.test(spot.left)) return undefined;
  const called = /\bproceeds\b/i.test(spot.left) || /^\s*(?:in|of)\s+(?:net |gross |cash )?proceeds\b/i.test(spot.right);
  const traded =
    (last?.metric === "btc_sold" || last?.metric === "avg_sale_price_usd") &&
    /^[^.;]{0,40}?\b(?:for|fetched|fetching|yielding|yielded|raising|raised|generating|generated|bringing|brought|realizing|receiving)\s*(?:in\s+)?(?:a total of\s+|total\s+|net\s+|gross\s+|cash\s+)*(?:of\s+)?(?:approximately\s*|about\s*|roughly\s*|some\s*|around\s*|~\s*)?$/i.test(
      spot.left,
    );
  const brought =
    /\bsales?\b[^.;$]{0,40}\b(?:brought in|yielded|generated|fetched|raised|reali[sz]ed|totall?ed)\s*(?:approximately\s*|about\s*|roughly\s*|around\s*|some\s*|~\s*)?$/i.test(
      spot.left,
    );
  if ((!called && !traded && !brought) || lastTradeIsPurchase(upTo)) return undefined;
  const ofBitcoin =
    SALE.test(sentence.text) && (/\bbitcoins?\b|\bbtc\b/i.test(sentence.text) || topic === "btc_sold" || topic === "avg_sale_price_usd");
  if (!ofBitcoin || FINANCING.test(spot.clause.replace(/\bnet cash proceeds\b/gi, "")) || NOT_OWN.test(spot.left)) return undefined;
  return finding("sale_proceeds_usd", called || brought ? '"proceeds" of bitcoin sold' : "what the bitcoin sold were sold for");
}
