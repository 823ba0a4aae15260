/**
 * The words of each language that miners are written about in: names of months, words of mining by what they speak of, words for times,
 * amounts and units. Data, not rules: a language is added here, and in its test.
 * `words` are patterns of one whole word, `phrases` of several; `anywhere` are words as they stand, for scripts that put no spaces between them.
 */

interface Language {
  /** January to December, each in all its writings. Absent: months are numbers before a sign. */
  readonly months?: readonly string[];
  /** Its months are written with a capital. */
  readonly capital?: boolean;
  readonly words?: Readonly<Record<string, string>>;
  /** Patterns of several words that mean a class together. */
  readonly phrases?: Readonly<Record<string, string>>;
  readonly anywhere?: Readonly<Record<string, string>>;
  /** First to fourth. */
  readonly ordinals?: readonly string[];
  readonly quarter?: string;
  /** In the quarter that the text told of before. */
  readonly inQuarter?: string;
  /** What is compared with stands behind them. */
  readonly comparing?: string;
  /** The same, where they mean it only right before a time: "below January's". */
  readonly measuring?: string;
  /** What is compared with stands before them: "5월보다". */
  readonly comparedBefore?: string;
  /** What a change leads to stands behind them. */
  readonly leadingTo?: string;
  /** A sentence that begins with them is about the company of the one before it. */
  readonly it?: string;
  /** Another clause begins with them; one that tells of the time before it. */
  readonly and?: string;
  readonly when?: string;
  /** The words for a month and a year, of which those below consist. */
  readonly month?: string;
  readonly year?: string;
  /** The month before the document's; "last month", which it is only where something is compared with it: on the day of writing it is the document's own. */
  readonly prior?: string;
  readonly lastMonth?: string;
  /** The same time a year before; the end of the document's month. */
  readonly yearAgo?: string;
  readonly monthEnd?: string;
  readonly yearToDate?: string;
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
  /** A figure that the words before tell of stands behind them; words that make it a rough one. */
  readonly linking?: string;
  readonly about?: string;
  readonly machines?: string;
  /** Only a bound of the figure stands behind them: "above 6,000 BTC". */
  readonly bound?: string;
}

const ENGLISH: Language = {
  months: ["jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september", "oct october",
    "nov november", "dec december"],
  capital: true,
  words: {
    PROD: "(?:self-|auto)?min(?:e|ed|es|ing)|produ[cj]\\p{L}*|earn(?:ed|s|ing)?|generat(?:e|ed|es|ing)|minted|extract(?:ed|s|ing)|netted|output|yield\\p{L}*|rewards?|harvest(?:ed|s|ing)|bagged|racked",
    SOLD: "sold|offload\\p{L}*|unload\\p{L}*|divest\\p{L}*|sales?|sell\\p{L}*|liquidat\\p{L}*|dispos\\p{L}*|moneti[sz]\\p{L}*|conver(?:ted|sion)|shed|sheds|shedding|dump(?:ed|s|ing)|sell-off",
    HELD: "held|holds?|holdings?|hodl\\p{L}*|treasury|balances?|reserves?|custody|owned|owns|inventory|coffers|stash|stockpile|hand|hoard|accumulated|bitcoin-holdings|stack|war-chest|hoards?|trove|stockpiled|nest-egg|portfolio",
    BUY: "purchas\\p{L}*|bought|acquir\\p{L}*|buy\\p{L}*",
    RESTR: "restricted|pledg\\p{L}*|collateral\\p{L}*|encumbered|loaned|lent|borrow\\p{L}*|unrestricted|receivable",
    HASH: "hash\\p{L}*|eh/s|ph/s|exahash\\p{L}*|petahash\\p{L}*|eh|computing",
    DEPL: "deployed|energi[sz]\\p{L}*|install\\p{L}*|online|fleet|capacity|nameplate", AVG: "averag\\p{L}*|avg|mean",
    OPER: "operating|operational|active|running|operated", END: "month-end|end|ended|ending|exited|closing|close|period-end",
    PRICE: "price\\p{L}*|realized|realised", PROC: "proceeds", DAY: "daily", YTD: "year-to-date|ytd|so-far|since|cumulative",
    HOST: "host\\p{L}*|coloc\\p{L}*|co-loc\\p{L}*|customers?|clients?|third|third-party|managed?|management|cloud|cloud-mining|partners?|members?",
    PLAN: "expect\\p{L}*|target\\p{L}*|plan|plans|planned|guidance|will|should|goals?|reach|forecast\\p{L}*|anticipat\\p{L}*|intend\\p{L}*|potential|would|could|aim\\p{L}*|contract\\p{L}*|pipeline|upcoming|additional",
    UP: "increas\\p{L}*|up|rose|higher|grew|growth|decreas\\p{L}*|down|lower|fell|declin\\p{L}*|more|less|fewer|drop\\p{L}*|rise|rising|jump\\p{L}*|surg\\p{L}*|improv\\p{L}*|added|adding",
    FROM: "from|compared|versus|vs|than|against|over", EQ: "equivalents?", NET: "network|global|difficulty|worldwide",
    COST: "costs?|expens\\p{L}*|revenues?|margins?|value|values|valued|worth|profits?|fees?|credits?|power|energy|electricity|efficiency|uptime|equity|loss|income",
    OWN: "self-min\\p{L}*|own|proprietary", ALL: "total|combined|aggregate|totals", SITE: "facility|site|sites|facilities|campus|farm|location",
    COIN: "eth|ethereum|ether|litecoin|doge\\p{L}*|kaspa", ZERO: "no|none|nil", OPEN: "beginning|opening|start",
    PART: "including|includes?|included|excluding|excludes?|excluded|thereof",
  },
  phrases: {
    DAY: "(?:per|a|each|every) day|/ ?day", YTD: "(?:total of|first) \\S+ months|so far|year to date|to date", ZERO: "did not|not any",
    PLAN: "on track|a goal of", HASH: "hash rate|computing power",
    PRICE: "per (?:bitcoin|btc|coin)|\\b(?:apiece|a (?:coin|piece)|each(?! (?:day|month|of)))\\b", END: "month[’']s end|on hand|month end",
    OWN: "net share", NET: "total supply",
    PROD: "(?:turned|churned) out|(?:brought|pulled|raked|took) in|\\bbrought (?=(?:\\p{L}+ ){0,3}[\\d.,]+ (?:btc|bitcoins?|coins))|dug up|\\b(?:made|added|racked up) (?=(?:\\p{L}+ ){0,3}[\\d.,]+ (?:btc|bitcoins?|coins))",
    SOLD: "part(?:ed|s|ing) with|cash(?:ed|ing) (?:out|in)|(?:got|get|getting) rid of|let(?:s|ting)? go of|let(?:s|ting)? (?=[\\d.,]+ (?:btc|bitcoins?|coins) go\\b)|(?:gave|giving) up (?=(?:\\p{L}+ ){0,2}[\\d.,]+ )",
    HELD: "(?:sits?|sat|sitting) on|balance sheet|war chest|nest egg|\\b(?:has|had) (?=(?:about |around |roughly |some |nearly |over )?[\\d.,]+ (?:btc|bitcoins?|coins))|bring(?:s|ing) (?:its|their|the) (?:total|tally|count|haul)",
  },
  ordinals: ["first|1st", "second|2nd", "third|3rd", "fourth|4th|final"],
  prior: "(?:the )?(?:prior|previous|preceding) month|(?:the )?month (?:before|prior|earlier)|a month (?:earlier|ago|before)",
  lastMonth: "last month",
  yearAgo: "same (?:three|six|nine|twelve) months (?:of|in) (?:20\\d\\d|last year|the year before)|that period of 20\\d\\d|(?<!that )(?:the )?(?:same|corresponding|comparable|equivalent) (?:(?:three|six|nine|twelve)[- ]month |quarterly |prior[- ]year )?(?:month|period|quarter)(?: (?:of |in )?(?:last|the (?:prior|previous)) year| a year (?:ago|earlier)| (?:in|of) 20\\d\\d)?|(?:a|one|the) year (?:ago|earlier|before|prior)|last year|(?:the )?(?:prior|previous|preceding) year|year[- ]ago(?:[- ](?:quarter|month|period))?",
  monthEnd: "(?:(?:at|by) )?(?:the )?end of the month|at (?:the )?month[’']?s?[- ]end|(?:in|during|over) the same month(?!\\s(?:of|in|last|a|one|the)(?!\\p{L}))",
  quarter: "quarter|qtr\\.?",
  inQuarter: "(?:in|for|during|over) (?:the|that|this) (?:same )?quarter(?! (?:of|before|ended|ending|to))|this quarter|(?:at|by|as of) (?:the )?(?:quarter(?:[’']s)?[- ](?:end|close|exit)|(?:end|close) of (?:the|this) quarter)|when the quarter (?:ended|closed)|(?:ended|closed|finished|exited) the quarter",
  comparing: "from|than|against|versus|vs\\.?|compared (?:to|with)",
  it: "its?|they|their|the (?:company|firm|miner|group|bitcoin miner)|this (?:company|miner|firm)", leadingTo: "to|until",
  and: "and|but|while|whereas", when: "when|where|which", measuring: "below|above|under|over|beneath|after|behind|ahead of|short of|relative to",
  month: "months?", year: "years?|fy", percent: "per[ -]?cent|percent(?:age)?|pct", thousand: "thousands?", million: "millions?",
  billion: "billions?", dollars: "US\\s?dollars?|dollars?|USD|US\\$", coins: "BTCs?|bitcoins?|₿|XBT|coins|tokens",
  deployed: "deployed|install\\p{L}*|energi[sz]ed\\p{L}*|nameplate", running: "operat(?:ing|ional)(?! and (?:deployed|energi))|averag\\p{L}*",
  unrestricted: "unrestricted|unlimited|unencumbered",
  linking: "at|after|with|of|was|were|is|are|reach(?:ed)?|totall?ed", about: "the|about|approximately|a record",
  machines: "miners\\b|machines|rigs|asics?\\b|antminer|whatsminer|hardware|servers",
  bound: "above|over|past|beyond|nearly|almost|close to|more than|exceed\\p{L}*|surpass\\p{L}*|topp\\p{L}*|cross\\p{L}*|milestone",
}; // oxfmt-ignore

const SPANISH: Language = {
  months: ["enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago", "septiembre setiembre", "octubre", "noviembre",
    "diciembre dic"],
  words: {
    PROD: "min(?:ó|aron|ad[oa]s?|ando|aba)|gener(?:aron|ad[oa]s?|ando)|obtuvieron|extraj\\p{L}*|extrajo|generó|obtuvo|minería|produjo|producción",
    SOLD: "vend\\p{L}*|ventas?|liquid(?:ó|ad[oa]s?|aron|ación)|desprendi\\p{L}*",
    HELD: "tenencias?|reservas?|posee\\p{L}*|poseía\\p{L}*|tesorería|mantiene\\p{L}*|mantenía|saldo|balance|caja|cartera|acumula\\p{L}*|tenía|tiene|arcas|atesora\\p{L}*|conserva\\p{L}*",
    BUY: "compr(?:ó|ar|as?|aron|ado|ados)|adquiri\\p{L}*", RESTR: "garantía|prestad\\p{L}*|pignorad\\p{L}*",
    DEPL: "capacidad|instalad\\p{L}*|desplegad\\p{L}*", AVG: "promedi\\p{L}*|medi[oa]", OPER: "operativ\\p{L}*|operaci\\p{L}*",
    END: "cierre|final(?:es)?", PRICE: "precio\\p{L}*", PROC: "ingresos", DAY: "diari[oa]s?", YTD: "acumulad[oa]s?", HOST: "clientes?|terceros",
    PLAN: "debería|esper\\p{L}*|prev[eé]\\p{L}*|objetivo", UP: "aument\\p{L}*|disminu\\p{L}*|subió|cayó|caída|más|menos",
    FROM: "desde|frente|comparado|respecto", EQ: "equivalentes?", NET: "red|dificultad", COST: "costes?|costos?|valor\\p{L}*|valorad\\p{L}*",
    OWN: "propi[oa]s?", SITE: "planta|instalaciones", ZERO: "ningún|ninguno", OPEN: "inicial", PART: "incluyendo|incluidos",
  },
  phrases: {
    DAY: "(?:por|al) día|/ ?día", ZERO: "no se", HASH: "tasa de hash|poder de cómputo", PRICE: "por bitcoin",
  },
  yearToDate: "en lo que va de(?: año)?", ordinals: ["primer", "segundo", "tercer", "cuarto"], quarter: "trimestre",
  inQuarter: "(?:en|durante) (?:el|ese) trimestre(?! (?:anterior|de))", comparing: "desde|frente al?|contra",
  it: "sus?|la (?:empresa|compañía|firma|minera)", leadingTo: "a|hasta", linking: "de", and: "y|pero|mientras", when: "cuando|donde",
  measuring: "que|por (?:debajo|encima) de|bajo|tras|respecto (?:al?|de)", month: "mes|meses", year: "años?",
  prior: "(?:el )?mes (?:anterior|previo)", lastMonth: "mes pasado", yearAgo: "año (?:anterior|pasado)|mismo mes del año pasado|hace un año",
  monthEnd: "(?:al )?(?:cierre|final(?:es)?|fin) del? mes", percent: "por ciento", thousand: "mil", million: "millones|millón",
  billion: "mil millones", dollars: "dólares", coins: "monedas", deployed: "instalad\\p{L}*",
}; // oxfmt-ignore

const PORTUGUESE: Language = {
  months: ["janeiro", "fevereiro fev", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro dez"],
  words: {
    PROD: "miner(?:ou|aram|ad[oa]s?|ar|ação|ava)|produz\\p{L}*|extra[ií]\\p{L}*|ger(?:ou|aram|ad[oa]s?)|obt(?:eve|iveram)|produç\\p{L}*",
    SOLD: "vend\\p{L}*|liquid(?:ou|ad[oa]s?|aram|ação)",
    HELD: "detinha|detém|detem|possu\\p{L}*|tesouraria|saldo|mantinha|mantém|estoque|caixa|tinha|posse|manteve|carteira|acumul\\p{L}*|guarda\\p{L}*",
    BUY: "compr(?:ou|aram|ados?)|adquir\\p{L}*", RESTR: "garantias?|emprestad\\p{L}*", DEPL: "capacidade|instalad\\p{L}*", AVG: "médi[oa]s?",
    END: "fim|final|encerr\\p{L}*", PRICE: "preço\\p{L}*", PROC: "receitas?|arrecad\\p{L}*", DAY: "diári[oa]s?",
    PLAN: "deve|espera\\p{L}*|meta|prevê\\p{L}*", UP: "aument\\p{L}*|alta|queda|subiu|caiu|mais", NET: "rede|dificuldade", COST: "custos?",
    ZERO: "nenhum",
  },
  yearToDate: "desde o início do ano|no acumulado do ano", ordinals: ["primeiro", "segundo", "terceiro", "quarto"], quarter: "trimestre",
  inQuarter: "(?:no|nesse|durante o) trimestre(?! (?:anterior|de))", comparing: "contra", it: "suas?|a (?:empresa|companhia|mineradora)|ela",
  leadingTo: "a|para|até", and: "e|mas|enquanto", when: "quando|onde", measuring: "que|abaixo d[eo]|acima d[eo]|após|ante|frente a",
  month: "mês|meses", year: "anos?", prior: "(?:o )?mês anterior", lastMonth: "mês passado",
  yearAgo: "ano (?:anterior|passado)|mesmo mês do ano passado", monthEnd: "(?:no )?(?:fim|final|encerramento) do mês", percent: "por cento",
  thousand: "mil", million: "milhões|milhão", billion: "bilhões|bilhão|mil milhões", dollars: "dólares", coins: "moedas",
}; // oxfmt-ignore

const ITALIAN: Language = {
  months: ["gennaio gen", "febbraio", "marzo", "aprile", "maggio mag", "giugno giu", "luglio lug", "agosto", "settembre", "ottobre ott", "novembre",
    "dicembre"],
  words: {
    PROD: "minat[oi]|estra\\p{L}*|ottenut\\p{L}*|generat[oi]|prodott\\p{L}*|produsse|produce|produzione", SOLD: "vend\\p{L}*|cedut[oi]|liquidat[oi]",
    HELD: "detiene|deteneva\\p{L}*|detenut[oi]|possied\\p{L}*|possedev\\p{L}*|riserv[ae]|tesoreria|saldo|portafoglio|cassa|cassaforte|aveva\\p{L}*|scort[ae]|bilancio|possesso|accumulat\\p{L}*",
    BUY: "acquist\\p{L}*|comprat[oi]", DEPL: "capacità|installat\\p{L}*", AVG: "medi[oa]", END: "fine|chiusura", PRICE: "prezzo|prezzi",
    PROC: "ricav[oi]|incass\\p{L}*", DAY: "giornalier\\p{L}*", PLAN: "prevede\\p{L}*|obiettivo|punta",
    UP: "aument\\p{L}*|crescita|calo|cal(?:ata|ato|o)|salit\\p{L}*|più|meno", NET: "rete|difficoltà", COST: "cost[oi]|fatturato",
    ZERO: "nessun\\p{L}*",
  },
  yearToDate: "da(?:ll['’])?inizio (?:dell['’])?anno", ordinals: ["primo", "secondo", "terzo", "quarto"], quarter: "trimestre",
  inQuarter: "(?:nel|durante il) trimestre(?! (?:precedente|di))", comparing: "contro|rispetto a(?:l|i|lla|gli)?|dai|dal", month: "mese|mesi",
  it: "la (?:società|sua)|l['’]azienda|il miner", leadingTo: "a|ai|al|fino a", and: "e|ma|mentre", when: "quando|dove",
  measuring: "che|sotto|sopra|dopo", year: "anno|anni", prior: "(?:il )?mese precedente", lastMonth: "mese scorso",
  yearAgo: "anno (?:precedente|scorso)|scorso anno|stesso mese dell['’]anno (?:precedente|scorso)|un anno (?:fa|prima)",
  monthEnd: "(?:alla )?fine (?:del )?mese", percent: "per cento", thousand: "mila", million: "milioni|milione", billion: "miliardi|miliardo",
  dollars: "dollari(?: USA)?",
}; // oxfmt-ignore

const FRENCH: Language = {
  months: ["janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout", "septembre", "octobre",
    "novembre", "décembre decembre déc"],
  words: {
    PROD: "min(?:é|ées?|és|er|ait|ant|age)|extrai\\p{L}*|extrayait|généré\\p{L}*|obtenu\\p{L}*|produi\\p{L}*",
    SOLD: "ventes?|vendu\\p{L}*|céd\\p{L}*|cessions?|écoul\\p{L}*|liquidé\\p{L}*",
    HELD: "détient|détenait|détenus?|détention|réserves?|trésorerie|possède|possédait|solde|avoirs|bilan|caisse|coffres?|portefeuille|stocks?|conserv\\p{L}*|accumul\\p{L}*",
    BUY: "acheté\\p{L}*|achat\\p{L}*|acquis\\p{L}*", DEPL: "capacité|installée?s?|déployée?s?", AVG: "moyen\\p{L}*", END: "fin|clôture",
    PRICE: "prix", PROC: "produits?|recettes", DAY: "quotidien\\p{L}*|journali\\p{L}*", PLAN: "prévoit|objectif|vise|devrait",
    UP: "hausse|baisse|augment\\p{L}*|plus|moins", FROM: "contre", NET: "réseau|difficulté", COST: "coûts?|revenus?|chiffre", ZERO: "aucun\\p{L}*",
  },
  yearToDate: "depuis le début de l['’]année", ordinals: ["premier|1er", "deuxième|2e|second", "troisième|3e", "quatrième|4e"], quarter: "trimestre",
  inQuarter: "(?:au|au cours du|durant le|sur le) trimestre(?! (?:précédent|de))", comparing: "contre|face à",
  it: "elle|sa|son|ses|la société|l['’]entreprise|le mineur|la compagnie", leadingTo: "à", and: "et|mais|tandis", when: "quand|où",
  measuring: "que|qu['’]en|sous|après|par rapport (?:à|au)", month: "mois", year: "ans?|années?", prior: "(?:le )?mois (?:précédent|d['’]avant)",
  lastMonth: "mois dernier",
  yearAgo: "année (?:précédente|dernière)|l['’]an (?:dernier|passé)|même mois (?:de l['’]année|un an) (?:dernière|précédente|plus tôt)|un an (?:plus tôt|auparavant)",
  monthEnd: "(?:à la )?fin du mois", percent: "pour cent", thousand: "milliers?|mille", million: "millions?", billion: "milliards?",
  dollars: "dollars?(?: américains)?",
}; // oxfmt-ignore

const GERMAN: Language = {
  months: ["januar jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober okt", "november", "dezember dez"],
  capital: true,
  words: {
    PROD: "gemin\\p{L}*|geschürft\\p{L}*|schürf\\p{L}*|produziert\\p{L}*|produktion\\p{L}*|förder\\p{L}*|geförder\\p{L}*|erzeugt\\p{L}*|erwirtschaft\\p{L}*|abgebaut|minte\\p{L}*|produzier\\p{L}*|generier\\p{L}*|ausbeute",
    SOLD: "verkauf\\p{L}*|verkäufe\\p{L}*|veräußer\\p{L}*|abgestoßen|abgegeben|liquidier\\p{L}*|trennte",
    HELD: "bestand\\p{L}*|bestände|hält|hielt|halt\\p{L}*|gehalten\\p{L}*|reserven|besitz\\p{L}*|besaß|verfügt\\p{L}*|bilanz|tresor|bitcoin-bestand|hortet\\p{L}*|lager\\p{L}*|kasse|guthaben|vorrat|vorräte",
    BUY: "gekauft|erw[oi]rb\\p{L}*|zugekauft|käufe", RESTR: "verpfänd\\p{L}*|hinterlegt\\p{L}*", DEPL: "installiert\\p{L}*|kapazität\\p{L}*",
    AVG: "durchschnitt\\p{L}*", OPER: "operativ\\p{L}*|aktiv\\p{L}*", END: "ende|monatsende", PRICE: "preis\\p{L}*|durchschnittspreis\\p{L}*|kurs",
    PROC: "erlös\\p{L}*", DAY: "täglich\\p{L}*", HOST: "kunden", PLAN: "sollen?|erwart\\p{L}*|plant|ziel\\p{L}*|prognos\\p{L}*",
    UP: "mehr|weniger|gestiegen|gefallen|anstieg|rückgang|plus|minus", FROM: "gegenüber|gegen|nach", NET: "netzwerk\\p{L}*",
    COST: "umsatz\\p{L}*|wert|kosten", OWN: "eigene\\p{L}*", ALL: "insgesamt|gesamt\\p{L}*", ZERO: "keine", OPEN: "anfang\\p{L}*", PART: "davon",
  },
  phrases: {
    DAY: "pro tag",
  },
  yearToDate: "seit jahresbeginn", ordinals: ["erste[nrs]?|1\\.", "zweite[nrs]?|2\\.", "dritte[nrs]?|3\\.", "vierte[nrs]?|4\\."],
  quarter: "quartals?", inQuarter: "(?:im|in diesem) quartal", comparing: "gegenüber|nach|statt",
  it: "es|er|sie|ihre?|seine?|(?:das|dieses) unternehmen|die (?:firma|gesellschaft)|der (?:miner|konzern)", leadingTo: "auf|bis|zu",
  and: "und|aber|während", when: "als|wo", measuring: "als|unter|über|hinter", month: "\\p{L}*monat\\p{L}*", year: "\\p{L}*jahr\\p{L}*",
  prior: "vormonats?", lastMonth: "(?:letzten|vorigen|vergangenen) monats?",
  yearAgo: "ein jahr zuvor|vor einem jahr|vorjahr(?:e?s(?:monats?|zeitraums?)?)?|(?:letzten|vorigen|vergangenen) jahre?s",
  monthEnd: "(?:zum )?monatsende|ende des monats", percent: "prozent", thousand: "tausend|tsd\\.?", million: "millionen|mio\\.?",
  billion: "milliarden|mrd\\.?", dollars: "(?:US-)?dollar", deployed: "installiert\\p{L}*",
}; // oxfmt-ignore

const RUSSIAN: Language = {
  months: ["январь января январе янв", "февраль февраля феврале фев", "март марта марте", "апрель апреля апреле апр", "май мая мае",
    "июнь июня июне", "июль июля июле", "август августа августе авг", "сентябрь сентября сентябре сен", "октябрь октября октябре окт",
    "ноябрь ноября ноябре", "декабрь декабря декабре дек"],
  words: {
    PROD: "добы\\p{L}*|намайн\\p{L}*|майни\\p{L}*|произв[её]\\p{L}*|получ\\p{L}*|производств\\p{L}*|сгенерир\\p{L}*",
    SOLD: "прода[лнвжю]\\p{L}*|реализова\\p{L}*",
    HELD: "баланс\\p{L}*|резерв\\p{L}*|держ\\p{L}*|удержива\\p{L}*|хран\\p{L}*|влад\\p{L}*|запас\\p{L}*|принадлеж\\p{L}*|казначейств\\p{L}*|накоп\\p{L}*|остат\\p{L}*|казн[аеы]",
    BUY: "куп\\p{L}*|приобр\\p{L}*|закуп\\p{L}*", RESTR: "залог\\p{L}*|обеспечени\\p{L}*", HASH: "хешрейт\\p{L}*|хэшрейт\\p{L}*|мощност\\p{L}*",
    DEPL: "установлен\\p{L}*|развернут\\p{L}*", AVG: "средн\\p{L}*", OPER: "операционн\\p{L}*|работающ\\p{L}*", END: "конец|конце|концу",
    PRICE: "цен[аыеу]|цене", PROC: "выручи\\p{L}*|выручен\\p{L}*", DAY: "ежедневн\\p{L}*|сутки", HOST: "клиент\\p{L}*|хостинг\\p{L}*",
    PLAN: "ожида\\p{L}*|планиру\\p{L}*|цель|намерен\\p{L}*", UP: "рост\\p{L}*|вырос\\p{L}*|увелич\\p{L}*|сниз\\p{L}*|больше|меньше|упал\\p{L}*",
    FROM: "против|сравнению", NET: "сет[ьи]|сложност\\p{L}*",
    COST: "расход\\p{L}*|затрат\\p{L}*|выручк\\p{L}*|доход\\p{L}*|прибыл\\p{L}*|стоимост\\p{L}*", ALL: "всего|общ\\p{L}*", ZERO: "ни",
  },
  yearToDate: "с начала (?:\\p{L}+ )?года", ordinals: ["перв\\p{L}+|i", "втор\\p{L}+|ii", "трет\\p{L}+|iii", "четв[её]рт\\p{L}+|iv"],
  quarter: "квартал\\p{L}*", inQuarter: "(?:в|за) квартале?", comparing: "против|по сравнению с", it: "компани[яей]|он[аи]?|е[её]|его|их|майнер",
  leadingTo: "до|на", and: "и|но", when: "когда|где", measuring: "чем|ниже|выше|после", month: "месяц\\p{L}*", year: "год\\p{L}*",
  prior: "предыдущ\\p{L}+ месяц\\p{L}*|месяц\\p{L}* ранее", lastMonth: "прошл\\p{L}+ месяц\\p{L}*",
  yearAgo: "год(?:ом)? (?:назад|ранее)|прошл\\p{L}+ год\\p{L}*", monthEnd: "(?:на |в |к )?кон(?:ец|це|цу) месяца", percent: "процент\\p{L}*",
  thousand: "тыс\\.?|тысяч\\p{L}?", million: "млн\\.?|миллион\\p{L}*", billion: "млрд\\.?|миллиард\\p{L}*", dollars: "долл(?:ар\\p{L}*|\\.)?",
  coins: "бит(?:коин|койн)\\p{L}*|монет\\p{L}?",
}; // oxfmt-ignore

const TURKISH: Language = {
  months: ["ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık"], capital: true,
  words: {
    PROD: "üret\\p{L}*|kaz(?:dı|ıldı|ım|ıp|mış)\\p{L}*|madenciliği|çıkar\\p{L}*", SOLD: "sat(?:tı|ış|mış|ıldı|ılan)\\p{L}*",
    HELD: "tut(?:uyor|tuğu|ulan)\\p{L}*|bulun\\p{L}*|rezerv\\p{L}*|varlı\\p{L}*|elinde|sahip\\p{L}*|kasa\\p{L}*|bakiye\\p{L}*|hazine\\p{L}*|stok\\p{L}*|portföy\\p{L}*",
    BUY: "satın|aldı|alım\\p{L}*", DEPL: "kurulu|kapasite\\p{L}*", AVG: "ortalama\\p{L}*", END: "son\\p{L}{0,5}", PRICE: "fiyat\\p{L}*",
    PROC: "gelir\\p{L}*", DAY: "günlük", PLAN: "hedef\\p{L}*|bekl\\p{L}*|plan\\p{L}*",
    UP: "art(?:ış|tı|ır)\\p{L}*|düş\\p{L}*|yüksel\\p{L}*|azal\\p{L}*", NET: "ağ|zorlu\\p{L}*", COST: "maliyet\\p{L}*|değer\\p{L}*",
    ALL: "toplam\\p{L}*",
  },
  yearToDate: "yılbaşından (?:beri|bu yana)", ordinals: ["birinci|ilk|1\\.", "ikinci|2\\.", "üçüncü|3\\.", "dördüncü|son|4\\."], it: "şirket\\p{L}*",
  quarter: "çeyre[kğ]\\p{L}*", month: "ay\\p{L}{0,5}", year: "yıl\\p{L}*", prior: "(?:bir )?önceki ay\\p{L}*", lastMonth: "geçen ay\\p{L}*",
  yearAgo: "geçen yıl\\p{L}*|önceki yıl\\p{L}*|bir yıl önce", monthEnd: "ay(?:ın)? sonu\\p{L}*", thousand: "bin", million: "milyon",
  billion: "milyar", dollars: "dolar\\p{L}*",
}; // oxfmt-ignore

const JAPANESE: Language = {
  anywhere: {
    PROD: "採掘|生産|産出|生んだ|生み出|マイニング収益|マイニング報酬|マイニング量|マイニングし|獲得", SOLD: "売却|販売|手放", HELD: "保有|準備金|残高|トレジャリー|所有|備蓄|手元", BUY: "購入|買い増|追加取得", RESTR: "担保",
    HASH: "ハッシュレート|ハッシュパワー|採掘能力", DEPL: "展開|設置|稼働済み|通電|導入", AVG: "平均", OPER: "稼働", END: "月末|末時点|期末", PRICE: "価格|単価", PROC: "売却額|売却益|代金",
    DAY: "1日あたり|一日あたり|日次", YTD: "累計|年初来", HOST: "ホスティング|顧客", PLAN: "予定|見込|目標|計画|予想", UP: "増加|減少|増え|減っ|上昇|低下", NET: "ネットワーク|全体の",
    COST: "コスト|費用|売上高|収益|電力", ALL: "合計|総",
  },
  it: "同社|両社", quarter: "四半期", yearToDate: "年初来", comparedBefore: "比|より|に比べ|を(?:上|下)回", prior: "前月",
  yearAgo: "(?:昨年|前年)(?=の?\\d{1,2}月)|前年同月|前年同期|昨年同月", monthEnd: "月末", dollars: "(?:米)?ドル", coins: "ビットコイン",
}; // oxfmt-ignore

const CHINESE: Language = {
  anywhere: {
    PROD: "产出|產出|生产|生產|产量|產量|挖出|挖得|挖到|挖掘|挖矿所得|开采|開採|挖获|挖穫|挖礦所得|挖矿产出|自挖|挖了|采得|採得", SOLD: "出售|售出|卖出|賣出|抛售|拋售|变现|變現|销售|銷售|减持|減持",
    HELD: "持有|储备|儲備|库存|庫存|持仓|持倉|持币|持幣|余额|餘額|囤|拥有|擁有|财库|財庫", BUY: "购买|購買|买入|買入|购入|購入|增持", RESTR: "抵押|质押|質押|受限", HASH: "算力|哈希率",
    DEPL: "部署|已安装|装机|裝機|通电|通電|上架|上线", AVG: "平均|均价", OPER: "运营|運營|运行|運行", END: "月底|月末|期末|年底|截至|截止", PRICE: "价格|價格|均价|均價|单价",
    PROC: "所得款|收益|套现|售价总额|获得收入", DAY: "每日|日均|每天", YTD: "累计|累計|今年以来|年初至今", HOST: "托管|託管|客户|客戶|代管", PLAN: "预计|預計|计划|計劃|目标|目標|将达|预期|預期",
    UP: "增长|增長|增加|下降|减少|減少|环比|環比|同比|上升|高于|低于|下滑", FROM: "较|較|相比", NET: "全网|全網|难度|難度", COST: "成本|收入|费用|費用|营收|營收|利润|价值|價值|电力", ALL: "总计|總計|合计|合計|共",
  },
  yearToDate: "今年以[来來]|年初至今|年[内內]累[计計]", ordinals: ["一|1", "二|2", "三|3", "四|4"], it: "该公司|該公司|其|公司|它", quarter: "季度|季",
  measuring: "较|較|比|高于|高於|低于|低於", prior: "前一[个個]月|[较較比](?:上[个個]?月)", yearAgo: "(?:去年|上年)(?=\\d{1,2}月)|去年同期|去年同月|上年同期", monthEnd: "月底|月末|当月底",
  dollars: "(?:美元|美金)", coins: "比特[币幣]",
}; // oxfmt-ignore

const KOREAN: Language = {
  anywhere: {
    PROD: "채굴|생산|획득|캐냈|캐낸", SOLD: "매도|매각|판매|처분|팔았|팔아|현금화", HELD: "보유|잔고|준비금|비축|소유", BUY: "매입|매수|구매|구입|사들", RESTR: "담보", HASH: "해시레이트|해시율|해시 파워|해시파워",
    DEPL: "설치|배치|가동 용량|구축", AVG: "평균", OPER: "운영|가동", END: "월말|말 기준|말 현재", PRICE: "가격|단가", PROC: "매각 대금|매각대금|수익금", DAY: "하루|일평균|일일", YTD: "누적|올해 들어",
    HOST: "호스팅|고객", PLAN: "예상|계획|목표|예정|전망", UP: "증가|감소|늘|줄|상승|하락", FROM: "대비|보다", NET: "네트워크|난이도", COST: "비용|매출|원가|이익|가치|전력", ALL: "총",
  },
  it: "(?:이 )?회사|동사", quarter: "분기", yearToDate: "올해 들어|연초 이후", comparedBefore: "보다|대비|에 비해", prior: "전월|전달",
  yearAgo: "(?:작년|지난해) ?(?=\\d{1,2}월)|전년 동월|전년 동기|작년 같은", monthEnd: "월말", dollars: "달러", coins: "비트코인",
}; // oxfmt-ignore

export const LANGUAGES: readonly Language[] = [
  ENGLISH, SPANISH, PORTUGUESE, ITALIAN, FRENCH, GERMAN, RUSSIAN, TURKISH, JAPANESE, CHINESE, KOREAN,
]; // oxfmt-ignore

type Kind = Exclude<keyof Language, "months" | "capital" | "words" | "phrases" | "anywhere" | "ordinals">;

/** The words for something in all languages as one pattern. */
export const anyOf = (kind: Kind): string => LANGUAGES.flatMap((language) => language[kind] ?? []).join("|");

/** Words that what is compared with stands behind. */
export const COMPARING = anyOf("comparing");
/** The same right before a time. */
export const MEASURING = `${COMPARING}|${anyOf("measuring")}`;

/** No word begins or ends here but one of a script without spaces: only other scripts have small letters and capitals. */
export const WORD_START = "(?<![\\p{Lu}\\p{Ll}\\d_])";
export const WORD_END = "(?![\\p{Lu}\\p{Ll}])";
/** Words of scripts that have capitals. */
export const CASED = /[\p{Lu}\p{Ll}\p{M}]+/gu;
/** Years that documents tell of. */
export const YEAR = "20[1-4]\\d";
