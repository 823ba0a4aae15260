"use client";
/** What the pages do when scripts run, where Next brings them to life: at the desk and in development (see islands.ts). */
import { useEffect } from "react";
import { watchChart } from "@/charts/live/chartIsland";
import { behave } from "./behave";

/** Effects may run twice in development; a page's drawings are found once. */
let watching = false;

export function Behaviour(): null {
  useEffect(() => {
    if (!watching) document.querySelectorAll<HTMLElement>('[data-island="chart"]').forEach(watchChart);
    watching = true;
    return behave();
  }, []);
  return null;
}
