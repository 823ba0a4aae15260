/**
 * A change of the record that cannot be made as a person asked. The message says why and what to do, `field` what of the entered has to be
 * mended; nothing was written.
 */
import { Refusal } from "@/domain/refusal";

export class ReviewRefused extends Refusal {
  override readonly name = "ReviewRefused";

  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
