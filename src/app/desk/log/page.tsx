/** The log: who did what, when, the latest first. It is only added to; `npm run record -- audit` checks its hashes. */
import type { Metadata } from "next";
import { rowNumber } from "@/domain/numberText";
import { auditLog, type Subject } from "@/record/store/audit";
import { appStore } from "@/record/store/client";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../DeskFrame";
import { openDesk } from "../guard";
import { TableHead } from "../TableHead";

export const metadata: Metadata = { title: "Log", robots: { index: false, follow: false } };
export const dynamic = "force-dynamic";

const SHOWN = 200;

/** Shown by its beginning; the log itself keeps it whole. */
const WHOLE_HASH = /\b([0-9a-f]{12})[0-9a-f]{52}\b/g;

/** The rows’ hash is left out: it says nothing to a reader, and the audit compares it. */
function subjectText(subject: Subject): string {
  const said = Object.entries(subject).filter(([name]) => name !== "content");
  return said
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(", ")
    .replace(WHOLE_HASH, "$1…");
}

function valueText(value: Subject[string]): string {
  if (Array.isArray(value)) return value.join(" ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${String(part)}`)
    .join(" ");
}

export default async function LogPage({ searchParams }: PageProps) {
  const desk = await openDesk();
  const { before } = await searchParams;
  const from = typeof before === "string" ? rowNumber(before) : undefined;
  const entries = await auditLog(appStore(), { limit: SHOWN, before: from });
  const last = entries.at(-1)?.seq ?? 1;
  return (
    <DeskFrame desk={desk} title="Log">
      <div className="scroll" tabIndex={0} role="region" aria-label="Log entries">
        <table className="desk-list">
          <TableHead labels={["Entry", "When (UTC)", "Who", "What", "To what"]} />
          <tbody>
            {entries.map(({ seq, at, by, what, subject }) => (
              <tr key={seq}>
                <td>{seq}</td>
                <td className="whole">{at.slice(0, 19).replace("T", " ")}</td>
                <td>{by}</td>
                <td>{what}</td>
                <td className="sentence">{subjectText(subject)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {last > 1 && (
        <p>
          <a href={`/desk/log?before=${last}`}>Earlier entries</a>
        </p>
      )}
    </DeskFrame>
  );
}
