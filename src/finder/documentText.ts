/** Decodes a fetched document to text; repeated each time, because the archive keeps only the bytes. */
import { type ArchivedDocument, readDocument } from "./archive";

/** The text of a document in the archive. Throws when its file was changed. */
export const documentText = (document: ArchivedDocument): string =>
  decodeText(readDocument(document), document.origins[0]?.contentType ?? "");

/** Decodes by the encoding in the server's header, the XML declaration or the page's head; UTF-8 when there is none or it is unknown. */
export function decodeText(body: Uint8Array, contentType: string): string {
  const head = new TextDecoder("latin1").decode(body.subarray(0, 2000));
  const named =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*charset=["']?([\w-]+)/i.exec(head)?.[1];
  try {
    const decoder = new TextDecoder(named ?? "utf-8");
    const text = decoder.decode(body);
    return decoder.encoding === "windows-1252" ? text.replaceAll(C1, (character) => windows1252(character)) : text;
  } catch {
    return new TextDecoder("utf-8").decode(body);
  }
}

/** Some versions of Node decode windows-1252 as latin1, where a dash becomes a control character ("3 - 5" → "3 5"): the 32 differences. */
const C1 = /[\u0080-\u009f]/g;
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = (control: string): string => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80);
