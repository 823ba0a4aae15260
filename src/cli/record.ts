/** `npm run record`: ensures that the database client exists, which the store's code needs, then runs recordCommand.ts. */
import { ensureClient } from "./generate";

// A reader of the output may stop early, as `| head` does; that is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? 0);
});

try {
  await ensureClient();
  const { recordCommand } = await import("./recordCommand");
  process.exitCode = await recordCommand(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
