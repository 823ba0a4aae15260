/**
 * The companies that an address picks: those it names ("riot,mara"), or all but those it names with a minus ("-iren"). Written is the shorter
 * list, because a page repeats its selection in each of a thousand links. Like the panel of all, "-iren" includes companies tracked later.
 */
import type { Company, CompanyId } from "@/domain/facts/company";
import { findCompany } from "@/domain/facts/companyNames";

const MINUS = "-";
const isLeftOut = (name: string): boolean => name.startsWith(MINUS);

export interface Picked {
  /** In the record's order. */
  readonly companies: readonly CompanyId[];
  /** Names that no company has, as written. */
  readonly unknown: readonly string[];
}

/** With a minus alone, what is left of all; beside picked ones, what is left of these. */
export function pickedBy(names: readonly string[], all: readonly Company[]): Picked {
  const meant = names.map((name) => ({ name, id: findCompany(all, bareName(name))?.id }));
  const idsOf = (of: typeof meant) => new Set(of.flatMap(({ id }) => id ?? []));
  const [out, named] = [meant.filter(({ name }) => isLeftOut(name)), meant.filter(({ name }) => !isLeftOut(name))];
  const [without, among] = [idsOf(out), idsOf(named)];
  const fromAll = out.length > 0 && named.length === 0;
  return {
    companies: all.flatMap(({ id }) => ((fromAll || among.has(id)) && !without.has(id) ? [id] : [])),
    unknown: meant.flatMap(({ name, id }) => (id === undefined ? [name] : [])),
  };
}

/** The shorter list: the picked companies, or those left out, each with a minus. Of all companies nobody is left out, so they are named. */
export function shortest(picked: readonly CompanyId[], all: readonly Company[]): readonly string[] {
  if (picked.length * 2 <= all.length || picked.length === all.length) return picked;
  const among = new Set(picked);
  return all.flatMap(({ id }) => (among.has(id) ? [] : [MINUS + id]));
}

/** Whether a list is written as those left out. */
export const isOfLeftOut = (names: readonly string[]): boolean => names.some(isLeftOut);

/** A written name without its minus, and another in its place, with it. */
export const bareName = (name: string): string => (isLeftOut(name) ? name.slice(1) : name);
export const inPlaceOf = (name: string, other: string): string => (isLeftOut(name) ? MINUS + other : other);

/** How a list is written, kept with the list: a selection with other companies has another list. */
const written = new WeakMap<readonly CompanyId[], readonly string[]>();

/** The same list, which namesOf writes in its shortest form. */
export function writtenShortest(picked: readonly CompanyId[], all: readonly Company[]): readonly CompanyId[] {
  written.set(picked, shortest(picked, all));
  return picked;
}

export const namesOf = (picked: readonly CompanyId[]): readonly string[] => written.get(picked) ?? picked;
