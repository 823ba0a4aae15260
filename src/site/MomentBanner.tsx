/** Lines above a page: that it shows an earlier day, and which selection is kept; each with a link to leave it. */
export interface Moment {
  /** What it shows: "version 1a2b3c4d5e6f of the record". */
  readonly words: string;
  /** The same page as known today. */
  readonly nowHref: string;
  /** The page of changes since then; absent on that page itself. */
  readonly sinceHref: string | undefined;
}

export const MomentBanner = ({ words, nowHref, sinceHref }: Moment) => (
  <p className="moment" role="note">
    <strong>This page shows {words}.</strong> {sinceHref !== undefined && <a href={sinceHref}>What has changed since</a>}{" "}
    <a href={nowHref}>Show today’s record</a>
  </p>
);

export interface Kept {
  /** "Riot and MARA · quarters · since 2022". */
  readonly words: string;
  readonly leaveHref: string;
}

export const KeptStrip = ({ words, leaveHref }: Kept) => (
  <p className="kept small no-print">
    Links keep your selection: {words}. <a href={leaveHref}>Leave it</a>
  </p>
);
