/** Decodes a fetched document to text; repeated each time, because the archive keeps only the bytes. */
import { type ArchivedDocument, readDocument } from "./archive";

/** The text of a document in the archive. Throws when its file was changed. */
export const documentText = (document: ArchivedDocument): string =>
  decodeText(readDocument(document), document.origins[0]?.contentType ?? "");

/**
 * Decodes by the byte order mark, or else the encoding in the server's header, the XML declaration or the page's head; UTF-8 when there is
 * none or it is unknown. As in HTML, a NUL becomes U+FFFD: a store would end the text there.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const head = new TextDecoder("latin1").decode(body.subarray(0, 2000));
  const named =
    MARKED[head.slice(0, 2)] ??
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*charset=["']?([\w-]+)/i.exec(head)?.[1];
  const decoder = decoderFor(named) ?? new TextDecoder();
  const text = decoder.decode(body).replaceAll("\0", "\ufffd");
  return decoder.encoding === "windows-1252" ? text.replaceAll(C1, (character) => windows1252(character)) : text;
}

/** Byte order marks of UTF-16, as latin1. */
const MARKED: Readonly<Record<string, string>> = { "\u00ff\u00fe": "utf-16le", "\u00fe\u00ff": "utf-16be" };

function decoderFor(named: string | undefined): TextDecoder | undefined {
  try {
    return new TextDecoder(named);
  } catch {
    return undefined;
  }
}

/** Some versions of Node decode windows-1252 as latin1, where a dash becomes a control character ("3 - 5" → "3 5"): the 32 differences. */
const C1 = /[\u0080-\u009f]/g;
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = (control: string): string => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80);
