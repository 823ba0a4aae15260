/** The User-Agent: SEC_USER_AGENT, a name and an e-mail address. Without one the finder does not run; it has no default. */
import { Refusal } from "@/domain/shared/refusal";

/** SEC_USER_AGENT is missing or invalid. */
export class UserAgentMissing extends Refusal {
  override readonly name = "UserAgentMissing";
}

/** The declared User-Agent, trimmed. Throws UserAgentMissing with a sentence when it is absent, has no e-mail address, or cannot be a header. */
export function declaredUserAgent(written: string | undefined): string {
  const text = (written ?? "").trim();
  const how = `Set SEC_USER_AGENT to a name and an e-mail address that reaches you, for example SEC_USER_AGENT="Example Research desk@example.org".`;
  if (text === "") throw new UserAgentMissing(`SEC_USER_AGENT is not set, and the SEC answers only programs that say who they are. ${how}`);
  if (!/^[\x20-\x7e]{1,300}$/.test(text))
    throw new UserAgentMissing(`SEC_USER_AGENT must be one line of at most 300 plain ASCII characters. ${how}`);
  if (!/\S+@\S+\.\S+/.test(text)) throw new UserAgentMissing(`SEC_USER_AGENT "${text}" has no e-mail address in it. ${how}`);
  return text;
}
