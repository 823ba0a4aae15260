/** Run as a program of its own by kill.test.ts, which kills it: fetches one company's filings. Arguments: folder, origin of the server. */
import { companyId } from "@/domain/facts/company";
import { Archive } from "@/finder/archive/archive";
import { edgarAt } from "@/finder/edgar/edgarSubmissions";
import { fetchNew } from "@/finder/run/fetchNew";
import { politeFetch } from "@/finder/http/politeFetch";
import { AT_ONCE } from "./fakeClock";

const [folder = "", origin = ""] = process.argv.slice(2);
const now = (): number => Date.parse("2025-11-10T12:00:00Z");
const archive = Archive.open(folder);
await fetchNew({
  companies: [{ id: companyId("riot"), name: "Riot", secCik: "1167419" }],
  since: "2025-08-01",
  fetcher: politeFetch({
    userAgent: "Example desk@example.org",
    allowHosts: new Set([new URL(origin).host]),
    ...AT_ONCE,
  }),
  archive,
  feeds: { edgar: new Map(), feeds: [], prices: null },
  endpoints: edgarAt(origin, origin),
  now,
});
archive.close();
