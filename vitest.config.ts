import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One runner, three rooms: `npm test` runs the first; .ci/run runs the two that need a browser or a server of their own.
const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  "server-only": fileURLToPath(new URL("./tests/serverOnly.ts", import.meta.url)),
};

export default defineConfig({
  test: {
    globalSetup: ["tests/seed.ts"],
    setupFiles: ["tests/seeded.ts"],
    coverage: {
      include: ["src/domain/**", "src/record/**", "src/server/**"],
      exclude: ["src/record/store/generated/**"],
      reporter: ["text"],
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/browser/**", "tests/server/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "server",
          include: ["tests/server/*.test.ts"],
          globalSetup: ["tests/server/built.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/server.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
