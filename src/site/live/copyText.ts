/** Copies the text that a button names, or the one that stands just before it, and says on the button what happened. */
export async function copyText(button: HTMLButtonElement): Promise<void> {
  const named = button.dataset["copy"] ?? "";
  const text = named === "" ? (button.previousElementSibling?.textContent ?? "") : named;
  const status = button.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text);
    if (status) status.textContent = "Copied";
  } catch {
    // Browsers offer no clipboard to pages that are not served securely.
    if (status) status.textContent = "Mark it and copy";
  }
}
