/**
 * The script of the finished pages. The server renders them whole; here only what moves is brought to life. Built by `npm run build` (src/cli/bundles.ts); in development Next runs the same (Behaviour.tsx).
 */
import { startPage } from "./startPage";

startPage();
