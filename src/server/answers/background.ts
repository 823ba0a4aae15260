/** Pre-renders the main addresses after a start and each change, one at a time, visitors first; recompresses frequently requested ones. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Answers } from "./answers";
import { canonicalAddress } from "../address/canonical";
import { contentOf, type Finished, improve, isImprovable } from "../responses/finished";
import type { Keep } from "./keep";

export interface BackgroundOptions {
  readonly answers: Answers;
  readonly keep: Keep;
  /** Size of the cache in bytes; the background leaves a third of it to visitors. */
  readonly mostBytes: number;
}

/** Minimum: it pauses as long as the work took, so that the machine is never more than half busy. */
const MIN_PAUSE_MS = 20;
const BUSY_WAIT_MS = 100;
const [SITE_MAP, OVERVIEW] = ["/sitemap.xml", "/"];
/** Responses are recompressed after this many requests. */
const IMPROVE_AFTER = 3;

/** Pre-renders and recompresses responses while no visitor waits. */
export class Background {
  #round = 0;
  readonly #improving = new Map<string, Finished>();
  #isImproving = false;

  constructor(private readonly options: BackgroundOptions) {}

  /** After a change of the record: drops the previous state's responses, once current visitors have theirs. */
  async changed(): Promise<void> {
    // Visitors query the state before they wait for a page.
    await sleep(BUSY_WAIT_MS, undefined, { ref: false });
    await this.#quiet();
    await this.options.answers.dropReplaced().catch(() => undefined);
  }

  /** Starts again with the current state; a round in progress ends. */
  async prepare(): Promise<void> {
    const round = ++this.#round;
    const wanted: string[] = [SITE_MAP];
    const seen = new Set(wanted);
    const isNew = (found: string) => seen.size < seen.add(found).size;
    await sleep(MIN_PAUSE_MS, undefined, { ref: false });
    for (let next = wanted.shift(); next !== undefined && round === this.#round; next = wanted.shift()) {
      // The first visitor after a change waits for the record to load and for one page; do not add the background's.
      await this.#quiet();
      const began = performance.now();
      const finished = await this.#prepared(next);
      if (finished) {
        wanted.push(...addressesIn(finished, next === SITE_MAP).filter(isNew));
        if (next === OVERVIEW) wanted.unshift(...choicesOn(finished).filter(isNew));
      }
      await sleep(Math.max(MIN_PAUSE_MS, performance.now() - began), undefined, { ref: false });
      if (this.options.keep.bytes > (this.options.mostBytes * 2) / 3) return;
    }
  }

  stop(): void {
    this.#round++;
    this.#improving.clear();
  }

  /** Call for each response sent. */
  sent(key: string, finished: Finished): void {
    if (finished.grown) {
      finished.grown = false;
      this.options.keep.weighAgain(key, finished);
    }
    if (finished.asked < IMPROVE_AFTER || !isImprovable(finished)) return;
    this.#improving.set(key, finished);
    if (!this.#isImproving) void this.#improve();
  }

  /** Waits until no visitor waits for a response to be made. */
  async #quiet(): Promise<void> {
    while (this.options.keep.busy) await sleep(BUSY_WAIT_MS, undefined, { ref: false });
  }

  async #prepared(address: string): Promise<Finished | undefined> {
    const found = canonicalAddress(address);
    if (typeof found === "string") return undefined;
    return this.options.answers.prepare({ address: found }).then(
      ({ finished }) => finished,
      () => undefined,
    );
  }

  async #improve(): Promise<void> {
    this.#isImproving = true;
    for (const [key, finished] of this.#improving) {
      this.#improving.delete(key);
      await improve(finished);
      this.options.keep.weighAgain(key, finished);
    }
    this.#isImproving = false;
  }
}

/** The pages listed by the site map; and the scripts, styles, fonts and pictures that a page loads. */
function addressesIn(finished: Finished, isSiteMap: boolean): string[] {
  if (!isSiteMap && !finished.type.startsWith("text/html")) return [];
  const links = isSiteMap ? /<loc>([^<]+)<\/loc>/g : /(?:src|href)="(\/(?:_next\/static|charts)\/[^"]+)"/g;
  return linksIn(finished, links);
}

/**
 * What one choice on the overview leads to: a preset range, or an option of its form. These are what its visitors choose first, and any
 * other selection then finds the figures it shares with them, and compiled code.
 */
function choicesOn(finished: Finished): string[] {
  const options = textOf(finished).matchAll(/<input type="radio" name="(\w+)" value="(\w+)"/g);
  const ofForm = [...options].map(([, name = "", value = ""]) => pathOf(`${OVERVIEW}?${name}=${value}`));
  return [...linksIn(finished, /href="(\/\?[^"]+)"/g), ...ofForm];
}

const textOf = (finished: Finished): string => contentOf(finished).toString("utf8");

const linksIn = (finished: Finished, links: RegExp): string[] =>
  [...textOf(finished).matchAll(links)].map(([, link = ""]) => pathOf(link.replaceAll("&amp;", "&")));

/** Rebuilt through URL: addresses are kept as keys, and a substring of the page would keep its whole text in memory. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, "http://localhost");
  return pathname + search;
}
