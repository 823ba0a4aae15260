/** Publisher and licence of this site. */
export const PUBLISHER = "Sellthrough";

export const LICENCE = {
  id: "CC-BY-4.0",
  title: "Creative Commons Attribution 4.0 International",
  address: "https://creativecommons.org/licenses/by/4.0/",
} as const;
