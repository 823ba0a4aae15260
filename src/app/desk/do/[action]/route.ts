/** Where the desk's forms are sent: one address per action. What each does is in actions.ts, who may do it in guard.ts. */
import { runAction } from "../../actions";

export const POST = async (request: Request, { params }: { readonly params: Promise<{ readonly action: string }> }): Promise<Response> =>
  runAction((await params).action, request);
