/** The desk's door. It is there only when the operator has set a secret. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskFrame } from "../DeskFrame";
import { flashIn } from "../guard";
import { deskSecret } from "../session";

export const metadata: Metadata = { title: "Desk", robots: { index: false, follow: false } };
export const dynamic = "force-dynamic";

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LoginPage({ searchParams }: Props) {
  if (deskSecret() === undefined) notFound();
  return (
    <DeskFrame desk={null} title="Log in to the desk" said={flashIn(await searchParams)}>
      <form method="post" action="/desk/enter" className="row narrow">
        <label>
          <span className="field-label">Your name, for the log</span>
          <input className="control" name="name" autoComplete="username" required maxLength={80} />
        </label>
        <label>
          <span className="field-label">Secret</span>
          <input className="control" name="secret" type="password" autoComplete="current-password" required />
        </label>
        <button className="button">Log in</button>
      </form>
    </DeskFrame>
  );
}
