/** Prisma's schema engine as WebAssembly (its native one must be downloaded), of the client's commit (tests/install.test.ts). */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

interface Instantiated {
  readonly __wbindgen_start: () => void;
}

// The package's own loader wants a bundler that imports .wasm files; its types leave this setter out.
const { __wbg_set_wasm: setWasm } = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let ready: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  setWasm(instance.exports);
  (instance.exports as unknown as Instantiated).__wbindgen_start();
}

/** An engine on the adapter's database. Call `free()` on it when done. */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory, schema?: string): Promise<bindings.SchemaEngine> {
  await (ready ??= instantiate());
  const datamodels: [string, string][] | undefined = schema === undefined ? undefined : [["schema.prisma", schema]];
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}
