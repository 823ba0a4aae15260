"use client";
/**
 * The desk by keyboard: a key does what the link or button that bears it does (data-key). Without a script the same links, fields and
 * buttons are there. Keys are left alone while somebody types.
 */
import { useEffect } from "react";

export function DeskKeys() {
  useEffect(() => {
    // A long document is shown from where the figure was read.
    const span = document.getElementById("span");
    const around = span?.parentElement;
    if (span && around) around.scrollTop = span.offsetTop - around.offsetTop - around.clientHeight / 3;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && target.closest("input, textarea, select") !== null) {
        if (event.key === "Escape") target.blur();
        return;
      }
      const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
      if (!found) return;
      event.preventDefault();
      if (found instanceof HTMLDetailsElement) found.open = !found.open;
      else if (found.matches("input, textarea")) found.focus();
      else found.click();
    };
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
    };
  }, []);
  return null;
}
