/** A parameter that is ours and names nothing is said in words, on every page that takes it. */
import { expect, test } from "vitest";
import { pageProblems } from "@/cards/pageParameters";
import { parseSelection } from "@/cards/selection/selection";
import { nearestPages } from "@/cards/search/nearestPages";
import { parametersOf, SELECTION_NAMES } from "@/server/address/parameters";
import { figures } from "../app/world";

const PAGES = [
  "/",
  "/months/2025-03",
  "/companies",
  "/companies/riot",
  "/companies/riot/facts",
  "/compare",
  "/coverage",
  "/map",
  "/signal",
  "/strategies",
  "/data",
  "/search",
  "/takeaway/miners-2025-03",
  "/tables/miners-2025-03",
];

/** A search takes any words; what one looks at on the list of companies is ascending or descending. */
const FREE = ["q"];

const PARAMETERS = PAGES.flatMap((path) =>
  Object.keys(parametersOf(path) ?? {})
    .filter((name) => !FREE.includes(name))
    .map((name) => [path, name] as const),
);

test.each(PARAMETERS)("%s?%s=zz is refused and says why", (path, name) => {
  const params = { [name]: "zz" };
  const { problems, years } = parseSelection(params, figures.record);
  const all = [...problems, ...pageProblems(path, params, figures)];
  expect(all.map(({ parameter }) => parameter)).toEqual([name]);
  const { sentences } = nearestPages(`${path}?${name}=zz`, { problems: all, years, figures });
  expect(sentences.join(" ")).toContain(`${name}=zz, which names nothing`);
});

test.each([
  ["/", { price: "log", tables: "miners-2025-03,pooled-sell-through", by: "miners-2025-03.company.asc" }],
  ["/companies", { sort: "sold", order: "desc" }],
  ["/companies/riot/facts", { year: "2025" }],
  ["/strategies", { show: "treasury" }],
  ["/data", { load: "companies" }],
  ["/map", { sort: "" }],
  ["/tables/map", { page: "2" }],
])("what a page writes into its own address is taken: %s %o", (path, params) => {
  expect(pageProblems(path, params, figures)).toEqual([]);
});

test("the parameters of a selection are those that it is read from", () => {
  const params = Object.fromEntries(SELECTION_NAMES.map((name) => [name, "zz"]));
  const { problems } = parseSelection(params, figures.record);
  expect(new Set(problems.map(({ parameter }) => parameter))).toEqual(new Set(SELECTION_NAMES));
});
