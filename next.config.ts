import type { NextConfig } from "next";

const config: NextConfig = {
  // A second checkout, a test and a developer can build side by side.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // `npm run check` holds the types; a first start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // TypeScript 7 has no compiler to load into Next, only a command.
    useTypeScriptCli: true,
    // A clean checkout has no next build that would read what this one leaves on the disk: a sixth of its work.
    turbopackFileSystemCacheForBuild: process.env["CI"] === undefined,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@libsql/client", "libsql", "@prisma/adapter-libsql", "@resvg/resvg-js", "tinypool"],
  // Compression, policies and validators are the server's (src/server): it makes them once for each finished answer.
  compress: false,
  generateEtags: false,
  // A table's files and its page share their folder of addresses; Next wants a folder of their own for pages.
  rewrites: () =>
    Promise.resolve({ beforeFiles: [{ source: "/tables/:table([^./]+)", destination: "/table/:table" }], afterFiles: [], fallback: [] }),
  redirects: () => Promise.resolve([{ source: "/table/:table", destination: "/tables/:table", permanent: true }]),
  // What is remembered of pages the server remembers as finished bytes.
  cacheMaxMemorySize: 0,
};

export default config;
