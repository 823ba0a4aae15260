/** The log of the finder's runs, one JSON line per event, append-only. Torn lines are skipped; unfinished runs are resumed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "@/record/parsedJson";
import type { Archive, ArchivedDocument } from "./archive";

const entrySchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("started"), at: z.string(), run: z.string(), asked: z.string() }),
  z.object({ event: z.literal("done"), at: z.string(), run: z.string(), company: z.string() }),
  z.object({ event: z.literal("finished"), at: z.string(), run: z.string(), problems: z.number() }),
  z.object({ event: z.literal("read"), at: z.string(), sha256: z.string(), knowing: z.string().optional() }),
]);

type Entry = z.infer<typeof entrySchema>;

export interface Run {
  readonly id: string;
  /** ISO date and time of its start; of the first attempt if it was resumed. */
  readonly startedAt: string;
  readonly resumed: boolean;
}

/** An unfinished run older than this is not resumed: the lists and feeds have changed since. */
const RESUMABLE_HOURS = 12;

export class Journal {
  private readonly entries: Entry[];
  private torn: boolean;
  private readonly path: string;
  private readonly readKeys: Set<string>;

  constructor(private readonly archive: Archive) {
    this.path = join(archive.folder, "journal.jsonl");
    const text = existsSync(this.path) ? readFileSync(this.path, "utf8") : "";
    this.torn = text !== "" && !text.endsWith("\n");
    this.entries = text.split("\n").flatMap((line) => parsedJson(entrySchema, line) ?? []);
    this.readKeys = new Set(
      this.entries.flatMap((entry) => (entry.event === "read" && entry.knowing !== undefined ? [`${entry.sha256} ${entry.knowing}`] : [])),
    );
  }

  /** Starts a run, or resumes the last one if it had the same key and did not end. `asked`: the key. */
  begin(asked: string, now: number): Run {
    const last = this.entries.findLast((entry) => entry.event === "started");
    if (last?.asked === asked && !this.hasEnded(last.run) && now - Date.parse(last.at) < RESUMABLE_HOURS * 3_600_000)
      return { id: last.run, startedAt: last.at, resumed: true };
    const at = new Date(now).toISOString();
    const id = `${at}-${this.entries.filter((entry) => entry.event === "started").length + 1}`;
    this.add({ event: "started", at, run: id, asked });
    return { id, startedAt: at, resumed: false };
  }

  done(run: Run, company: string, now: number): void {
    this.add({ event: "done", at: new Date(now).toISOString(), run: run.id, company });
  }

  finish(run: Run, problems: number, now: number): void {
    this.add({ event: "finished", at: new Date(now).toISOString(), run: run.id, problems });
  }

  /** When the last earlier run started that completed this company and left out no days behind the one before; undefined when there is none. */
  lastDone(company: string, run: Run): string | undefined {
    const started = new Map(this.entries.flatMap((entry) => (entry.event === "started" ? [[entry.run, entry]] : [])));
    let last: string | undefined;
    for (const entry of this.entries) {
      const began = entry.event === "done" && entry.company === company && entry.run !== run.id ? started.get(entry.run) : undefined;
      if (began !== undefined && (last === undefined || firstDay(began.asked) <= last)) last = began.at;
    }
    return last;
  }

  /** Marks a document as read; `knowing` is a key for the reader's knowledge at that time. */
  markRead(sha256: string, now: number, knowing?: string): void {
    this.add({ event: "read", at: new Date(now).toISOString(), sha256, ...(knowing !== undefined && { knowing }) });
    if (knowing !== undefined) this.readKeys.add(`${sha256} ${knowing}`);
  }

  /** Whether the document was read with the same knowledge. */
  wasRead(sha256: string, knowing: string): boolean {
    return this.readKeys.has(`${sha256} ${knowing}`);
  }

  /** The archived documents that have not been read, from this run or any before it. */
  unread(): ArchivedDocument[] {
    const read = new Set(this.entries.flatMap((entry) => (entry.event === "read" ? [entry.sha256] : [])));
    return this.archive.documents().filter(({ sha256 }) => !read.has(sha256));
  }

  private hasEnded(run: string): boolean {
    return this.entries.some((entry) => entry.event === "finished" && entry.run === run);
  }

  private add(entry: Entry): void {
    this.archive.disk.append(this.path, `${this.torn ? "\n" : ""}${JSON.stringify(entry)}\n`);
    this.torn = false;
    this.entries.push(entry);
  }
}

/** The day since which a run was told to look; empty where it began at the one before. */
const firstDay = (asked: string): string => /"since":"([\d-]+)"/.exec(asked)?.[1] ?? "";
