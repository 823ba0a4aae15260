/** What `npm ci` installs is what was looked at, on every system: each package has its hash, and a server gets no tools of the build. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Readonly<Record<string, Locked>> };
const own = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

test("every package in the lock file has its hash", () => {
  expect(packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? "")).map(([path]) => path)).toEqual([]);
});

test.each([
  ["linux", "x64"],
  ["linux", "arm64"],
  ["darwin", "x64"],
  ["darwin", "arm64"],
  ["win32", "x64"],
])("the parts that are built for a system are there for %s on %s", (os, cpu) => {
  for (const name of ["@next/swc-", "@libsql/", "@resvg/resvg-js-"]) {
    const mine = packages.filter(
      ([path, one]) => path.includes(`node_modules/${name}`) && one.os?.includes(os) === true && one.cpu?.includes(cpu) === true,
    );
    expect([name, mine.length]).not.toEqual([name, 0]);
  }
});

test("the engine that migrates is of the very commit that Prisma's client is made with", () => {
  const engines = JSON.parse(readFileSync("node_modules/@prisma/engines-version/package.json", "utf8")) as { readonly version: string };
  expect(own.dependencies["@prisma/schema-engine-wasm"]).toBe(engines.version);
  expect(own.dependencies["@prisma/client"]).toBe(engines.version.replace(/-.*$/, ""));
});

test("versions are pinned, and what only builds is no dependency of a server", () => {
  for (const [name, version] of [...Object.entries(own.dependencies), ...Object.entries(own.devDependencies)])
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d/)]);
  expect(Object.keys(own.dependencies).filter((name) => /^(prisma|typescript|tailwindcss|@tailwindcss\/|@types\/)/.test(name))).toEqual([]);
});
