/** Sessions ended by logging out. They are in the log, which every process reads, so that a copied cookie is rejected too. */
import { type Audited, logAction, wasLogged } from "@/record/store/database/audit";
import type { Store } from "@/record/store/database/client";
import { hmac, type Session } from "./session";

/** Ends a session permanently. */
export async function endSession(store: Store, session: Session, at: string): Promise<void> {
  await logAction(store, { at, by: session.by, ...endOf(session) });
}

export const isEnded = (store: Store, session: Session): Promise<boolean> => wasLogged(store, { ...endOf(session), after: session.since });

/** The session's HMAC, so that the log contains nothing that could open a session. */
const endOf = ({ id }: Session): Pick<Audited, "what" | "subject"> => ({
  what: "logout",
  subject: { session: hmac("ended", id).slice(0, 16) },
});
