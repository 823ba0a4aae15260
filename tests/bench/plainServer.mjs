/**
 * Plain Node serving bytes from memory: the yardstick that the site's pages are set against. Each file of the folder named on the command
 * line is served under its own name, with the headers that stand as a JSON list in NAME.head, if there is one; prints its port when it
 * listens, on loopback only.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const pages = new Map();
for (const name of readdirSync(folder)) {
  const [body, head] = [readFileSync(join(folder, name)), join(folder, `${name}.head`)];
  const own = ["content-type", "text/html; charset=utf-8", "content-length", String(body.length)];
  pages.set(`/${name}`, { body, headers: existsSync(head) ? JSON.parse(readFileSync(head, "utf8")) : own });
}

const server = createServer((request, response) => {
  const page = pages.get(request.url ?? "");
  response.writeHead(page ? 200 : 404, page?.headers);
  response.end(page?.body);
});
server.listen(0, "127.0.0.1", () => {
  console.log(server.address().port);
});
