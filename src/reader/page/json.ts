/** Text inside JSON or with escaped line breaks, as plain text, with the day and the addresses that the JSON gives. */
import { type Day, parseDay } from "@/domain/values/period";

/** How JSON that holds a page begins. */
export const JSON_TEXT = /^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/;

interface Unescaped {
  readonly texts: string[];
  readonly addresses: string[];
  publishedOn?: Day;
}

/** The texts inside JSON, one after the other; broken JSON (copies are cut off) is unescaped as far as it goes. */
export function unescaped(json: string): Unescaped {
  try {
    return textsOf(JSON.parse(json));
  } catch {
    const strings = json.matchAll(
      /"(?:content|rendered|articleBody|text|body|html|value|description|headline|title)"\s*:\s*"((?:[^"\\]|\\.)*)/g,
    );
    const texts = [...strings].map((match) => unescapedString(match[1] ?? "")).filter((part) => part.length > 12);
    return { texts: texts.length === 0 ? [unescapedString(json)] : texts, addresses: [] };
  }
}

const DATE_KEY = /^(?:date_?published|published(?:_?(?:at|on|date|time))?|pub_?date|date(?:_gmt)?|created_?at)$/i;
const ADDRESS_KEY = /^(?:url|link|canonical(?:_?url)?|permalink|mainEntityOfPage|@id)$/i;

function textsOf(value: unknown): Unescaped {
  const found: Unescaped = { texts: [], addresses: [] };
  const stack: [string, unknown][] = [["", value]];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [key, one] = at;
    if (typeof one === "string") {
      const day = DATE_KEY.test(key) ? parseDay(one.slice(0, 10)) : undefined;
      if (day !== undefined) found.publishedOn ??= day;
      else if (ADDRESS_KEY.test(key) && /^https?:\/\/\S+$/.test(one)) found.addresses.push(one);
      else if (one.length > 12) found.texts.push(one);
    } else if (Array.isArray(one)) for (const item of (one as unknown[]).slice().reverse()) stack.push([key, item]);
    else if (typeof one === "object" && one !== null) for (const entry of Object.entries(one).reverse()) stack.push(entry);
  }
  return found;
}

function unescapedString(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return char === "n" || char === "r" ? "\n" : char === "t" ? "\t" : (char ?? "");
  });
}

/** Restores line breaks that were written out as "\n". */
export function breaksRestored(text: string): string {
  const written = text.match(/\\n/g)?.length ?? 0;
  return written >= 3 && written > (text.match(/\n/g)?.length ?? 0) ? unescapedString(text) : text;
}
