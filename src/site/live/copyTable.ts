/**
 * Copies a card's table for a spreadsheet: the file that the server makes of it, tab-separated, with exact values and the decimal sign
 * that the reader's own programs use, so that 48,237 stays what it is everywhere. The button says what happened.
 */
export async function copyTable(button: HTMLButtonElement): Promise<void> {
  const address = button.dataset["copyTable"];
  if (address === undefined) return;
  const url = new URL(address, window.location.href);
  if (decimalSign(navigator.language) === ",") url.searchParams.set("decimal", "comma");
  const text = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.text();
  });
  try {
    // Handing the promise over keeps the click's permission in browsers that would else forget it meanwhile.
    if (typeof ClipboardItem === "function")
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then((rows) => new Blob([rows], { type: "text/plain" })) })]);
    else await navigator.clipboard.writeText(await text);
    say(button, "Copied");
  } catch {
    say(button, "Could not copy: use CSV");
  }
}

/** "." or ",": what a language writes between whole and part. */
export const decimalSign = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";

const SAID_MS = 2_500;

function say(button: HTMLButtonElement, words: string): void {
  const before = button.textContent;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = before;
  }, SAID_MS);
}
