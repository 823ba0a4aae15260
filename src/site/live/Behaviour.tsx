"use client";
/** What the pages do when scripts run, where Next brings them to life: at the desk and in development (see islands.ts). */
import { useEffect } from "react";
import { behave } from "./behave";

export function Behaviour(): null {
  useEffect(behave, []);
  return null;
}
