/**
 * What surrounds every page of the desk: its own short navigation, who is logged in, and what the last action has to say.
 */
import type { ReactNode } from "react";
import type { Desk } from "./guard";
import { KEYS_SCRIPT } from "@/site/live/deskKeys";
import "./desk.css";

export interface DeskFrameProps {
  readonly desk: Desk | null;
  readonly title: string;
  readonly flash?: string | undefined;
  readonly children: ReactNode;
}

export function DeskFrame({ desk, title, flash, children }: DeskFrameProps) {
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: KEYS_SCRIPT }} />
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="frame desk-head">
        <a className="wordmark" href="/desk">
          Desk
        </a>
        {desk && (
          <nav aria-label="Desk">
            <a href="/desk">Queue</a>
            <a href="/desk/add">Enter and upload</a>
            <a href="/desk/rows">Companies and events</a>
            <a href="/desk/log">Log</a>
            <a href="/">The site</a>
          </nav>
        )}
        {desk && (
          <form method="post" action="/desk/do/logout">
            <input type="hidden" name="token" value={desk.token} />
            <span>{desk.session.by}</span> <button className="quiet">Log out</button>
          </form>
        )}
      </header>
      <main id="main" className="frame desk" tabIndex={-1}>
        <h1>{title}</h1>
        {flash !== undefined && (
          <p className="desk-flash" id="flash" role="status">
            {flash}
          </p>
        )}
        {children}
      </main>
    </>
  );
}
