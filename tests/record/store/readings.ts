/** Documents as the reader hands them over, and the operators who decide about them. */
import type { ReadDocument, ReadFigure } from "@/record/store/review/documents";

export const ann = { by: "ann", at: "2025-06-10T09:00:00.000Z" };
export const bob = { by: "bob", at: "2025-06-10T09:00:01.000Z" };

export const MAY = "https://www.riotplatforms.com/may-2025";

export function figure(metric: ReadFigure["metric"], plain: string, more: Partial<ReadFigure> = {}): ReadFigure {
  const amount = Number(plain) * 1e8;
  return {
    company: "riot",
    metric,
    period: "2025-05",
    amount,
    plain,
    written: plain,
    start: 0,
    end: 4,
    confidence: "high",
    reasons: [],
    ...more,
  };
}

export function release(figures: readonly ReadFigure[], more: Partial<ReadDocument> = {}): ReadDocument {
  return {
    ...{ sha256: "a".repeat(64), address: MAY, kind: "company_release", title: "May 2025", company: "riot", publishedOn: "2025-06-04" },
    ...{ retrievedOn: "2025-06-05", text: "Bitcoin produced 514, sold 500", warnings: [], candidates: figures },
    ...more,
  };
}
