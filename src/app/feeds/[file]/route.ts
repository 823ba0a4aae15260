/** The feeds: /feeds/all.atom, and one for each company, such as /feeds/riot.atom. */
import { findCompany } from "@/domain/companyNames";
import { ATOM_TYPE } from "@/files/atom";
import { nearest } from "@/cards/selection/selection";
import { selectedBy } from "@/app/request";
import { HttpError, respond } from "@/app/respond";
import { siteAddress } from "@/app/site";
import { newsFeed } from "../newsFeed";

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const name = /^(.+)\.atom$/.exec((await params).file)?.[1] ?? "";
    // Feed readers append parameters of their own; they are ignored.
    const { figures } = await selectedBy({});
    const company = findCompany(figures.record.companies, name);
    if (!company && name !== "all") {
      const names = ["all", ...figures.record.companies.map(({ id }) => id)];
      const perhaps = nearest(name, names).map((known) => `${known}.atom`);
      throw new HttpError({ kind: "not-found", detail: `There is no such feed; perhaps ${perhaps.join(", ")}.` });
    }
    return { type: ATOM_TYPE, content: () => newsFeed(figures, siteAddress(), company) };
  });
}
