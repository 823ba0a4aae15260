import { Refusal } from "@/domain/shared/refusal";

/** An environment variable, trimmed; undefined where it is missing, or empty as a compose file leaves it. */
export function setting(name: string): string | undefined {
  const written = process.env[name]?.trim();
  return written === "" ? undefined : written;
}

/** A whole number of the environment; `usual` where there is none. Throws Refusal for anything else. */
export function numberSetting(name: string, usual: number, [least, most]: readonly [number, number]): number {
  const written = setting(name);
  const value = Number(written ?? usual);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Refusal(`${name} is "${written}"; set it to a whole number from ${least} to ${most}, or leave it out.`);
}

/** The folder of the finished build: Next's pages, and esbuild's bundles beside them. */
export const buildFolder = (): string => setting("NEXT_DIST_DIR") ?? ".next";
