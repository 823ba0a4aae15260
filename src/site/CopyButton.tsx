/**
 * Copies a text to the clipboard and says that it did. Its place is kept while no script runs, where the text beside it can be
 * marked and copied by hand.
 */
"use client";

import { useState } from "react";

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for screen readers: "the citation". */
  readonly what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const [state, setState] = useState("Copy");
  const copy = () => {
    // Browsers offer no clipboard to pages that are not served securely.
    const written = "clipboard" in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
    written.then(
      () => {
        setState("Copied");
      },
      () => {
        setState("Mark it and copy");
      },
    );
  };
  return (
    <button type="button" className="copy js-only" onClick={copy}>
      <span role="status">{state}</span>
      <span className="sr-only"> {what}</span>
    </button>
  );
}
