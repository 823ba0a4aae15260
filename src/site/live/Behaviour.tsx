"use client";
/** What the pages do when scripts run, where Next brings them to life: in development, and on its page for errors (see islands.ts). */
import { useEffect } from "react";
import { wake } from "./wake";

export function Behaviour(): null {
  useEffect(wake, []);
  return null;
}
