/** The feeds: /feeds/all.atom, and one for each company, such as /feeds/riot.atom. */
import { findCompany } from "@/domain/facts/companyNames";
import { ATOM_TYPE } from "@/files/sharing/atom";
import { nearest } from "@/cards/selection/selection";
import { selectedBy } from "@/app/request";
import { fileRoute } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { siteAddress } from "@/app/site";
import { newsFeed } from "../newsFeed";

export const GET = fileRoute(async (file) => {
  const name = /^(.+)\.atom$/.exec(file)?.[1] ?? "";
  // Feed readers append their own parameters, so these are ignored.
  const { figures } = await selectedBy({});
  const company = findCompany(figures.record.companies, name);
  if (!company && name !== "all") {
    const names = ["all", ...figures.record.companies.map(({ id }) => id)];
    const perhaps = nearest(name, names).map((known) => `${known}.atom`);
    throw new HttpError({ kind: "not-found", detail: `There is no such feed; perhaps ${perhaps.join(", ")}.` });
  }
  return { type: ATOM_TYPE, content: () => newsFeed(figures, siteAddress(), company) };
});
