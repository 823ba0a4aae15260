/** Copies what a button names: a text, an anchor's address, the text before it, or a table as TSV with the reader's decimal sign. */
const SAID_MS = 2_500;

export async function copy(button: HTMLButtonElement): Promise<void> {
  const { copy: named, copyTable: table } = button.dataset;
  try {
    if (table !== undefined) await writeTable(table);
    else await navigator.clipboard.writeText(textOf(button, named ?? ""));
    say(button, "Copied");
  } catch {
    // Browsers have no clipboard API on pages without TLS.
    say(button, table === undefined ? "Mark it and copy" : "Could not copy: use CSV");
  }
}

function textOf(button: HTMLButtonElement, named: string): string {
  if (named.startsWith("#")) return new URL(named, window.location.href).href;
  return named === "" ? (button.previousElementSibling?.textContent ?? "") : named;
}

async function writeTable(address: string): Promise<void> {
  const url = new URL(address, window.location.href);
  if (decimalSign(navigator.language) === ",") url.searchParams.set("decimal", "comma");
  const text = fetch(url).then(async (answer) => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.text();
  });
  // Passing the promise keeps the click's permission in browsers that would otherwise lose it meanwhile.
  if (typeof ClipboardItem === "function")
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then((rows) => new Blob([rows], { type: "text/plain" })) })]);
  else await navigator.clipboard.writeText(await text);
}

/** "." or ",": the decimal sign of a language. */
const decimalSign = (language: string): string | undefined =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;

function say(button: HTMLButtonElement, words: string): void {
  const status = button.querySelector("[role=status]");
  const before = status?.textContent;
  if (!status || before === words) return;
  status.textContent = words;
  setTimeout(() => {
    status.textContent = before ?? "";
  }, SAID_MS);
}
