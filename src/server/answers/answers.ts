/** Finished responses by canonical address (and media type, for the API), for the store's current state: cached, or made by Next. */
import { HttpError } from "@/files/http/problem";
import { oncePer } from "@/domain/shared/once";
import { hasPlace } from "@/site/staticHtml";
import type { Address } from "../address/canonical";
import { ADDRESS_HEADER, NOWHERE } from "../askedAddress";
import { type Capture, whole } from "./capture";
import { type Captured, finish, type Finished, formMade } from "../responses/finished";
import { COMPRESSIONS, type Encoding } from "../responses/encodings";
import { lightPage } from "./lightPage";
import type { Keep, Made } from "./keep";
import { cacheControl, dependsOnBuildOnly, changesDaily } from "../responses/lifetime";
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
  /** URL of the pages' script. */
  readonly script: string;
  readonly state: () => Promise<State>;
  /** "2025-05-31", in UTC. */
  readonly today: () => string;
}

export interface Asked {
  readonly address: Address;
  /** The media type for the client, out of those available; absent where there is only one. */
  readonly accept?: string;
  /** The encoding in which it goes out; absent: it is made in all. */
  readonly encoding?: Encoding;
  /** Whether the client has it, so that no form needs to be made for it; absent: it has nothing. */
  readonly has?: (finished: Finished) => boolean;
}

export interface Answer {
  readonly finished: Finished;
  /** Its cache key. */
  readonly key: string;
  readonly hit: boolean;
}

/** Finds or makes the response for an address in the store's current state. */
export class Answers {
  readonly #keys = new WeakMap<Address, Key>();
  readonly #dependsOnBuildOnly = oncePer(dependsOnBuildOnly);

  constructor(private readonly options: AnswersOptions) {}

  /** Calls `use` with the response, cached or made. `admit` may throw before. Avoids promises: each costs as much as a look-up. */
  get<T>(asked: Asked, use: (answer: Answer) => T, admit?: () => Promise<void>): Promise<T> {
    return this.#state(asked).then((state) => {
      const key = this.#key(asked, state);
      const finished = this.options.keep.peek(key);
      if (finished === undefined) return this.#made(asked, state, key, admit).then(use);
      const formed = asked.has?.(finished) === true ? undefined : formMade(finished, asked.encoding);
      const answer = { key, finished, hit: true };
      return formed ? formed.then(() => use(answer)) : use(answer);
    });
  }

  async #made(asked: Asked, state: State, key: string, admit?: () => Promise<void>): Promise<Answer> {
    await admit?.();
    const finished = await this.options.keep.get(key, () => this.#make(asked, state, key));
    // Whoever waited for another's may want another encoding.
    await formMade(finished, asked.encoding);
    return { key, finished, hit: false };
  }

  /** The same for the background, with lower priority than visitors. */
  async prepare(asked: Asked): Promise<{ readonly finished: Finished; readonly key: string }> {
    const state = await this.#state(asked);
    const key = this.#key(asked, state);
    return { key, finished: await this.options.keep.once(key, () => this.#make(asked, state, key)) };
  }

  /** Drops responses of other states of the store than the current one: a replaced state never returns. */
  async dropReplaced(): Promise<void> {
    const [ofTheBuild, ofNow] = [this.#before(NOTHING), this.#before(await this.options.state())];
    this.options.keep.drop((key) => !key.startsWith(ofTheBuild) && !key.startsWith(ofNow));
  }

  /** The cache key, from everything that determines the response; built once per address while state and day are the same. */
  #key({ address, accept = "" }: Asked, state: State): string {
    const day = this.#dayOf(address);
    const known = this.#keys.get(address);
    if (known?.state === state.key && known.day === day && known.accept === accept) return known.key;
    const key = `${this.#before(state)}${day}\n${accept}\n${address.path}${address.query}`;
    this.#keys.set(address, { state: state.key, day, accept, key });
    return key;
  }

  /** The common prefix of a state's keys. */
  #before(state: State): string {
    return `${this.options.build.id}\n${state.key}\n`;
  }

  #dayOf(address: Address): string {
    const today = this.options.today();
    return changesDaily(address, today) ? today : "";
  }

  #state({ address }: Asked): Promise<State> {
    return this.#dependsOnBuildOnly(address) ? NO_STATE : this.options.state();
  }

  async #make(asked: Asked, before: State, key: string): Promise<Made> {
    const { build } = this.options;
    const { address, accept, encoding } = asked;
    const day = this.#dayOf(address);
    const captured = light(await this.#captured(asked), address.path, this.options.script);
    const since = [build.at, before.at, day === "" ? "" : `${day}T00:00:00.000Z`].sort().at(-1) ?? build.at;
    const finished = await finish(
      captured,
      {
        path: address.path,
        cacheControl: cacheControl(address),
        lastModified: new Date(since).toUTCString(),
        vary: accept === undefined ? [] : ["Accept"],
      },
      encoding === undefined ? COMPRESSIONS : [encoding],
    );
    // Made while the record changed, it may be of either state: it is sent but not cached.
    const same = this.#key(asked, await this.#state(asked)) === key;
    return { finished, keep: same && captured.headers["set-cookie"] === undefined && finished.status < 500 };
  }

  /**
   * A page that finds only while rendering that its address does not exist is empty, for Next's scripts to fill: use the 404 page. Throws
   * HttpError where Next could not draw even its error page, and has no more to say than "Internal Server Error".
   */
  async #captured({ address: { path, query }, accept }: Asked): Promise<Captured> {
    const { capture } = this.options;
    const captured = await capture(path + query, accept === undefined ? {} : { accept });
    if (captured.status >= 500 && captured.headers["content-type"]?.startsWith("text/plain") === true)
      throw new HttpError({ kind: "internal-error" });
    const isEmpty = captured.status === 404 && isPage(captured, path) && !hasPlace(captured.body);
    return isEmpty ? this.#nowhere(path + query) : captured;
  }

  #nowhere(asked: string): Promise<Captured> {
    return this.options.capture(NOWHERE, { [ADDRESS_HEADER]: asked });
  }

  /** The 404 page for an address of the desk, finished and not cached. */
  async missing(asked: string): Promise<Captured> {
    return light(await this.#nowhere(asked), NOWHERE, this.options.script);
  }
}

const NOTHING: State = { key: "", at: "" };
const NO_STATE = Promise.resolve(NOTHING);

interface Key {
  readonly state: string;
  readonly day: string;
  readonly accept: string;
  readonly key: string;
}

/** Embeds are separate documents. */
const isPage = ({ headers }: Captured, path: string): boolean =>
  (headers["content-type"] ?? "").startsWith("text/html") && !path.startsWith("/embed/");

const light = (captured: Captured, path: string, script: string): Captured =>
  isPage(captured, path) ? whole(captured, (text) => lightPage(text, script)) : captured;
