/**
 * A request that cannot be carried out for a reason that the caller can fix: the message says what and how, and is shown without a stack.
 */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
}

/** The message of an error, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
