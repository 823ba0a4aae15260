/**
 * Names of companies: those beside the ones in the record (earlier and short ones, in all languages), exchanges, legal suffixes.
 * Data, not rules.
 */
const NAMES = {
  "american-bitcoin": "American Bitcoin",
  argo: "Argo Blockchain, Argo, アルゴ・ブロックチェーン, 아르고 블록체인",
  "bit-digital": "Bit Digital, ビット・デジタル, 비트디지털, 비트 디지털",
  bitdeer: "Bitdeer, ビットディア, 比特小鹿, 비트디어",
  bitfarms: "Bitfarms, Keel Infrastructure, ビットファームズ, ビットファーム, 비트팜스, 비트팜",
  bitfufu: "BitFuFu, ビットフーフー, 비트푸푸",
  canaan: "Canaan, カナン, 嘉楠科技, 嘉楠耘智, 嘉楠, 가나안, 카난",
  cango: "Cango, 灿谷, 燦谷, 캉고",
  cipher: "Cipher Mining, Cipher Digital, Cipher, サイファー・マイニング, サイファー, 사이퍼 마이닝, 사이퍼",
  cleanspark: "CleanSpark, クリーンスパーク, 클린스파크",
  "core-scientific":
    "Core Scientific, コア・サイエンティフィック, コアサイエンティフィック, 코어 사이언티픽, 코어사이언티픽, Power & Digital Infrastructure Acquisition",
  digihost: "Digihost Technology, Digihost, Digi Power X",
  dmg: "DMG Blockchain Solutions, DMG Blockchain, DMG",
  greenidge: "Greenidge Generation Holdings, Greenidge Generation, Greenidge, Vulcan Infrastructure",
  gryphon: "Gryphon Digital Mining, Gryphon",
  hive: "HIVE Blockchain Technologies, HIVE Blockchain, HIVE Digital, HIVE, ハイブ・デジタル, 하이브 디지털",
  hut8: "Hut 8 Mining, Hut 8, ハット8, ハットエイト, 헛8, 헛 8",
  "ionic-digital": "Ionic Digital, イオニック・デジタル, 아이오닉 디지털",
  iren: "Iris Energy, IREN, Iris, アイリス・エナジー, アイレン, 아이리스 에너지, 아이렌",
  "lm-funding": "LM Funding America, LM Funding",
  mara: "Marathon Digital Holdings, Marathon Digital, Marathon Patent Group, Marathon, MARA Holdings, MARA, マラソン・デジタル, マラソンデジタル, マラソン, マラ, 马拉松, 馬拉松, 마라톤 디지털, 마라톤, 마라 홀딩스, 마라홀딩스",
  mawson: "Mawson Infrastructure Group, Mawson, Big Digital Energy",
  riot: "Riot Blockchain, Riot Platforms, Riot, ライオット・プラットフォームズ, ライオット, 라이엇 플랫폼스, 라이엇 플랫폼, 라이엇",
  sphere3d: "Sphere 3D",
  stronghold: "Stronghold Digital Mining, Stronghold Digital, Stronghold, ストロングホールド, 스트롱홀드",
  terawulf: "TeraWulf, テラウルフ, 테라울프",
};
export const ALIASES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(NAMES).map(([id, names]) => [id, names.split(", ")]),
);

/** Exchanges, as written before a ticker. */
export const EXCHANGE = String.raw`(?:(?:NASDAQ|Nasdaq)(?:\s?(?:GS|GM|CM|Global Select|Capital Market))?|NYSE(?:\s?(?:American|Arca))?|LSE|AIM|AQSE|TSX(?:[- .]?V(?:enture)?)?|CSE|CBOE(?: CA)?|OTC(?:QB|QX|MKTS)?|FSE|FRA|XETRA|ASX|Oslo|OSE|HKEX|ADX|SGX|NEO|NGM|Euronext|Frankfurt|US|纳斯达克(?:股票)?(?:代码)?|納斯達克(?:股票)?(?:代[碼號])?|ナスダック|나스닥)`;
/** Verbs after a company's name, in headlines and in sentences. */
export const DOES = String.raw`(?:announce|report|release|publishe|present|provide|give|unveil|mine|produce|generate|earn|sell|hold)(?:s|d)?|publish(?:es)?|(?:report|present|earn)ed|gave|sold|held|meldet|veröffentlicht|gibt|schürfte?|verkaufte?|publica|anuncia|informa|produjo|vendió|minó|annonce|publie|(?:a|hat|ha|has|had)\s(?:\p{L}+\s)?(?:mined|produced|sold|miné|produit|vendu|minado|producido|vendido)|produziu|vendeu|minerou|annuncia|pubblica`;
/** The same with their first letters in any case, as in titles. */
export const IN_TITLES = `(?:${DOES.replace(/(?<![\p{L}\\])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)})`;
/** Words before a company's name in a headline, or that are not a name by themselves. */
export const NO_NAME = String.raw`(?:Public(?:ly)?|Traded|Listed|Listing|Bitcoin|BTC|Crypto(?:currency)?|Mining|Miners?|Compan(?:y|ies)|Firms?|Giants?|Rival|News|Press|Release|Update|Operations?|Production|Total|Monthly|Results?|US|U\.S\.|Texas|Canadian|American|Germany['’]s|CEO|CFO|Analysts?|Investors?|Shares?|Revenue)`;
/** Legal suffixes of company names; the same with words of their trade, which a slug omits. */
export const LEGAL = String.raw`(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|AG|SE|ASA|AB|GmbH|LLC|S\.A|N\.V|S\.p\.A|Company|Holdings|Group)`;
export const ENDINGS =
  /[\s,]+(?:inc|incorporated|corp|corporation|ltd|limited|plc|ag|se|asa|ab|gmbh|llc|s\.?a|s\.?p\.?a|co|company|n\.?v|holdings?|group|technology|technologies|platforms|global|america|usa|enterprises)\.?$/i;
export const TRADE =
  /[\s,]+(?:bitcoin|mining|blockchain|infrastructure|immersion|digital|solutions|generation|assets|computing|energy|power|systems)$/i;
/** The same, without which a name is still the company's; what is no name without the words of its trade. */
export const CORE_ENDINGS = /[\s,]+(?:inc|corp|ltd|limited|plc|ag|se|group|holdings?|technologies)\.?$/i;
export const NO_CORE = /^(?:the|us|u\.s|american|northern|core|new|first)$/i;
/** Words that may follow the short name of a miner in its full name; other words make it another company's. */
export const OF_MINERS = "(?:Digital|Holdings|Patent|Group|Blockchain|Technologies|Platforms|Mining|Bitcoin)";
/** Words that make a name before them somebody else's. None is a verb in a headline, as in "Bitfarms Partners With" and "Riot Funds"; some
 * of them only where no other noun follows: "Riot Energy Credits Rise". */
export const OF_OTHERS = `(?:Games|Labs|Fund|Ventures|Foundation|Protocol|Wallet|Bank|Oil|Petroleum|Social|Studios?|Gaming|Motors?|(?:Capital|Energy|Exchange|Finance|Insurance|Network)(?! (?!${IN_TITLES}|${LEGAL})[A-Z][a-z]))`;
/** Words that stand for somebody named elsewhere; words before a company's name at a sentence's start; those of the section about it. */
export const PRONOUN = "(?:The|It|Its|We|Our|They|Their|This|That|These|Both|Who|Which|He|She)";
export const OPENS =
  "In|During|For|On|At|As|Of|The|By|Since|From|Die|Der|Das|Les?|La|El|Los|Il|Lo|A|O|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June?|July?|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
export const ABOUT_COMPANY = "About|Über|À propos de|Acerca de|Sobre|Informazioni su";
