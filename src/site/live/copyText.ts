/** Copies the text of a <CopyButton>; the button says what happened. */
export function copyText(button: HTMLButtonElement): void {
  const text = button.dataset["copy"] || (button.previousElementSibling?.textContent ?? "");
  const status = button.querySelector("[role=status]");
  const say = (words: string): void => {
    if (status) status.textContent = words;
  };
  // Browsers offer no clipboard to pages that are not served securely.
  const written =
    "clipboard" in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
  written.then(
    () => {
      say("Copied");
    },
    () => {
      say("Mark it and copy");
    },
  );
}
