/** What cannot be done as it was asked, for a reason that whoever asked can act on: the message says what it is and what to do, and is shown without a stack. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
}

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
