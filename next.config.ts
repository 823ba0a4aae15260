import type { NextConfig } from "next";

/** On every answer: types are not guessed, other sites learn only our origin. */
const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/** Only embeds may stand in other sites' frames; they and pictures set policies of their own (src/app/embed, src/app/charts). */
const NOT_FRAMED = [
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Content-Security-Policy", value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'" },
];

const config: NextConfig = {
  // A second checkout, a test and a developer can build side by side.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // `npm run check` holds the types; a first start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@libsql/client", "libsql", "@prisma/adapter-libsql", "@resvg/resvg-js"],
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: EVERYWHERE },
      { source: "/((?!embed/|charts/).*)", headers: NOT_FRAMED },
    ]),
};

export default config;
