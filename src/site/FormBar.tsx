/**
 * A form folded behind one line that says what is chosen; with room it stands open and the line is not needed (styles/form.css).
 */
import type { ReactNode } from "react";

export interface FormBarProps {
  /** What is chosen, in words: "Nasdaq-listed · months · since 2021". */
  readonly words: string;
  readonly children: ReactNode;
}

export function FormBar({ words, children }: FormBarProps) {
  return (
    <details className="bar">
      <summary>
        <span>{words}</span> <b>change</b>
      </summary>
      <div className="bar-body">{children}</div>
    </details>
  );
}
