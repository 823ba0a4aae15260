/**
 * Names that companies go by in releases beside their names in the record: earlier names and short ones. Data, not rules.
 * In: nothing. Out: company slug → names, used by companies.
 */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  "american-bitcoin": ["American Bitcoin"],
  argo: ["Argo Blockchain", "Argo"],
  "bit-digital": ["Bit Digital"],
  bitdeer: ["Bitdeer"],
  bitfarms: ["Bitfarms", "Keel Infrastructure"],
  bitfufu: ["BitFuFu"],
  canaan: ["Canaan"],
  cango: ["Cango"],
  cipher: ["Cipher Mining", "Cipher Digital", "Cipher"],
  "core-scientific": ["Core Scientific", "Power & Digital Infrastructure Acquisition"],
  digihost: ["Digihost Technology", "Digihost", "Digi Power X"],
  dmg: ["DMG Blockchain Solutions", "DMG Blockchain", "DMG"],
  greenidge: ["Greenidge Generation Holdings", "Greenidge Generation", "Greenidge", "Vulcan Infrastructure"],
  gryphon: ["Gryphon Digital Mining", "Gryphon"],
  hive: ["HIVE Blockchain Technologies", "HIVE Blockchain", "HIVE Digital", "HIVE"],
  hut8: ["Hut 8 Mining", "Hut 8"],
  "ionic-digital": ["Ionic Digital"],
  iren: ["Iris Energy", "IREN", "Iris"],
  "lm-funding": ["LM Funding America", "LM Funding"],
  mara: ["Marathon Digital Holdings", "Marathon Digital", "Marathon Patent Group", "Marathon", "MARA Holdings", "MARA"],
  mawson: ["Mawson Infrastructure Group", "Mawson", "Big Digital Energy"],
  riot: ["Riot Blockchain", "Riot Platforms", "Riot"],
  sphere3d: ["Sphere 3D"],
  stronghold: ["Stronghold Digital Mining", "Stronghold Digital", "Stronghold"],
  terawulf: ["TeraWulf"],
};
