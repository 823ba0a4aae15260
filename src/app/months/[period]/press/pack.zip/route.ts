/** The press pack of a period as one ZIP archive, with the selection of the page in its address. */
import { attachment, fileName } from "@/files/fileName";
import { ZIP_TYPE } from "@/files/zip";
import { fileSubject } from "@/app/pictures";
import { isProblem, problemResponse, readRoute } from "@/app/routeRequest";
import { pressOf } from "@/cards/months/press";
import { parseRecordPeriod } from "@/cards/selection/recordYears";
import { packOf } from "../pack";

export async function GET(request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> {
  const written = (await params).period;
  const view = await readRoute(request, {});
  if (isProblem(view)) return problemResponse(view);
  const { figures, selection, instance, years } = view;
  const period = parseRecordPeriod(written, years);
  const press = period && pressOf(figures, selection, period);
  if (!press || press.data.rows.length === 0) {
    const detail = press
      ? `There is no figure for ${press.period}.`
      : `A press pack is of a month 2025-03, a quarter 2025-Q1 or a year 2025${years === undefined ? "" : `, in the years ${years.from} to ${years.to}`}.`;
    return problemResponse({ kind: "not-found", detail, instance });
  }
  const name = fileName({ ...fileSubject(figures, selection, "press"), range: { from: press.period, to: press.period }, ending: "zip" });
  return new Response(Buffer.from(await packOf(figures, selection, press)), {
    headers: { "Content-Type": ZIP_TYPE, "Content-Disposition": attachment(name) },
  });
}
