/** One JSON line per request on standard output (LOG_LEVEL). No client addresses, and for the desk only names of parameters. */
import { setting } from "@/record/setting";
import { isDesk } from "../requests/requestCheck";
import { destination, levels, type Logger, pino } from "pino";

export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
  /** Origin of the response. */
  readonly from: "memory" | "made" | "passed" | "server";
}

/** Throws when `level` is invalid. */
export function openLog(level = setting("LOG_LEVEL") ?? "info"): Logger {
  const known = [...Object.keys(levels.values), "silent"];
  if (!known.includes(level)) throw new Error(`LOG_LEVEL is "${level}"; set it to one of ${known.join(", ")}`);
  return pino({ level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` }, destination({ dest: 1, sync: false }));
}

/** Whether a request with this status is logged at all. */
export const isLogged = (log: Logger, status: number): boolean => log.isLevelEnabled(status >= 500 ? "error" : "info");

/** Logs a request: as an error from status 500 on. */
export function logRequest(log: Logger, { target, ms, ...rest }: RequestLine): void {
  const line = { ...rest, address: loggable(target), ms: Math.round(ms * 10) / 10 };
  if (line.status >= 500) log.error(line);
  else log.info(line);
}

const LONGEST = 300;

/** An address without what must not be logged. */
export function loggable(target: string): string {
  const [path = "", query] = target.split("?");
  if (!isDesk(path) || query === undefined) return target.slice(0, LONGEST);
  const names = [...new Set(new URLSearchParams(query).keys())];
  return `${path}?${names.map((name) => `${name}=…`).join("&")}`.slice(0, LONGEST);
}
