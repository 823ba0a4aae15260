/** The server of the built site: Next renders responses, this code caches and sends them, until SIGTERM or SIGINT. */
import { buildFolder, numberSetting, setting } from "@/record/setting";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import next from "next";
import { fillPlaces } from "@/site/staticHtml";
import { stateReader } from "@/record/store/states/stateReader";
import { Answers, type Build } from "./answers/answers";
import { Background } from "./answers/background";
import { capturing, leading } from "./answers/capture";
import { addressReader } from "./requests/clientAddress";
import { droppedBytes, ENOUGH_DROPPED, keepThreadsSmall, watchGarbage } from "./process/garbage";
import { fairUse } from "./requests/fairUse";
import { healthAnswer } from "./process/health";
import { Keep } from "./answers/keep";
import { takeElsewhere } from "./elsewhere";
import { drained, listening, openServer } from "./process/listen";
import { pageScript } from "./answers/lightPage";
import { openLog } from "./process/log";
import { Site } from "./site";
import { coalesced, type State } from "./answers/state";

const MEGABYTE = 1024 * 1024;
/** Bytes of finished answers that are kept: of the room for them, what the dropped ones leave that are not collected yet. */
function keptBytes(): number {
  const room = numberSetting("CACHE_MB", 128, [1, 65_536]) * MEGABYTE;
  return room - Math.min(ENOUGH_DROPPED, room / 4);
}

/** Whether to pre-render the main addresses; PREPARE=0 turns it off to save CPU. */
const prepares = (): boolean => setting("PREPARE") !== "0";

/** Gives Next the built configuration: reading next.config.ts would load its compiler, 24 MB. */
function passBuiltConfiguration(): void {
  const { config } = JSON.parse(readFileSync(join(buildFolder(), "required-server-files.json"), "utf8")) as { config: object };
  process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
}

function builtSite(): Build {
  const mark = join(buildFolder(), "BUILD_ID");
  return { id: readFileSync(mark, "utf8").trim(), at: statSync(mark).mtime.toISOString() };
}

const DAY_MS = 86_400_000;

/** Today's date in UTC; the string is rebuilt only when it changes. */
function today(): () => string {
  let [day, written] = [NaN, ""];
  return () => {
    const now = Math.floor(Date.now() / DAY_MS);
    if (now !== day) [day, written] = [now, new Date(now * DAY_MS).toISOString().slice(0, 10)];
    return written;
  };
}

async function main(): Promise<void> {
  const [port, host] = [Number(process.env["PORT"]), process.env["HOSTNAME"] ?? "127.0.0.1"];
  const [log, mostBytes, build, addressOf] = [openLog(), keptBytes(), builtSite(), addressReader()];
  passBuiltConfiguration();
  fillPlaces();
  // The host name is only used to compare addresses: Next's proxy calls every loopback address "localhost", and a rewrite must be of the
  // same origin, or Next would fetch it over the network.
  const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const rendered = capturing(handle);
  // Next runs src/instrumentation.ts with its first request.
  await rendered("/icon.svg");
  const capture = leading(rendered, takeElsewhere());

  const reader = stateReader();
  watchGarbage();
  keepThreadsSmall();
  const keep = new Keep({ mostBytes, dropped: droppedBytes() });
  let last: string | undefined;
  const noted = (now: State): State => {
    const changed = last !== undefined && last !== now.key;
    last = now.key;
    if (changed) void background.changed().then(() => (prepares() && !draining ? background.prepare() : undefined));
    return now;
  };
  const answers = new Answers({
    capture,
    keep,
    build,
    script: pageScript(buildFolder()),
    state: coalesced(() => {
      const now = reader.read();
      return now instanceof Promise ? now.then(noted) : noted(now);
    }),
    today: today(),
  });
  const background = new Background({ answers, keep, mostBytes });

  let draining = false;
  const site = new Site({
    answers,
    background,
    capture,
    handle,
    log,
    addressOf,
    proxied: (setting("TRUSTED_PROXIES") ?? "0") !== "0",
    share: fairUse(),
    health: (active) => healthAnswer(reader, build, active),
    draining: () => draining,
  });
  const server = openServer((request, response) => {
    site.answer(request, response);
  });

  const stop = () => {
    if (draining) return;
    draining = true;
    background.stop();
    void drained(server).then(() => {
      reader.close();
      log.flush(() => process.exit(0));
    });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The parent process has exited, so nobody else could stop this one.
  process.on("disconnect", stop);

  await listening(server, port, host);
  process.send?.("listening");
  if (prepares()) void background.prepare();
}

await main();
