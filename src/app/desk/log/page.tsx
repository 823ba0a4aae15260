/** The log: who did what, when, latest first. It is append-only; `npm run record -- audit` verifies its hashes. */
import { Fragment, type ReactNode } from "react";
import type { Metadata } from "next";
import { rowNumber } from "@/domain/shared/numberText";
import { auditLog, type Subject } from "@/record/store/database/audit";
import { appStore } from "@/record/store/database/client";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../DeskFrame";
import { openDesk } from "../guard";
import { DeskTable } from "../DeskTable";

export const metadata: Metadata = { title: "Log" };

const SHOWN = 200;

/** Hashes are shortened here; the log has them in full. */
const WHOLE_HASH = /\b([0-9a-f]{12})[0-9a-f]{52}\b/g;

/** The pages of the desk about what an entry names. */
const PAGES: Readonly<Record<string, string>> = { candidates: "/desk/candidates", document: "/desk/documents" };

/** The hash of rows is left out, because only the audit needs it, and so is what there was none of. */
const Subjects = ({ of }: { readonly of: Subject }) =>
  Object.entries(of)
    .filter(([name, value]) => name !== "content" && !(Array.isArray(value) && value.length === 0))
    .map(([name, value], i) => (
      <Fragment key={name}>
        {i > 0 && ", "}
        {/* A list of one is named as one. */}
        {Array.isArray(value) && value.length === 1 ? name.replace(/s$/, "") : name} {linked(name, value)}
      </Fragment>
    ));

function linked(name: string, value: Subject[string]): ReactNode {
  const page = PAGES[name];
  if (page === undefined) return valueText(value).replace(WHOLE_HASH, "$1…");
  return valueText(value)
    .split(" ")
    .map((id, i) => (
      <Fragment key={id}>
        {i > 0 && " "}
        <a href={`${page}/${id}`}>{id}</a>
      </Fragment>
    ));
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
  const sent = await searchParams;
  const { before } = sent;
  const from = typeof before === "string" ? rowNumber(before) : undefined;
  const entries = await auditLog(appStore(), { limit: SHOWN, before: from });
  const last = entries.at(-1)?.seq ?? 1;
  return (
    <DeskFrame desk={desk} title="Log" sent={sent}>
      <DeskTable
        label="Log entries"
        className="desk-list"
        items={entries}
        keyOf={({ seq }) => seq}
        columns={[
          { label: "Entry", cell: ({ seq }) => seq },
          { label: "When (UTC)", is: "whole", cell: ({ at }) => at.slice(0, 19).replace("T", " ") },
          { label: "Who", cell: ({ by }) => by },
          { label: "What", cell: ({ what }) => what },
          { label: "To what", is: "sentence", cell: ({ subject }) => <Subjects of={subject} /> },
        ]}
      />
      {last > 1 && (
        <p>
          <a href={`/desk/log?before=${last}`}>Earlier entries</a>
        </p>
      )}
    </DeskFrame>
  );
}
