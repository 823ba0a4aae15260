/** Code for embedding a chart in another site: a frame that follows the record or a frozen one, to copy (live/embedChoice.ts). */
import { Snippet } from "./CopyButton";

export const EMBED = "embed";

interface EmbedBoxProps {
  /** Name of the chart: distinguishes the theme fields on a page with several charts. */
  readonly id: string;
  readonly current: string;
  readonly frozen: string;
  /** For pages that may run a script: it sets each frame to its exact height. */
  readonly script: string;
}

const LIGHTS = [
  ["auto", "As the reader’s"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

export function EmbedBox({ id, current, frozen, script }: EmbedBoxProps) {
  return (
    <details className="cite" id={EMBED} open data-embed="">
      <summary>Embed</summary>
      <fieldset className="js-only embed-light">
        <legend>Light or dark</legend>
        {LIGHTS.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={`light-${id}`} value={value} defaultChecked={value === "auto"} /> {label}
          </label>
        ))}
      </fieldset>
      <p className="small">Follows the record, with every later figure and correction:</p>
      <Snippet code={current} what="the snippet that follows the record" />
      <p className="small">Stays as it is today:</p>
      <Snippet code={frozen} what="the snippet that stays as it is" />
      <p className="small">
        Either fits a column of any width. It is light or dark as the reader’s system is; with <code>theme=light</code> or{" "}
        <code>theme=dark</code> in its address it is always so. If your page may run a script, this gives each frame exactly the height that
        it needs:
      </p>
      <Snippet code={script} what="the line for the height" />
    </details>
  );
}
