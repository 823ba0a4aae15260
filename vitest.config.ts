import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ensureClient } from "./src/cli/generate.ts";

// The store's client is not committed; what prepares a project imports it.
await ensureClient();

// One runner: `npm test` runs the first two rooms; .ci/run also runs the two that need a browser or a server of their own.
const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  "server-only": fileURLToPath(new URL("./tests/serverOnly.ts", import.meta.url)),
};

/** Files that put other modules, another environment or another folder in place of the usual ones: each gets a process state of its own. */
const APART = [
  "tests/{app,review}/**/*.test.ts",
  "tests/record/store/broken.test.ts",
  "tests/server/unit/policy.test.ts",
  "tests/{finder,files}/{pace,zip}.test.ts",
  "tests/reader/{hostile,month}.test.ts",
];

/** The longest of each project, in this order: begun first, so that in the end no worker is left alone with one. */
const LONG = [
  ...["desk", "everyPage", "choices", "takeaway", "keyboard", "agreement", "visitors"].map((name) => `tests/browser/${name}.test.ts`),
  ...["sqld", "addresses", "backfillKill", "sqldReview", "fresh", "sqldKill", "serving", "fuzz", "kill"].map(
    (name) => `tests/server/${name}.test.ts`,
  ),
  ...["cli/record", "api/data", "words/sentences", "cli/prepare", "record/store/newerFiles", "record/store/review", "reader/month"].map(
    (name) => `tests/${name}.test.ts`,
  ),
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? LONG.length : at;
    };
    // A worker keeps its modules from file to file of one project, so those follow one another.
    const apart = ({ project }: TestSpecification) => (project.config.isolate ? LONG.length + 1 : 0);
    return (await super.sort(files)).toSorted((a, b) => apart(a) + place(a) - apart(b) - place(b));
  }
}

// Modules are loaded once a worker, not once a file: half of the time of pure tests is loading. Of three workers on two processors one may
// wait for a disk, a child or a browser; two would leave a third of the processors' time unused.
const usual = { testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 3, isolate: false, setupFiles: ["tests/seeded.ts"] };

export default defineConfig({
  test: {
    globalSetup: ["tests/run.ts"],
    sequence: { sequencer: LongestFirst },
    coverage: {
      include: ["src/domain/**", "src/record/**", "src/server/**"],
      exclude: ["src/record/store/generated/**"],
      reporter: ["text"],
      // The rules of the method: every way through them is tried.
      thresholds: { "src/domain/**": { branches: 95 } },
    },
    projects: [
      {
        resolve: { alias },
        test: {
          ...usual,
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/browser/**", "tests/server/*.test.ts", ...APART],
        },
      },
      {
        resolve: { alias },
        test: { ...usual, name: "unit-apart", include: APART, isolate: true },
      },
      {
        resolve: { alias },
        test: {
          ...usual,
          name: "server",
          include: ["tests/server/*.test.ts"],
          globalSetup: ["tests/server/built.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          ...usual,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/server.ts"],
          hookTimeout: 300_000,
          // What comes soon on a quiet machine comes late on a busy one.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
