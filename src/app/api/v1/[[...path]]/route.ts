/** Catch-all route of the API below /api/v1; the operation is looked up in their list. */
import { methodNotAllowed, preflight, serve } from "@/app/api/serve";

interface Context {
  readonly params: Promise<{ readonly path?: readonly string[] }>;
}

export const GET = async (request: Request, { params }: Context): Promise<Response> => serve(request, (await params).path ?? []);

export const OPTIONS = preflight;
export const POST = methodNotAllowed;
export const PUT = methodNotAllowed;
export const PATCH = methodNotAllowed;
export const DELETE = methodNotAllowed;
