/** What a company does with its bitcoin, in the forms that sentences need. */
import type { Stance } from "@/domain/stance";

interface StanceWords {
  /** "CleanSpark holds what it mines." */
  readonly does: string;
  /** "Riot stopped holding and sold all that it mined." */
  readonly did: string;
  /** "It went from holding to selling some." */
  readonly doing: string;
  /** "5 hold and 9 sell some." */
  readonly many: string;
}

export const STANCE_WORDS: Readonly<Record<Stance, StanceWords>> = {
  holds: { does: "holds what it mines", did: "held what it mined", doing: "holding", many: "hold" },
  sellsSome: { does: "sells some of what it mines", did: "sold some of what it mined", doing: "selling some", many: "sell some" },
  sellsAll: { does: "sells all that it mines", did: "sold all that it mined", doing: "selling all that it mined", many: "sell all" },
  sellsMore: {
    does: "sells more than it mines",
    did: "sold more than it mined",
    doing: "selling more than it mined",
    many: "sell more than they mine",
  },
};
