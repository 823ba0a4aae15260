/** A change that cannot be made as asked: why and what to do, and in `field` what has to be mended. Nothing was written. */
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
