/** The script of the finished pages, built by src/cli/bundles.ts; in development Next runs the same (Behaviour.tsx). */
import { startPage } from "./startPage";

startPage();
