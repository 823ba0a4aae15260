/** The target of the login form. */
export { enter as POST } from "../login/enter";
