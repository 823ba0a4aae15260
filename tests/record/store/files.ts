/** A small record as files, for tests that change one thing about it. */
export const FACTS_HEAD = "company,period,metric,value,source_kind,published_on,source_url,note";

export const RELEASE = "https://www.riotplatforms.com/april-2025";
export const REPORT = "https://news.example.org/riot";

export const FACTS = [
  `riot,2025-04,btc_produced,463,company_release,2025-05-05,${RELEASE},`,
  `riot,2025-04,btc_sold,475,company_release,2025-05-05,${RELEASE},`,
  `riot,2025-04,btc_sold,450,news_report,2025-05-06,${REPORT},`,
  `riot,2025-04,treasury_policy,,company_release,2025-05-05,${RELEASE},sells to fund growth`,
  `hut8,2025-04,btc_held,569.0,news_report,,${REPORT},`,
];

export function smallRecord(facts: readonly string[] = FACTS, more: Readonly<Record<string, string>> = {}): Map<string, Uint8Array> {
  const files: Record<string, string> = {
    "companies.csv":
      'company,name,country,sec_cik,notes\nriot,"Riot Platforms, Inc.",United States,1167419,\nhut8,Hut 8 Corp.,United States,,\n',
    "listings.csv": "company,exchange,ticker,from,to\nriot,Nasdaq,RIOT,,\nhut8,TSX,HUT,,2025-03\n",
    "facts.csv": `${[FACTS_HEAD, ...facts].join("\n")}\n`,
    "policies.csv": `company,from,to,policy,source_url\nriot,2025-04,,mixed,${RELEASE}\n`,
    "consolidations.csv": "parent,child,from,to,note\n",
    "btc-usd-monthly.csv": "month,average_usd,close_usd,days\n2025-04,85876.52,94207.31,30\n",
    "published-aggregates.csv": "period,metric,value,panel,publisher,source_url,note\n",
    "events.csv": "date,label,kind,source\n2024-04-20,Fourth halving,network,\n",
    ...more,
  };
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}
