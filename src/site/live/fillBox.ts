/** Fetches a box's content when it is opened: the box with its id on the linked page. Offline the link stays. */
export async function fillBox(box: HTMLDetailsElement): Promise<void> {
  const link = box.querySelector<HTMLAnchorElement>("a[data-fill]");
  if (!box.open || !link) return;
  const answer = await fetch(link.href).catch(() => undefined);
  if (answer?.ok !== true) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [, ...content] = page.getElementById(link.hash.slice(1))?.children ?? [];
  if (content.length > 0 && link.isConnected) link.replaceWith(...content);
}
