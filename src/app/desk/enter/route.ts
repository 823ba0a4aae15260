/** Where the login form is sent. */
export { enter as POST } from "../login/enter";
