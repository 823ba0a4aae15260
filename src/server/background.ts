/** Makes the main addresses ahead, after a start and each change, one at a time, visitors first; compresses best what is asked again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Answers } from "./answers";
import { canonicalAddress } from "./address/canonical";
import { contentOf, type Finished, improve } from "./finished";
import type { Keep } from "./keep";

export interface BackgroundOptions {
  readonly answers: Answers;
  readonly keep: Keep;
  /** Bytes that may be kept; the background leaves a third of them to visitors. */
  readonly mostBytes: number;
}

/** Pauses as long as the work took, so that the machine is never more than half taken. */
const LEAST_PAUSE_MS = 20;
const BUSY_WAIT_MS = 100;
/** Improved are answers that were asked for this often. */
const ASKED_AGAIN = 3;

export class Background {
  #round = 0;
  readonly #improving = new Map<string, Finished>();
  #works = false;

  constructor(private readonly options: BackgroundOptions) {}

  /** After a change of the record: drops what was kept of the state before, when those who ask now have their answers. */
  async changed(): Promise<void> {
    // They ask what the state is before they wait for a page.
    await sleep(BUSY_WAIT_MS, undefined, { ref: false });
    await this.#quiet();
    await this.options.answers.dropReplaced().catch(() => undefined);
  }

  /** Begins anew with the state that is now; a round that is under way ends. */
  async prepare(): Promise<void> {
    const round = ++this.#round;
    const wanted: string[] = ["/sitemap.xml"];
    const seen = new Set(wanted);
    await sleep(LEAST_PAUSE_MS, undefined, { ref: false });
    for (let next = wanted.shift(); next !== undefined && round === this.#round; next = wanted.shift()) {
      // Who asks first after a change waits for the record to be read and for one page, not for the background's as well.
      await this.#quiet();
      const began = performance.now();
      const finished = await this.#prepared(next);
      if (finished) {
        for (const found of addressesIn(finished, seen.size === 1)) {
          if (seen.has(found)) continue;
          seen.add(found);
          wanted.push(found);
        }
      }
      await sleep(Math.max(LEAST_PAUSE_MS, performance.now() - began), undefined, { ref: false });
      if (this.options.keep.bytes > (this.options.mostBytes * 2) / 3) return;
    }
  }

  stop(): void {
    this.#round++;
    this.#improving.clear();
  }

  /** To be told of each answer that went out. */
  sent(key: string, finished: Finished): void {
    if (finished.grown) {
      finished.grown = false;
      this.options.keep.weighAgain(key, finished);
    }
    if (finished.best || finished.asked < ASKED_AGAIN) return;
    this.#improving.set(key, finished);
    if (!this.#works) void this.#improve();
  }

  /** When no visitor waits for something to be made. */
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
    this.#works = true;
    for (const [key, finished] of this.#improving) {
      this.#improving.delete(key);
      await improve(finished);
      this.options.keep.weighAgain(key, finished);
    }
    this.#works = false;
  }
}

/** The pages that the site map lists; and the scripts, styles, fonts and pictures that a page loads. */
function addressesIn(finished: Finished, isSiteMap: boolean): string[] {
  if (!isSiteMap && !finished.type.startsWith("text/html")) return [];
  const links = isSiteMap ? /<loc>([^<]+)<\/loc>/g : /(?:src|href)="(\/(?:_next\/static|charts)\/[^"]+)"/g;
  return [...contentOf(finished).toString("utf8").matchAll(links)].map(([, link = ""]) => pathOf(link.replaceAll("&amp;", "&")));
}

/** Written anew by URL: addresses are kept as keys, and a mere piece of the page's text would keep the whole text in memory. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, "http://localhost");
  return pathname + search;
}
