/** Lines to paste that load a CSV of this site in common tools, with encoding and separators where tools guess them by locale. */

export const loadLines = (address: string) => [
  {
    tool: "Excel",
    where: "Data, Get Data, From Other Sources, Blank Query, then as its formula",
    lines: `= Table.PromoteHeaders(Csv.Document(Web.Contents("${address}"), [Delimiter=",", Encoding=65001]))`,
  },
  { tool: "Google Sheets", where: "in a cell", lines: `=IMPORTDATA("${address}", ",", "en_US")` },
  { tool: "Python", where: "with pandas", lines: `import pandas\ntable = pandas.read_csv("${address}")` },
  { tool: "R", where: "in base R", lines: `table <- read.csv("${address}", encoding = "UTF-8")` },
  { tool: "Observable", where: "in a cell of a notebook", lines: `table = d3.csv("${address}", d3.autoType)` },
  { tool: "Command line", where: "with curl", lines: `curl --fail --location --output sellthrough.csv "${address}"` },
];
