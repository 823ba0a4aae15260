/**
 * A month's work at the desk: fifteen releases of fifteen companies in a store whose record of each company ends before its release.
 * Used by the test of how many decisions it takes, and to try it with a clock.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toQueue } from "@/finder/run/toQueue";
import { FILE_NAMES } from "@/record/csv/recordRows";
import type { Store } from "@/record/store/database/client";
import { queueDocument } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { readRelease } from "@/reader/readRelease";
import { RecordIndex } from "@/reader/corroborate/recordView";
import type { Sample } from "@/reader/training/samples";
import { samplesIn } from "./samples";
import { emptyStore, save } from "../stores";

const NAMES = [
  "argo-2022-10-release",
  "bit-digital-2023-09",
  "bitfarms-2024-03-news",
  "cipher-2024-04-release",
  "cleanspark-2024-05",
  "core-scientific-2024-05-release",
  "digihost-2022-06",
  "greenidge-2024-09-release",
  "hive-2024-05-news",
  "hut8-2023-10",
  "iren-2022-06",
  "lm-funding-2024-06",
  "mara-2024-06",
  "riot-2024-07",
  "stronghold-2024-03-release",
];

export const RELEASES: readonly Sample[] = samplesIn("published").filter(({ name }) => NAMES.some((one) => name.endsWith(`/${one}`)));

const AT = "2026-09-01T00:00:00.000Z";

/** A store at `url` with the committed record up to each release's month, and the releases in its queue. */
export async function monthAtTheDesk(url: string): Promise<Store> {
  const folder = join(import.meta.dirname, "../../prisma/data");
  const ends = new Map(RELEASES.map(({ company, period }) => [company, period ?? ""]));
  const isBefore = (line: string): boolean => {
    const [company = "", period = ""] = line.split(",");
    const end = ends.get(company);
    return (
      end === undefined || (period.slice(0, 4) < end.slice(0, 4) && !period.includes("/")) || (/^\d{4}-\d\d$/.test(period) && period < end)
    );
  };
  const files = new Map(
    FILE_NAMES.filter((name) => name !== "decisions.csv").map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]),
  );
  for (const name of ["facts.csv", "spans.csv"]) {
    const [head = "", ...lines] = new TextDecoder().decode(files.get(name)).split(/(?<=\n)/);
    files.set(name, new TextEncoder().encode(head + lines.filter(isBefore).join("")));
  }
  const store = await emptyStore(url);
  await save(store, files, AT);
  const known = await loadRecord(store);
  const index = new RecordIndex({ facts: known.facts, prices: known.prices });
  for (const { text, publishedOn } of RELEASES) {
    const reading = readRelease(text, { companies: known.companies, record: index, publishedOn });
    const about = {
      sha256: createHash("sha256").update(text).digest("hex"),
      address: reading.document.address ?? "",
      kind: "company_release" as const,
      title: "",
      publishedOn: reading.publishedOn ?? null,
      retrievedOn: AT.slice(0, 10),
    };
    await queueDocument(store, toQueue(reading, about), { by: "ann", at: AT });
  }
  return store;
}
