/** Gets a document named by the operator, a file or a web address, within limits of time and size, and reads it. */
import { setting } from "@/record/setting";
import { Refusal } from "@/domain/shared/refusal";
import { readFile, stat } from "node:fs/promises";
import { isSec } from "@/finder/http/allowList";
import { FetchProblem } from "@/finder/http/fetchProblem";
import { politeFetch, USUAL_RETRY } from "@/finder/http/politeFetch";
import { type AskedOf, type KnownRecord, type NamedDocument, readNamed } from "@/finder/run/named";
import { unreadable } from "@/record/unreadable";

/** Short, because a person is waiting. */
const LONGEST_WAIT_MS = 60_000;

/** Larger than any release or filing, exhibits included. */
const MOST_BYTES = 60_000_000;

/** Reads a file or an address. Throws Refusal when it cannot be fetched. */
export async function getDocument(target: string, known: KnownRecord, asked: Omit<AskedOf, "contentType"> = {}): Promise<NamedDocument> {
  const fromWeb = /^https?:\/\//i.test(target);
  const { bytes, contentType } = fromWeb ? await fetched(target) : { bytes: await fromDisk(target), contentType: undefined };
  return readNamed(bytes, known, { ...asked, address: asked.address ?? (fromWeb ? target : undefined), contentType });
}

async function fromDisk(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      throw new Refusal(`${path} has ${size} bytes, and no release or filing has more than ${MOST_BYTES}. Save the page as HTML or text.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${unreadable(path, error)} For a page on the web, write its address from https:// on.`);
  }
}

const PROGRAM = "Sellthrough record reader";

async function fetched(address: string): Promise<{ bytes: Uint8Array; contentType: string }> {
  if (!URL.canParse(address)) throw new Refusal(`"${address}" is no web address; write all of it, from https:// on.`);
  const declared = setting("SEC_USER_AGENT") ?? "";
  const { host } = new URL(address);
  const asks = declared === "" && !isSec(host) ? { userAgent: PROGRAM, undeclared: true } : { userAgent: declared };
  const other = host.startsWith("www.") ? host.slice(4) : `www.${host}`;
  try {
    const answer = await politeFetch({
      ...asks,
      allowHosts: new Set([host, other]),
      retry: { ...USUAL_RETRY, tries: 3, patience: LONGEST_WAIT_MS },
      waiting: ({ milliseconds, because }) => {
        console.error(`${because} Trying again in ${Math.ceil(milliseconds / 1000)} s.`);
      },
    })({ address });
    if (answer.answer !== "fetched") throw new Refusal(`${address} is not there (404).`);
    return { bytes: answer.body, contentType: answer.contentType };
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    if (error.kind !== "notAllowed" || error.address === address) throw new Refusal(`Nothing was read. ${error.message}`);
    throw new Refusal(
      `Nothing was read. ${address} leads on to ${error.address}, and only the site that was named is asked. If that is right, read that address.`,
    );
  }
}
