/** Characters that XML 1.0 forbids (section 2.2). */
export const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** One test that lets most texts pass: characters that need escaping, or might (unpaired surrogates are examined further). */
const SUSPECT = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text for XML and HTML, as content or inside double quotes. Characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(NOT_IN_XML, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
