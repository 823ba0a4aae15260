/** The charts of the press pack as picture files: each shown once, with its alternative text, in three sizes, light and dark. */
import { pictureOf } from "@/app/pictures";
import { POSTER_SIZES } from "@/charts/poster";
import type { Figures } from "@/domain/figures/figures";
import { CopyButton } from "@/site/CopyButton";
import { PageSection } from "@/site/PageSection";
import { chartAddress } from "@/cards/selection/address";
import type { PressChart } from "@/cards/months/press";
import { PRESS_SIZES, PRESS_THEMES } from "./pack";

const SIZE_LABEL = { wide: "Wide", square: "Square", portrait: "Portrait" } as const;
const FORMATS = ["png", "svg"] as const;

export function PressPictures({ charts, figures }: { readonly charts: readonly PressChart[]; readonly figures: Figures }) {
  if (charts.length === 0) return null;
  return (
    <PageSection
      id="pictures"
      title="The pictures"
      sentence={<p>Title, key, source, date and version stand in the picture; the alternative text is in the file.</p>}
    >
      {charts.map((chart, at) => (
        <PressPicture key={chart.table.id} chart={chart} figures={figures} first={at === 0} />
      ))}
    </PageSection>
  );
}

interface PressPictureProps {
  readonly chart: PressChart;
  readonly figures: Figures;
  readonly first: boolean;
}

function PressPicture({ chart: { table, selection }, figures, first }: PressPictureProps) {
  const picture = pictureOf({ figures, selection }, table, { size: "wide", theme: "light" });
  if (!picture) return null;
  const { width, height } = POSTER_SIZES.wide;
  return (
    <figure className="press-picture">
      <img
        src={chartAddress(table.id, "png", selection)}
        width={width}
        height={height}
        alt={picture.alt}
        loading={first ? "eager" : "lazy"}
        decoding="async"
      />
      <figcaption>
        <h3>{table.title}</h3>
        <table className="press-sizes">
          <caption className="sr-only">Files of “{table.title}”</caption>
          <thead>
            <tr>
              <th scope="col">Size</th>
              {PRESS_THEMES.map((theme) => (
                <th key={theme} scope="col">
                  On {theme} paper
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PRESS_SIZES.map((size) => (
              <tr key={size}>
                <th scope="row">
                  {SIZE_LABEL[size]}, {POSTER_SIZES[size].width} × {POSTER_SIZES[size].height}
                </th>
                {PRESS_THEMES.map((theme) => (
                  <td key={theme}>
                    {FORMATS.map((format) => (
                      <a
                        key={format}
                        href={chartAddress(table.id, format, selection, { size, theme })}
                        aria-label={`${format.toUpperCase()}, ${SIZE_LABEL[size].toLowerCase()}, ${theme}: ${table.title}`}
                      >
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="press-alt">
          <p>
            <b>Alternative text.</b> {picture.alt}
          </p>
          <CopyButton text={picture.alt} what={`the alternative text of “${table.title}”`} />
        </div>
      </figcaption>
    </figure>
  );
}
