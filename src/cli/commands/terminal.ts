/** Shared by the commands: parsing, output, and access to the store. A refusal: status 1, nothing changed. */
import { setting } from "@/record/setting";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { only } from "@/domain/shared/group";
import { rowNumber } from "@/domain/shared/numberText";
import { messageOf, Refusal } from "@/domain/shared/refusal";
import { usingStore, type Store } from "@/record/store/database/client";
import type { Operator } from "@/record/store/database/audit";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { loadRecord } from "@/record/store/states/loadRecord";
import { migrate } from "@/record/store/database/migrate";
import { storeProblem } from "@/record/store/database/storeProblem";

export { count } from "@/domain/shared/numberText";

type Options = NonNullable<ParseArgsConfig["options"]>;

export const text = { type: "string" } as const;
export const yes = { type: "boolean" } as const;

export interface Command {
  readonly name: string;
  /** Its forms, each with an explanation where it is needed. */
  readonly usage: readonly string[];
  /** Returns the exit status. Throws Refusal with the usage. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

interface Definition<T extends Options> {
  /** "restore DIR|ZIP [--by NAME]"; a syntax error shows the first of several. */
  readonly usage: string | readonly string[];
  readonly does?: string;
  readonly options?: T;
  /** Number of positional arguments: minimum and maximum; none by default. */
  readonly words?: readonly [number, number];
  /** `usage` is the command's syntax. */
  readonly run: (values: ReturnType<typeof optionsOf<T>>["values"], words: readonly string[], usage: string) => Promise<number>;
}

/** The full command line of a usage. */
export const written = (usage: string): string => `npm run record -- ${usage}`;

/** A command that checks its arguments before it runs. The first word of `usage` is its name. */
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

/** Parses options and positional arguments. Throws Refusal with the usage. */
function optionsOf<T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true, options });
  } catch (error) {
    const [what = ""] = messageOf(error).split(". To specify");
    throw new Refusal(`${what.replace(/\.$/, "")}. Write: ${usage}`);
  }
}

/** Parses the number of one candidate, document or change. Throws Refusal for none, and for several. */
export function numberOf(words: readonly string[], what: string, usage: string): number {
  const number = only(numbersOf(words, what, usage));
  if (number === undefined) throw new Refusal(`Name one ${what}. Write: ${usage}`);
  return number;
}

/** Parses numbers of candidates: "12", "12,13". Throws Refusal. */
export function numbersOf(words: readonly string[], what: string, usage: string): number[] {
  const numbers = words.flatMap((word) => word.split(",")).filter((word) => word !== "");
  const wrong = numbers.find((word) => rowNumber(word) === undefined);
  if (wrong !== undefined) throw new Refusal(`"${wrong}" is no number of a ${what}. Write: ${usage}`);
  return [...new Set(numbers.map(Number))];
}

/** Who acts now: the name from --by, else SELLTHROUGH_OPERATOR. The system's user is often "root", which names no person. */
export const operatorNow = (named = ""): Operator => ({
  by: named.trim() === "" ? (setting("SELLTHROUGH_OPERATOR") ?? "command line") : named.trim(),
  at: new Date().toISOString(),
});

/** The figures of the store's record, on the day of an operation. */
export const figuresNow = async (store: Store, { at }: Pick<Operator, "at"> = operatorNow()): Promise<Figures> =>
  figuresOf(await loadRecord(store), at.slice(0, 10));

/** Opens the store and migrates it, for one command. */
export const withStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  usingStore(async (store) => {
    await migrate(store);
    return work(store);
  });

/** Runs a command; a Refusal is printed on standard error, with status 1. */
export async function printingRefusals(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof ReviewRefused)) return say(error.message, 1);
    const problem = error instanceof ReviewRefused ? error.message : storeProblem(error);
    if (problem === undefined) throw error;
    return say(`Nothing was changed. ${problem}`, 1);
  }
}

/** Prints on standard output, or on standard error if `status` is not 0; returns `status`. */
export function say(text: string, status = 0): number {
  (status === 0 ? console.log : console.error)(text);
  return status;
}

/** Tells whoever watches what takes some seconds; a program that reads the output gets nothing of it. */
export function printToTerminal(text: string): void {
  if (process.stderr.isTTY) console.error(text);
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
