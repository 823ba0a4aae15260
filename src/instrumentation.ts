/** Next calls `register` once, before it serves: it gives the server of the built site what the proxy does under `npm run dev`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ elsewhere }, { giveElsewhere }] = await Promise.all([import("./app/elsewhere"), import("./server/elsewhere")]);
  giveElsewhere(elsewhere);
}
