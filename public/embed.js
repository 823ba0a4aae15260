// Sellthrough: gives each embedded chart on this page exactly the height that it needs. Without it the frame's own style does nearly so.
addEventListener("message", ({ data, source }) => {
  const height = data && data.sellthroughHeight;
  if (typeof height !== "number" || !(height > 0 && height < 10000)) return;
  for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.style.height = height + "px";
});
// A frame that was ready before this script has told its height to nobody: each is asked once more.
for (const frame of document.querySelectorAll("iframe")) frame.contentWindow.postMessage("sellthroughHeight", "*");
