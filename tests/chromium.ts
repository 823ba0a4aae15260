/** The browser of the tests: CHROMIUM, else the headless shell (Chromium without a window, five times as quick to open a page), else Chromium. */
import { existsSync } from "node:fs";

const INSTALLED = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

export const CHROMIUM = process.env["CHROMIUM"] ?? INSTALLED.find(existsSync) ?? "/usr/bin/chromium";
