/** The arrows of the architecture, read off the import lines. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

type Folder = "domain" | "record" | "reader" | "finder" | "cards" | "charts" | "files" | "site" | "server" | "app" | "cli";

/** Whom each folder may import besides itself; "types of" allows `import type` only. */
const ARROWS: Record<Folder, readonly string[]> = {
  domain: [],
  record: ["domain"],
  reader: ["domain"],
  finder: ["domain", "reader", "record"],
  // A card names the model its table is drawn as; charts know models and painters, and nothing of cards.
  cards: ["domain", "record", "charts"],
  charts: ["domain"],
  files: ["domain", "types of cards"],
  site: ["domain", "types of cards", "charts"],
  // It refuses with the problem documents that files has, and tells the API's forms apart as files does; its policy lets the scripts run
  // that site writes into pages.
  server: ["domain", "record", "files", "site"],
  app: ["domain", "record", "reader", "finder", "cards", "charts", "files", "site", "server"],
  // The files that `record export` writes are those of the data package.
  cli: ["domain", "record", "reader", "finder", "files", "server"],
};

interface Import {
  readonly file: string;
  readonly folder: Folder;
  readonly from: string;
  /** Folder of src that it names; undefined for a package. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(join("store", "generated")));
}

function importsOf(path: string): Import[] {
  const file = relative(".", path);
  const first = relative("src", path).split("/")[0] ?? "";
  // Next wants these beside the routes; they are of them.
  const folder = (["proxy.ts", "instrumentation.ts"].includes(first) ? "app" : first) as Folder;
  const found = readFileSync(path, "utf8").matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s)?([^;]*?)from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g,
  );
  return [...found].map(([, , type, names = "", named, dynamic, bare]) => {
    const from = named ?? dynamic ?? bare ?? "";
    const local = from.startsWith("@/") ? from.slice(2) : from.startsWith(".") ? relative("src", join(path, "..", from)) : undefined;
    const each = /^\s*\{(.*)\}\s*$/s
      .exec(names)?.[1]
      ?.split(",")
      .filter((name) => name.trim() !== "");
    const typeOnly = type !== undefined || (each?.every((name) => name.trim().startsWith("type ")) ?? false);
    return { file, folder, from, target: local?.split("/")[0], typeOnly };
  });
}

const imports = filesOf("src").flatMap(importsOf);

test("every folder of src has a place in the drawing", () => {
  expect([...new Set(imports.map(({ folder }) => folder))].filter((folder) => !(folder in ARROWS))).toEqual([]);
});

test("nothing is imported against the arrows", () => {
  const wrong = imports.filter(({ folder, target, typeOnly }) => {
    if (target === undefined || target === folder) return false;
    const allowed = ARROWS[folder];
    return !allowed.includes(target) && !(typeOnly && allowed.includes(`types of ${target}`));
  });
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});

test("only the store knows Prisma and libSQL", () => {
  const wrong = imports.filter(
    ({ file, from }) => !file.startsWith(join("src", "record", "store")) && /^(@prisma|@libsql|prisma$|.*store\/generated)/.test(from),
  );
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});

test("the domain reads nothing of the process that runs it", () => {
  const reading = filesOf("src/domain").filter((path) => readFileSync(path, "utf8").includes("process."));
  expect(filesOf("src/domain").length).toBeGreaterThan(0);
  expect(reading.map((path) => relative(".", path))).toEqual([]);
});

test("the domain imports nothing but itself", () => {
  expect(imports.some(({ folder }) => folder === "domain")).toBe(true);
  expect(
    imports.filter(({ folder, target }) => folder === "domain" && target !== "domain").map(({ file, from }) => `${file} imports ${from}`),
  ).toEqual([]);
});

/** The folders of large rooms, lowest first: each may import what stands before it. Files beside them join them. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: ["shared", "values", "facts", "solve", "figures", "measures", "review"],
  reader: ["languages", "page", "mentions", "blocks", "candidates", "about", "corroborate", "training"],
  finder: ["http", "archive", "edgar", "feeds", "due", "run"],
  "record/store": ["database", "states", "review", "copies"],
  cards: [
    ...["selection", "tables", "words", "choices", "charts"],
    ...["months", "evidence", "companies", "compare", "strategies", "signal", "method", "api", "search"],
  ],
  files: ["http", "tables", "package", "sharing"],
  server: ["address", "responses", "requests", "answers", "process"],
};

test.each(Object.entries(LAYERS))("the folders of %s are layers: none imports a later one", (room, layers) => {
  const root = join("src", room);
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => name !== "generated" && !layers.includes(name))).toEqual([]);
  const heightOf = (path: string): number => layers.indexOf(relative(root, path).split("/")[0] ?? "");
  const wrong = layers.flatMap((layer, height) =>
    filesOf(join(root, layer)).flatMap((file) =>
      importsOf(file).filter(({ target, from }) => {
        if (target === undefined) return false;
        return heightOf(from.startsWith("@/") ? join("src", from.slice(2)) : join(file, "..", from)) > height;
      }),
    ),
  );
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});
