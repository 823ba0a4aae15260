/**
 * Words inside a PNG file: title, alternative text, source, as iTXt chunks (PNG, 11.3.3.2), so that a picture that was saved and sent on
 * still says what it shows. PNG and words in, PNG out; the picture itself is not touched.
 */
import { crc32 } from "node:zlib";

/** Keywords of the PNG specification that pictures here carry. */
export type PngWords = Readonly<Partial<Record<"Title" | "Description" | "Source" | "Copyright", string>>>;

/** Eight bytes of signature, and the header chunk with its length, name and check sum. */
const HEADER_END = 8 + 25;

export function withWords(png: Uint8Array, words: PngWords): Uint8Array {
  const chunks = Object.entries(words).map(([keyword, text]) => chunk(keyword, text));
  return Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]);
}

function chunk(keyword: string, text: string): Uint8Array {
  // Keyword, not compressed, language English, no translated keyword, text.
  const data = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0en\0\0`, "latin1"), Buffer.from(text, "utf8")]);
  const framed = Buffer.alloc(data.length + 8);
  framed.writeUInt32BE(data.length - 4, 0);
  data.copy(framed, 4);
  framed.writeUInt32BE(crc32(data), data.length + 4);
  return framed;
}
