/** The parts of the page about strategies, by the name that an address gives them (show=…); the first is meant when none is named. */
export const STRATEGY_PARTS = ["stances", "production", "treasury"] as const;
export type StrategyPart = (typeof STRATEGY_PARTS)[number];
