/**
 * The answer to a form that may take long: a page that says at once what is going on, and leads on when it is over. It needs no script, and
 * nothing is kept of it: it is one answer that ends later. Whoever leaves the page stops nothing.
 */
import { escapeXml } from "@/domain/shared/escapeXml";
import { PAGE_END, pageStart, PAGE_HEADERS } from "./guard";

/** Nearly every release is read in less; then the form leads on as any other does. */
const PATIENCE_MS = 1_000;
/** Proxies cut an answer of which nothing came for a minute. */
const SIGN_OF_LIFE_MS = 10_000;

/** The answer itself, a redirect, if it comes soon; else the page. `going` is a sentence about what takes so long. */
export async function orWaiting(answer: Promise<Response>, going: string): Promise<Response> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const soon = await Promise.race([answer, patience]);
  return soon ?? new Response(waiting(answer, going), { headers: PAGE_HEADERS });
}

function waiting(answer: Promise<Response>, going: string): ReadableStream<Uint8Array> {
  let alive: NodeJS.Timeout;
  let isLeft = false;
  return new ReadableStream({
    start(page) {
      const say = (html: string) => {
        page.enqueue(new TextEncoder().encode(html));
      };
      say(`${pageStart(going)}<p><progress aria-label="${going}"></progress></p><p>${ADVICE}</p>`);
      alive = setInterval(say, SIGN_OF_LIFE_MS, "\n");
      void answer.then(redirectHtml, failed).then((way) => {
        clearInterval(alive);
        if (isLeft) return;
        say(way + PAGE_END);
        page.close();
      });
    },
    cancel: () => {
      isLeft = true;
      clearInterval(alive);
    },
  });
}

const ADVICE = "This page goes on by itself. If you leave it, look into the queue later.";

/** The browser follows a refresh wherever in the page it comes. */
function redirectHtml({ headers }: Response): string {
  const to = escapeXml(headers.get("location") ?? "/desk");
  return `<meta http-equiv="refresh" content="0;url=${to}"><p><a href="${to}">Go on</a></p>`;
}

function failed(error: unknown): string {
  console.error("A form that took long failed:", error);
  return '<p role="alert">It failed, and nothing was changed. <a href="/desk">Back to the desk</a></p>';
}
