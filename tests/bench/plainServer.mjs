/**
 * Plain Node serving bytes from memory: the yardstick that the site's pages are set against. Each file of the folder named on the command
 * line is served under its own name; prints its port when it listens, on loopback only.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const pages = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));

const server = createServer((request, response) => {
  const bytes = pages.get(request.url ?? "");
  response.writeHead(bytes ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-length": bytes?.length ?? 0 });
  response.end(bytes);
});
server.listen(0, "127.0.0.1", () => {
  console.log(server.address().port);
});
