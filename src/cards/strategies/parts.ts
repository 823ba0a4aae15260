/** The parts of the page of strategies, as its address names them (`show`). */
export const PARTS = ["stances", "production", "treasury"] as const;
export type Part = (typeof PARTS)[number];
