/** The committed record in place of the store, so that routes can be asked for answers without a server. */
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { seedRecord } from "../domain/seed";

export const TODAY = "2026-09-01";
export const figures: Figures = figuresOf(
  { ...seedRecord(), version: { id: "0123456789ab", date: "2026-06-22", changedOn: "2026-11-20" } },
  TODAY,
);

const isKept = (version: string | null) => version === null || version === figures.record.version.id;

/** Stands in for cards/stateAt: there is one version of the record. */
export const record = {
  todayUtc: () => TODAY,
  figuresAt: ({ version }: { readonly version: string | null }) => Promise.resolve(isKept(version) ? figures : undefined),
};

export const ask = (path: string, headers: HeadersInit = {}): Request => new Request(`http://localhost:3000${path}`, { headers });
