/** Ways to ask a running server. */
import { connect } from "node:net";

/** Does the same with each item, a few at the same time, so that both processors have something to do. */
export async function eachOf<T>(items: Iterable<T>, act: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export interface Raw {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends text over a connection and takes what comes back until the other side ends it. */
export function raw(port: number, text: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let said = "";
    socket.on("data", (chunk: Buffer) => (said += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = said.split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0), head, body: rest.join("\r\n\r\n") });
    });
  });
}
