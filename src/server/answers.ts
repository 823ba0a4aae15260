/**
 * Finished answers by address: what the record's pages, files and documents say, in the state that the store is in now.
 * Canonical address (and form, for the API) → finished answer, from memory or made by asking Next.
 */
import type { Address } from "./address/canonical";
import { ADDRESS_HEADER, NOWHERE } from "./askedAddress";
import type { Capture } from "./capture";
import { type Captured, finish, type Finished } from "./finished";
import { lightPage } from "./lightPage";
import type { Keep, Made } from "./keep";
import { cacheControl, isOfTheBuild, turnsWithTheDay } from "./lifetime";
import type { State } from "./state";

export interface Build {
  readonly id: string;
  /** ISO date and time. */
  readonly at: string;
}

export interface AnswersOptions {
  readonly capture: Capture;
  readonly keep: Keep;
  readonly build: Build;
  /** Address of the pages' script. */
  readonly script: string;
  readonly state: () => Promise<State>;
  /** "2025-05-31", in UTC. */
  readonly today: () => string;
}

export interface Asked extends Address {
  /** What the client accepts, out of the forms that there are; absent where there is one form only. */
  readonly accept?: string;
}

export interface Answer {
  readonly finished: Finished;
  /** What it is kept under. */
  readonly key: string;
  readonly hit: boolean;
}

export class Answers {
  constructor(private readonly options: AnswersOptions) {}

  /** The answer, kept or made. `admit` is asked before it is made, and throws to turn the request away. Rejects as the store's reader does. */
  get(asked: Asked, admit?: () => Promise<void>): Promise<Answer> {
    return this.#moment(asked).then((moment) => {
      const key = this.#key(asked, moment);
      const finished = this.options.keep.peek(key);
      return finished ? { key, finished, hit: true } : this.#made(asked, moment, key, admit);
    });
  }

  async #made(asked: Asked, moment: Moment, key: string, admit?: () => Promise<void>): Promise<Answer> {
    await admit?.();
    return { key, finished: await this.options.keep.get(key, () => this.#make(asked, moment)), hit: false };
  }

  /** For the background: the same, without standing in a visitor's way. */
  async prepare(asked: Asked): Promise<{ readonly finished: Finished; readonly key: string }> {
    const moment = await this.#moment(asked);
    const key = this.#key(asked, moment);
    return { key, finished: await this.options.keep.once(key, () => this.#make(asked, moment)) };
  }

  #key({ path, query, accept = "" }: Asked, { state, day }: Moment): string {
    return `${this.options.build.id}\n${state.key}\n${day}\n${accept}\n${path}${query}`;
  }

  #moment(asked: Asked): Promise<Moment> {
    const day = turnsWithTheDay(asked) ? this.options.today() : "";
    return (isOfTheBuild(asked) ? NO_STATE : this.options.state()).then((state) => ({ state, day }));
  }

  async #make(asked: Asked, before: Moment): Promise<Made> {
    const { build } = this.options;
    const { path, accept } = asked;
    const captured = light(await this.#captured(asked), path, this.options.script);
    const since = [build.at, before.state.at, before.day === "" ? "" : `${before.day}T00:00:00.000Z`].sort().at(-1) ?? build.at;
    const finished = await finish(captured, {
      path,
      cacheControl: cacheControl(asked),
      lastModified: new Date(since).toUTCString(),
      vary: accept === undefined ? [] : ["Accept"],
    });
    // Made while the record changed, it may be of either state: it goes to who waits for it and is not kept.
    const after = await this.#moment(asked);
    const same = after.state.key === before.state.key && after.day === before.day;
    return { finished, keep: same && captured.headers["set-cookie"] === undefined && finished.status < 500 };
  }

  /** A page that finds out by itself that its address leads nowhere comes empty, for Next's scripts to fill: the 404 page stands for it. */
  async #captured({ path, query, accept }: Asked): Promise<Captured> {
    const { capture } = this.options;
    const captured = await capture(path + query, accept === undefined ? {} : { accept });
    const isEmpty = captured.status === 404 && isPage(captured, path) && !captured.body.includes("<main");
    return isEmpty ? capture(NOWHERE, { [ADDRESS_HEADER]: path + query }) : captured;
  }
}

const NO_STATE: Promise<State> = Promise.resolve({ key: "", at: "" });

interface Moment {
  readonly state: State;
  readonly day: string;
}

/** Embeds are documents of their own. */
const isPage = ({ headers }: Captured, path: string): boolean =>
  (headers["content-type"] ?? "").startsWith("text/html") && !path.startsWith("/embed/");

function light(captured: Captured, path: string, script: string): Captured {
  return isPage(captured, path) ? { ...captured, body: Buffer.from(lightPage(captured.body.toString("utf8"), script)) } : captured;
}
