/** The same made-up month, told in each language that miners are written about. */
import { describe, expect, it } from "vitest";
import { quantitiesIn } from "@/reader/mentions/quantities";
import { readRelease } from "@/reader/readRelease";
import { settle } from "@/reader/mentions/settle";
import { timesIn } from "@/reader/mentions/times";
import { COMPANIES } from "./samples";

/** Riot's March of 2024: 431 mined, 212 sold for $14.2 million, 8,517 held at the end of the month, 398 mined in February. */
const NEWS: Readonly<Record<string, string>> = {
  English:
    "Riot Platforms reports for March 2024\nRiot Platforms mined 431 bitcoin in March 2024, compared with 398 bitcoin in February. It sold 212 bitcoin for $14.2 million and held 8,517 bitcoin at the end of the month.",
  Spanish:
    "Riot Platforms informa sobre marzo de 2024\nRiot Platforms minó 431 bitcoins en marzo de 2024, frente a 398 bitcoins en febrero. La empresa vendió 212 bitcoins por 14,2 millones de dólares y mantenía 8.517 bitcoins al cierre del mes.",
  Portuguese:
    "Riot Platforms divulga os números de março de 2024\nA Riot Platforms minerou 431 bitcoins em março de 2024, contra 398 bitcoins em fevereiro. A empresa vendeu 212 bitcoins por 14,2 milhões de dólares e detinha 8.517 bitcoins no fim do mês.",
  Italian:
    "Riot Platforms: i dati di marzo 2024\nRiot Platforms ha estratto 431 bitcoin nel mese di marzo 2024, contro i 398 bitcoin di febbraio. La società ha venduto 212 bitcoin per 14,2 milioni di dollari e deteneva 8.517 bitcoin alla fine del mese.",
  French:
    "Riot Platforms : les chiffres de mars 2024\nRiot Platforms a miné 431 bitcoins en mars 2024, contre 398 bitcoins en février. La société a vendu 212 bitcoins pour 14,2 millions de dollars et détenait 8 517 bitcoins à la fin du mois.",
  German:
    "Riot Platforms: Zahlen für März 2024\nRiot Platforms hat im März 2024 431 Bitcoin geschürft, nach 398 Bitcoin im Februar. Das Unternehmen verkaufte 212 Bitcoin für 14,2 Millionen Dollar und hielt zum Monatsende 8.517 Bitcoin.",
  Russian:
    "Riot Platforms: итоги марта 2024 года\nВ марте 2024 года Riot Platforms добыла 431 биткоин против 398 биткоинов в феврале. Компания продала 212 биткоинов за 14,2 млн долларов, а на конец месяца на её балансе было 8 517 биткоинов.",
  Turkish:
    "Riot Platforms Mart 2024 verilerini açıkladı\nRiot Platforms, Mart 2024'te 431 Bitcoin üretti; Şubat ayında üretim 398 Bitcoin olmuştu. Şirket 212 Bitcoin'i 14,2 milyon dolara sattı. Ay sonunda elinde 8.517 Bitcoin tutuyordu.",
  Japanese:
    "Riot Platforms、2024年3月の実績を発表\nRiot Platformsは2024年3月に431BTCを採掘した。2月は398BTCだった。売却は212BTCで、売却額は1,420万ドル。3月末時点の保有量は8,517BTCとなった。",
  Chinese:
    "Riot Platforms公布2024年3月数据\nRiot Platforms在2024年3月共产出431枚比特币，2月产量为398枚比特币。公司出售了212枚比特币，所得款项为1,420万美元。截至3月31日，公司持有8,517枚比特币。",
  Korean:
    "Riot Platforms, 2024년 3월 실적 발표\nRiot Platforms는 2024년 3월 비트코인 431개를 채굴했다. 2월 채굴량은 398 BTC였다. 회사는 212 BTC를 1,420만 달러에 매각했다. 3월 말 기준 보유량은 8,517 BTC다.",
};

describe("a month's news is read in every language", () => {
  it.each(Object.entries(NEWS))("%s", (_, text) => {
    const { candidates } = readRelease(text, { companies: COMPANIES, publishedOn: "2024-04-05" });
    const found = candidates.map(({ company, metric, period, value }) => `${company} ${metric} ${period} ${value}`);
    expect(found).toEqual(
      expect.arrayContaining([
        "riot btc_produced 2024-03 431",
        "riot btc_produced 2024-02 398",
        "riot btc_sold 2024-03 212",
        "riot btc_held 2024-03 8517",
        "riot sale_proceeds_usd 2024-03 14200000",
      ]),
    );
    expect(candidates.filter(({ confidence }) => confidence === "high")).toEqual([]);
  });
});

describe("that none was sold is read in every language", () => {
  it.each([
    ["English", "Riot did not sell any bitcoin in March 2024."],
    ["English, of the coins", "None of these coins was sold in March 2024, said Riot."],
    ["English, of each", "Not a single bitcoin was sold by Riot in March 2024."],
    ["English, of a sale", "Riot made no sale at all in March 2024."],
    ["English, parting with none", "Riot didn't part with any of its coins in March 2024."],
    ["English, of nothing", "In March 2024 Riot sold nothing."],
    ["English, of the smallest part", "In March 2024 Riot mined 431 bitcoin and sold not a satoshi."],
    ["Spanish, of the coins", "En marzo de 2024 Riot produjo 431 bitcoins; ninguno fue vendido."],
    ["English, beside something else", "Riot mined 431 bitcoin in March 2024, not selling any."],
    ["Spanish", "En marzo de 2024 Riot no vendió bitcoins."],
    ["Portuguese", "Em março de 2024 a Riot não vendeu bitcoins."],
    ["Italian", "A marzo 2024 Riot non ha venduto bitcoin."],
    ["French", "En mars 2024, Riot n’a pas vendu de bitcoins."],
    ["German", "Im März 2024 verkaufte Riot keine Bitcoin."],
    ["Russian", "В марте 2024 года Riot не продавала биткоины."],
    ["Turkish", "Riot, Mart 2024'te Bitcoin satmadı."],
    ["Japanese", "Riotは2024年3月にビットコインを売却しなかった。"],
    ["Chinese", "Riot在2024年3月没有出售比特币。"],
    ["Korean", "Riot는 2024년 3월 비트코인을 매도하지 않았다."],
  ])("%s", (_, text) => {
    const { candidates } = readRelease(`Riot Platforms 2024\n\n${text}`, { companies: COMPANIES });
    expect(candidates.map(({ metric, period, value }) => `${metric} ${period} ${value}`)).toContain("btc_sold 2024-03 0");
  });
});

it.each(["Riot sold nothing but 200 bitcoin in March 2024.", "Riot has sold none of its machines other than 300 in March 2024."])(
  "that something else was sold is not that no coins were: %s",
  (text) => {
    const { candidates } = readRelease(`Riot Platforms 2024\n\n${text}`, { companies: COMPANIES });
    expect(candidates.map(({ metric, value }) => `${metric} ${value}`)).not.toContain("btc_sold 0");
  },
);

it.each([
  ["German", "Riot Platforms: März 2024", "Im ganzen Monat verkaufte Riot keine Bitcoin."],
  ["Japanese", "Riot Platforms 2024年3月", "同社はビットコインを売却しなかった。"],
])("that none was sold is read where no number stands beside it, in %s", (_, title, text) => {
  const { candidates } = readRelease(`${title}\n\n${text}`, { companies: COMPANIES });
  expect(candidates.map(({ metric, period, value }) => `${metric} ${period} ${value}`)).toContain("btc_sold 2024-03 0");
});

it.each([
  "Riot has a plan of not selling its machines in March 2024.",
  "Riot made no sales of machines in March 2024.",
  "Im März 2024 verkaufte Riot keine Anteile.",
  "En marzo de 2024 Riot creció sin vender acciones.",
])("what is not sold is bitcoin, or nothing is said: %s", (text) => {
  const { candidates } = readRelease(`Riot Platforms 2024\n\n${text}`, { companies: COMPANIES });
  expect(candidates.filter(({ metric }) => metric === "btc_sold")).toEqual([]);
});

describe("a month and its year are read in every language, before and after 2029", () => {
  it.each([
    ["Spanish", "en septiembre de 2031", "2031-09"],
    ["Portuguese", "em maio de 2024", "2024-05"],
    ["Italian", "nel luglio 2024", "2024-07"],
    ["French", "en août 2024", "2024-08"],
    ["German", "im Dezember 2024", "2024-12"],
    ["Russian", "в ноябре 2024 года", "2024-11"],
    ["Turkish", "Ağustos 2024 döneminde", "2024-08"],
    ["Turkish, the year first", "2024 yılının Ağustos ayında", "2024-08"],
    ["Japanese", "2024年10月に", "2024-10"],
    ["Chinese", "2032年1月份", "2032-01"],
    ["Korean", "2024년 12월에는", "2024-12"],
    ["English", "in April 2030", "2030-04"],
  ])("%s", (_, text, month) => {
    expect(timesIn(text).map((time) => settle(time, undefined).period)).toEqual([month]);
  });

  it.each([
    ["German", "zum 31. Oktober 2024", "2024-10"],
    ["Russian", "на 30 апреля 2024 года", "2024-04"],
    ["Chinese", "截至2024年6月30日", "2024-06"],
    ["Korean", "2024년 6월 30일 기준", "2024-06"],
    ["Portuguese", "em 31 de maio de 2024", "2024-05"],
  ])("a month's last day in %s", (_, text, month) => {
    expect(timesIn(text).map((time) => settle(time, undefined))).toEqual([{ period: month, sense: "day", exact: true }]);
  });

  it.each([
    ["German", "im dritten Quartal 2024", "2024-Q3"],
    ["Portuguese", "no terceiro trimestre de 2024", "2024-Q3"],
    ["Italian", "nel terzo trimestre 2024", "2024-Q3"],
    ["French", "au troisième trimestre 2024", "2024-Q3"],
    ["Russian", "в третьем квартале 2024 года", "2024-Q3"],
    ["Turkish", "2024'ün üçüncü çeyreğinde", "2024-Q3"],
    ["Chinese", "2024年第三季度", "2024-Q3"],
    ["Japanese", "2024年第3四半期", "2024-Q3"],
    ["Korean", "2024년 3분기", "2024-Q3"],
  ])("a quarter in %s", (_, text, quarter) => {
    expect(timesIn(text).map((time) => settle(time, undefined).period)).toEqual([quarter]);
  });

  it.each([
    ["English", "up from 398 last month", "431 last month"],
    ["German", "gegenüber dem letzten Monat", "im letzten Monat"],
    ["Italian", "contro il mese scorso", "nel mese scorso"],
    ["Spanish", "frente al del mes pasado", "el mes pasado"],
  ])('"last month" is the month before only where something is compared with it, else that of the document, in %s', (_, compared, told) => {
    const kinds = (text: string): string[] => timesIn(text).map(({ kind }) => kind);
    expect([kinds(compared), kinds(told)]).toEqual([["prior"], ["thisMonth"]]);
  });

  const read = (text: string): (string | undefined)[] => timesIn(text).map((time) => settle(time, "2024-08").period);

  it.each([
    ["English", "January through March 2024"],
    ["Spanish", "de enero hasta marzo de 2024"],
    ["Portuguese", "de janeiro até março de 2024"],
    ["Italian", "da gennaio fino a marzo 2024"],
    ["French", "de janvier jusqu'à mars 2024"],
    ["German", "von Januar bis März 2024"],
    ["Russian", "с января по март 2024 года"],
    ["Chinese", "2024年1月至3月"],
    ["Japanese", "2024年1~3月期"],
    ["Korean", "2024년 1~3월"],
  ])("a first and a last month are one stretch in %s", (_, text) => {
    expect(read(text)).toEqual(["2024-Q1"]);
  });

  it.each([
    ["English", "three months ended March 31, 2024"],
    ["Spanish", "los tres meses finalizados el 31 de marzo de 2024"],
    ["Portuguese", "nos três meses encerrados em 31 de março de 2024"],
    ["Italian", "nei tre mesi chiusi al 31 marzo 2024"],
    ["French", "les trois mois clos le 31 mars 2024"],
    ["German", "in den drei Monaten bis zum 31. März 2024"],
    ["Russian", "за три месяца, закончившихся 31 марта 2024 года"],
  ])("so many months up to a day in %s", (_, text) => {
    expect(read(text)).toEqual(["2024-Q1"]);
  });

  it.each([
    ["English", "the first half of 2024", "the first six months of 2024"],
    ["Spanish", "el primer semestre de 2024", "los primeros seis meses de 2024"],
    ["Portuguese", "o primeiro semestre de 2024", "nos primeiros seis meses de 2024"],
    ["Italian", "il primo semestre del 2024", "nei primi sei mesi del 2024"],
    ["French", "le premier semestre 2024", "les six premiers mois de 2024"],
    ["German", "im ersten Halbjahr 2024", "in den ersten sechs Monaten 2024"],
    ["Russian", "в первом полугодии 2024 года", "за первые шесть месяцев 2024 года"],
  ])("a half in %s", (_, half, months) => {
    expect([read(half), read(months)]).toEqual([["2024-01/2024-06"], ["2024-01/2024-06"]]);
  });

  it.each([
    ["English", "at the end of 2023"],
    ["Spanish", "al cierre de 2023"],
    ["Portuguese", "no fim de 2023"],
    ["Italian", "alla fine del 2023"],
    ["French", "fin 2023"],
    ["German", "Ende 2023"],
    ["Russian", "на конец 2023 года"],
  ])("the end of a year in %s", (_, text) => {
    expect(read(text)).toEqual(["2023-12"]);
  });

  it.each([
    ["English", "at year-end", "over the full year"],
    ["Spanish", "al cierre del año", "durante todo el año"],
    ["Portuguese", "no fim do ano", "em todo o ano"],
    ["Italian", "alla fine dell'anno", "nell'intero anno"],
    ["French", "à la fin de l'année", "sur l'ensemble de l'année"],
    ["German", "zum Jahresende", "im gesamten Jahr"],
    ["Russian", "на конец года", "за весь год"],
    ["Japanese", "年末に", "通年で"],
    ["Chinese", "年底", "全年"],
    ["Korean", "연말", "연간"],
  ])("the document's year and its end in %s", (_, end, whole) => {
    expect([end, whole].map((text) => timesIn(text).map(({ kind }) => kind))).toEqual([["yearEnd"], ["thisYear"]]);
  });

  it.each([
    ["English", "at the end of last year"],
    ["Spanish", "al cierre del año pasado"],
    ["French", "fin de l'année dernière"],
  ])("the end of the year before in %s", (_, text) => {
    expect(read(text)).toEqual(["2023-12"]);
  });

  it.each([
    ["English", "the previous quarter"],
    ["Spanish", "el trimestre anterior"],
    ["Portuguese", "o trimestre anterior"],
    ["Italian", "il trimestre precedente"],
    ["French", "le trimestre précédent"],
    ["German", "im Vorquartal"],
    ["Russian", "в предыдущем квартале"],
    ["Turkish", "önceki çeyrekte"],
    ["Japanese", "前四半期"],
    ["Chinese", "上季度"],
    ["Korean", "전분기"],
  ])("the quarter before in %s", (_, text) => {
    expect(timesIn(text).map(({ kind }) => kind)).toEqual(["priorQuarter"]);
  });

  it.each([
    ["English", "Riot mined 1,364 BTC in the first quarter of 2024, against 2,115 BTC in the same period last year."],
    ["Spanish", "Riot minó 1.364 BTC en el primer trimestre de 2024, frente a 2.115 BTC en el mismo período del año anterior."],
    ["Portuguese", "A Riot minerou 1.364 BTC no primeiro trimestre de 2024, contra 2.115 BTC no mesmo período do ano anterior."],
    ["Italian", "Riot ha minato 1.364 BTC nel primo trimestre 2024, contro 2.115 BTC nello stesso periodo dell'anno precedente."],
    ["French", "Riot a miné 1364 BTC au premier trimestre 2024, contre 2115 BTC sur la même période de l'année précédente."],
    ["German", "Riot hat im ersten Quartal 2024 1.364 BTC geschürft, nach 2.115 BTC im Vorjahreszeitraum."],
    ["Russian", "В первом квартале 2024 года Riot добыла 1 364 BTC против 2 115 BTC за аналогичный период прошлого года."],
  ])("the same time a year before is as long as the one told of, in %s", (_, text) => {
    const { candidates } = readRelease(text, { companies: COMPANIES, publishedOn: "2024-05-02" });
    expect(candidates.map(({ period, plain }) => `${period} ${plain}`)).toEqual(["2024-Q1 1364", "2023-Q1 2115"]);
  });
});

it.each([
  ["English", "up from 398 last quarter", "431 last quarter"],
  ["German", "gegenüber dem letzten Quartal", "im letzten Quartal"],
  ["Spanish", "frente al del trimestre pasado", "el trimestre pasado"],
])('"last quarter" is the quarter before only where something is compared with it, in %s', (_, compared, told) => {
  const kinds = (text: string): string[] => timesIn(text).map(({ kind }) => kind);
  expect([kinds(compared), kinds(told)]).toEqual([["priorQuarter"], ["thisQuarter"]]);
});

describe("a number written in parts is one number", () => {
  it.each([
    ["Japanese", "売却額は1億2,300万ドル", "123000000 usd"],
    ["Chinese", "持有1万2,345枚比特币", "12345 btc"],
    ["Korean", "3억 2천만 달러에 매각", "320000000 usd"],
  ])("%s", (_, text, amount) => {
    expect(quantitiesIn(text, "point").map(({ plain, counted }) => `${plain} ${counted}`)).toEqual([amount]);
  });

  it("two amounts side by side stay two", () => {
    expect(quantitiesIn("1億ドルと2,300万ドル", "point").map(({ plain }) => plain)).toEqual(["100000000", "23000000"]);
  });
});

describe("the same two digits behind months side by side are their year", () => {
  const read = (text: string): string[] => timesIn(text).map((time) => `${time.kind} ${settle(time, "2025-03").period ?? ""}`);

  it.each(["Key Metrics Mar 25 Feb 25*", "Mar 25* Feb 25", "Key Metrics Mar 25 Feb 25* Bitcoin mining"])("%s", (head) => {
    expect(read(head)).toEqual(["month 2025-03", "month 2025-02"]);
  });

  it.each(["It was sold on Feb 25 and Mar 25 again", "Paid Feb 25, Mar 25", "From Feb 24 to Mar 25"])("days stay days: %s", (text) => {
    expect(timesIn(text).map(({ kind }) => kind)).toEqual(["dayOnly", "dayOnly"]);
  });

  it("a table under such a head is read", () => {
    const table =
      "Riot Platforms March 2025 update\n\nKey Metrics Mar 25 Feb 25*\n\nBitcoin mining\nAverage operating hashrate 31.0 EH/s 30.4 EH/s\nBitcoin mined4 431 BTC 398 BTC\n";
    const found = readRelease(table, { companies: COMPANIES, publishedOn: "2025-04-08" }).candidates;
    expect(
      found
        .filter(({ metric }) => metric === "btc_produced")
        .map(({ period, plain }) => `${period} ${plain}`)
        .sort(),
    ).toEqual(["2025-02 398", "2025-03 431"]);
  });
});

it("digits in groups of three are one number behind a comma too", () => {
  const page =
    "Riot Platforms : les chiffres du mois de mars 2024\n\nEn mars seulement, 1 530 bitcoins ont été vendus. Riot a miné 431 bitcoins en mars 2024.";
  const found = readRelease(page, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);
  expect(found).toContain("btc_sold 2024-03 1530");
});
