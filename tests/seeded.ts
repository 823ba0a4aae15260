/** Property tests of every file draw from the run's seed (run.ts). */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"]) });
