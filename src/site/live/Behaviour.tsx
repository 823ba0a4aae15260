"use client";
/** Starts the page script where Next hydrates: in development, and on its error page (see islands.ts). */
import { useEffect } from "react";
import { startPage } from "./startPage";

export function Behaviour(): null {
  useEffect(startPage, []);
  return null;
}
