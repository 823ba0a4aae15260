#!/bin/sh
# Takes out of node_modules what only builds: Prisma's command line with all that it brings, TypeScript, other databases' query compilers,
# maps and documentation. Run after `npm run build` and `npm prune --omit=dev`, in the folder of the program.
set -eu
cd node_modules
rm -rf prisma effect typescript @electric-sql elkjs remeda valibot \
  @prisma/dev @prisma/studio-core @prisma/engines @prisma/engines-version @prisma/fetch-engine @prisma/get-platform \
  @prisma/query-plan-executor @prisma/streams-local @prisma/config @visx
rm -f @prisma/client/runtime/*cockroachdb* @prisma/client/runtime/*mysql* @prisma/client/runtime/*postgresql* @prisma/client/runtime/*sqlserver*
rm -rf next/dist/docs next/dist/esm
find . -name '*.map' -type f -delete
rm -rf ../.next/cache
