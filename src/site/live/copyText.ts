/**
 * Copies the text that a button names, the address of the place that it names ("#pooled"), or the text that stands just before it, and says
 * on the button what happened.
 */
export async function copyText(button: HTMLButtonElement): Promise<void> {
  const named = button.dataset["copy"] ?? "";
  const place = named.startsWith("#") ? new URL(named, window.location.href).href : undefined;
  const text = place ?? (named === "" ? (button.previousElementSibling?.textContent ?? "") : named);
  const status = button.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text);
    if (status) status.textContent = "Copied";
  } catch {
    // Browsers offer no clipboard to pages that are not served securely.
    if (status) status.textContent = "Mark it and copy";
  }
}
