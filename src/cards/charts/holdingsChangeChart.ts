/**
 * Changes of holdings as bars above and below a line at 0: in bitcoin, and in dollars where the record has prices; of one company, or of
 * several together, where a period is left out for which too few are known.
 */
import type { ChartModel, Figure } from "@/charts/model";
import { valuesOf } from "@/charts/models/figures";
import type { Ink } from "@/charts/palette";
import type { Table } from "../table";
import { textIn } from "./cellFigure";
import { panelChart, type PanelInput, type Series, series } from "./panelChart";

export const holdingsChangeChart = (table: Table): ChartModel => changesChart(table, (key, label, ink) => series(table, key, label, ink));

export const changeTogetherChart = (table: Table): ChartModel =>
  changesChart(table, (key, label, ink) => {
    const one = series(table, key, label, ink, "mixed");
    return { ...one, figures: one.figures.map((figure, i) => (isThin(table, i) ? TOO_FEW : figure)) };
  });

const TOO_FEW: Figure = { kind: "missing", text: "too few to add up" };

const isThin = ({ rows }: Table, i: number): boolean => {
  const row = rows[i];
  return row !== undefined && textIn(row, "thin") !== "";
};

function changesChart(table: Table, seriesOf: (key: string, label: string, ink: Ink) => Series): ChartModel {
  const worth = seriesOf("change_usd", "At the closing price", "produced");
  const bitcoin: PanelInput = {
    title: "Change of the bitcoin held, BTC",
    format: "number",
    kind: "bars",
    series: [seriesOf("change_btc", "Change", "holds")],
  };
  const dollars: PanelInput = { title: "The same at the closing price, US dollars", format: "usd", kind: "bars", series: [worth] };
  const panels = valuesOf(worth.figures).length > 0 ? [bitcoin, dollars] : [bitcoin];
  return panelChart(table, "bars of the change of the bitcoin held in each period, in bitcoin and in dollars", "change_btc", panels);
}
