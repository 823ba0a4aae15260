/** The theme of an embed: changes the address in both snippets and in the preview. */
const PREVIEW = "embed-preview";

/** Shows the preview when the box is first opened. */
export function openEmbed(box: HTMLDetailsElement): void {
  if (!box.open || box.querySelector(`.${PREVIEW}`)) return;
  const preview = document.createElement("div");
  preview.className = PREVIEW;
  box.querySelector("fieldset")?.after(preview);
  showPreview(box);
}

/** Writes the chosen theme into the snippets and the preview. */
export function chooseTheme(box: HTMLDetailsElement, theme: string): void {
  for (const snippet of box.querySelectorAll("pre")) snippet.textContent = withTheme(snippet.textContent, theme);
  showPreview(box);
}

/** The snippet with another theme in its frame's address; "auto" is an address without one. */
export const withTheme = (snippet: string, theme: string): string =>
  snippet.replace(/(src="[^"]*\/embed\/)([^"]*)(")/, (_, before: string, address: string, after: string) => {
    const plain = address
      .replace(/&amp;theme=\w+/, "")
      .replace(/\?theme=\w+(&amp;)?/, (_all, more: string | undefined) => (more === undefined ? "" : "?"));
    const chosen = theme === "auto" ? plain : `${plain}${plain.includes("?") ? "&amp;" : "?"}theme=${theme}`;
    return `${before}${chosen}${after}`;
  });

function showPreview(box: HTMLDetailsElement): void {
  const preview = box.querySelector(`.${PREVIEW}`);
  const address = /src="[^"]*(\/embed\/[^"]*)"/.exec(box.querySelector("pre")?.textContent ?? "")?.[1];
  if (!preview || address === undefined) return;
  const frame = document.createElement("iframe");
  frame.src = address.replaceAll("&amp;", "&");
  frame.title = "Preview of the embedded chart";
  preview.replaceChildren(frame);
}

/** Sets the preview to the height that its frame posts; only frames of this site are on its pages. */
export function fitPreview({ data, source, origin }: MessageEvent<unknown>): void {
  if (origin !== window.location.origin || typeof data !== "object" || data === null || !("sellthroughHeight" in data)) return;
  const height = Number(data.sellthroughHeight);
  if (!(height > 0 && height < 10_000)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(`.${PREVIEW} iframe`))
    if (frame.contentWindow === source) frame.style.height = `${height}px`;
}
