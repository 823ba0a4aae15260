/** A lock for one finder per folder, to keep pace and order. A dead program's lock is ignored. */
import { Refusal } from "@/domain/shared/refusal";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another living program writes to the archive. */
export class ArchiveInUse extends Refusal {
  override readonly name = "ArchiveInUse";
}

const HELD = new Set<string>();

/** Takes the lock and returns its release function. Throws ArchiveInUse when a living program holds it. */
export function takeLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "lock");
  const refuse = (who: string): never => {
    throw new ArchiveInUse(`${who} is fetching into ${folder}. Wait until it has ended; if it has, delete ${path} and try again.`);
  };
  if (HELD.has(path)) refuse("This program");
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 2) throw error;
      const holder = holderOf(path);
      if (holder !== undefined && isAlive(holder)) refuse(`Process ${holder}`);
      rmSync(path, { force: true });
    }
  }
  HELD.add(path);
  return () => {
    HELD.delete(path);
    rmSync(path, { force: true });
  };
}

function holderOf(path: string): number | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return /^\d+$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Our own pid in a lock that we do not hold is a dead program's: pids start over in a new container. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
