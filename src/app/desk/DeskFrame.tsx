/** The frame of every page of the desk: navigation, the current operator, and the message of the last action. */
import type { ReactNode } from "react";
import type { SearchParams } from "@/cards/selection/selection";
import { flashIn } from "./flash";
import type { Desk } from "./guard";
import { KEYS_SCRIPT } from "@/site/live/deskKeys";
import "./desk.css";

interface DeskFrameProps {
  /** null: nobody is logged in. */
  readonly desk: Desk | null;
  readonly title: string;
  /** The page's parameters, with the message of the last action. */
  readonly sent: SearchParams;
  readonly children: ReactNode;
}

export function DeskFrame({ desk, title, sent, children }: DeskFrameProps) {
  const flash = flashIn(sent);
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: KEYS_SCRIPT }} />
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="frame flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-b-rule py-3">
        <a className="wordmark" href="/desk">
          Desk
        </a>
        {desk && (
          <nav aria-label="Desk" className="mr-auto flex flex-wrap gap-x-5 gap-y-2">
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
      <main id="main" className="frame desk pt-5 pb-12" tabIndex={-1}>
        <h1 className="mb-3 text-[1.6rem]">{title}</h1>
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
