/** What the commands have in common: how they are read and speak, and the store around them. A refusal: status 1, nothing changed. */
import { setting } from "@/domain/setting";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Figures, figuresOf } from "@/domain/figures";
import { rowNumber } from "@/domain/numberText";
import { messageOf, Refusal } from "@/domain/refusal";
import { usingStore, type Store } from "@/record/store/client";
import { type Operator, ReviewRefused } from "@/record/store/deskChange";
import { loadRecord } from "@/record/store/loadRecord";
import { migrate } from "@/record/store/migrate";
import { storeProblem } from "@/record/store/storeProblem";

export { count } from "@/domain/numberText";

type Options = NonNullable<ParseArgsConfig["options"]>;

export const text = { type: "string" } as const;
export const yes = { type: "boolean" } as const;

export interface Command {
  readonly name: string;
  /** How it is written, each way with what it does where that is not plain. */
  readonly usage: readonly string[];
  /** Gives the exit status. Throws Refusal with how to write it. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

interface Definition<T extends Options> {
  /** "restore DIR|ZIP [--by NAME]"; of several ways the first one is told when it is written wrongly. */
  readonly usage: string | readonly string[];
  readonly does?: string;
  readonly options?: T;
  /** How many words stand beside the options: least and most; none by default. */
  readonly words?: readonly [number, number];
  /** `usage` is how to write it. */
  readonly run: (values: ReturnType<typeof optionsOf<T>>["values"], words: readonly string[], usage: string) => Promise<number>;
}

/** A way to write a command. */
export const written = (usage: string): string => `npm run record -- ${usage}`;

export function command<T extends Options>({ usage, does, options, words: [least, most] = [0, 0], run }: Definition<T>): Command {
  const ways = [usage].flat().map(written);
  const [first = ""] = ways;
  return {
    name: first.split(" ")[4] ?? "",
    usage: does === undefined ? ways : ways.map((way) => `${way}   ${does}`),
    run: async (args) => {
      const { values, positionals } = optionsOf(args, options ?? ({} as T), first);
      if (positionals.length > most)
        throw new Refusal(`"${positionals.slice(most).join(" ")}" is too much; put words with blanks in quotes. Write: ${first}`);
      if (positionals.length < least) throw new Refusal(`Something is missing. Write: ${first}`);
      return run(values, positionals, first);
    },
  };
}

/** Options and the rest of the command line. Throws Refusal with how to write the command. */
function optionsOf<T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true, options });
  } catch (error) {
    const [what = ""] = messageOf(error).split(". To specify");
    throw new Refusal(`${what.replace(/\.$/, "")}. Write: ${usage}`);
  }
}

/** Numbers of candidates as they are typed: "12", "12,13". Throws Refusal. */
export function numbersOf(words: readonly string[], what: string, usage: string): number[] {
  const numbers = words.flatMap((word) => word.split(",")).filter((word) => word !== "");
  const wrong = numbers.find((word) => rowNumber(word) === undefined);
  if (wrong !== undefined) throw new Refusal(`"${wrong}" is no number of a ${what}. Write: ${usage}`);
  return [...new Set(numbers.map(Number))];
}

/** Who runs the command: as they say with --by, else as SELLTHROUGH_OPERATOR says. The system's user is often "root", which names no person. */
export const operatorName = (named = ""): string =>
  named.trim() === "" ? (setting("SELLTHROUGH_OPERATOR") ?? "command line") : named.trim();

export const operatorNow = (named?: string): Operator => ({ by: operatorName(named), at: new Date().toISOString() });

/** The figures of the record as it is in the store, on the day of an operation. */
export const figuresNow = async (store: Store, { at }: Pick<Operator, "at"> = operatorNow()): Promise<Figures> =>
  figuresOf(await loadRecord(store), at.slice(0, 10));

/** Opens the store, its tables up to date, for one command. */
export const withStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  usingStore(async (store) => {
    await migrate(store);
    return work(store);
  });

/** Runs a command; what it refuses is said on standard error, with status 1. */
export async function saying(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof ReviewRefused)) return say(error.message, 1);
    const problem = error instanceof ReviewRefused ? error.message : storeProblem(error);
    if (problem === undefined) throw error;
    return say(`Nothing was changed. ${problem}`, 1);
  }
}

export function say(text: string, status = 0): number {
  (status === 0 ? console.log : console.error)(text);
  return status;
}

/** Rows as aligned columns; numbers to the right. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return all.map(line).join("\n");
}
