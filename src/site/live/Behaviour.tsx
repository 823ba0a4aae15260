"use client";
/** What the pages do when scripts run, where Next brings them to life: in development, and on its page for errors (see islands.ts). */
import { useEffect } from "react";
import { startPage } from "./startPage";

export function Behaviour(): null {
  useEffect(startPage, []);
  return null;
}
