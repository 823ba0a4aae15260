/** A period's press pack as a ZIP archive, with the page's selection in its address. */
import { fileName } from "@/files/fileName";
import { ZIP_TYPE } from "@/files/tables/zip";
import { fileSubject } from "@/app/fileSubject";
import { readFileRequest } from "@/app/request";
import { respond } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { pressOf } from "@/cards/months/press";
import { parseRecordPeriod } from "@/cards/selection/recordYears";
import { packOf } from "../pack";

export const GET = (request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> =>
  respond(
    request,
    async () => {
      const view = await readFileRequest(request, {});
      const { years } = view;
      const period = parseRecordPeriod((await params).period, years);
      const press = period && pressOf(view, period);
      if (!press || press.data.rows.length === 0) {
        const detail = press
          ? `There is no figure for ${press.period}.`
          : `A press pack is of a month 2025-03, a quarter 2025-Q1 or a year 2025${years === undefined ? "" : `, in the years ${years.from} to ${years.to}`}.`;
        throw new HttpError({ kind: "not-found", detail });
      }
      return {
        type: ZIP_TYPE,
        fileName: fileName({
          ...fileSubject(view, "press"),
          range: { from: press.period, to: press.period },
          ending: "zip",
        }),
        content: async () => Buffer.from(await packOf(view, press)),
      };
    },
    { headers: {} },
  );
