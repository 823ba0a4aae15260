/** Where the login form is sent. */
import { enter } from "../login/enter";

export function POST(request: Request): Promise<Response> {
  return enter(request);
}
