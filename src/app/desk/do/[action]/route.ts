/** The target of the desk's forms: one address per action. actions.ts runs them, guard.ts authorizes them. */
import { runAction } from "../../actions";

export const POST = async (request: Request, { params }: { readonly params: Promise<{ readonly action: string }> }): Promise<Response> =>
  runAction((await params).action, request);
