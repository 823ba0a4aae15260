/** The desk's login. It exists only when the operator has set a secret. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../DeskFrame";
import { deskSecret } from "../session";

export const metadata: Metadata = { title: "Desk" };

export default async function LoginPage({ searchParams }: PageProps) {
  if (deskSecret() === undefined) notFound();
  return (
    <DeskFrame desk={null} title="Log in to the desk" sent={await searchParams}>
      <form method="post" action="/desk/enter" className="row max-w-160">
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
