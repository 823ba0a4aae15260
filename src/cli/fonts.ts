/** `npm run fonts`: subsets the two fonts; run it when this file or the packages change, and commit the result. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const ASCII = String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, n) => 0x20 + n));

/** Letters of names in western languages, and the signs of our sentences. Other characters use the reader's own font. */
export const CHARACTERS = `${ASCII}\u00a0àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÍÑÓÖØÚÜ–—‘’“”„•·…−±×÷¹²³½°§©£€↑↓`;

/** The weights used by the style sheets. */
const WEIGHTS = { wght: { min: 400, max: 700 } };

export const FACES = [
  { whole: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", used: "inter.woff2" },
  { whole: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2", used: "source-serif-4.woff2" },
] as const;

export const FOLDER = "src/site/fonts";

/** The subset of a font file, as WOFF2. */
export async function usedOf(whole: string): Promise<Uint8Array> {
  const font = readFileSync(join("node_modules", whole));
  return subsetFont(font, CHARACTERS, { targetFormat: "woff2", variationAxes: WEIGHTS });
}

if (process.argv[1]?.endsWith("fonts.ts") === true) {
  for (const { whole, used } of FACES) {
    const file = join(FOLDER, used);
    mkdirSync(dirname(file), { recursive: true });
    const bytes = await usedOf(whole);
    writeFileSync(file, bytes);
    console.log(`${file}: ${bytes.length} bytes`);
  }
}
