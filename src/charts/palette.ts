/**
 * The colours of every chart, as literals for light and dark paper. Exported pictures carry the literals; pages carry CSS variables, which
 * their style sheet sets, so that one drawing follows the reader's theme. Hues are told apart by lightness too (vermillion, slate,
 * blue, ochre: safe for the common kinds of colour blindness), and no meaning rests on colour alone: texture, shape and words carry it.
 */

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const LIGHT = {
  paper: "#fdfcf9",
  ink: "#1c1d1f",
  muted: "#5c5f66",
  grid: "#e4e1d8",
  reference: "#1c1d1f",
  produced: "#a3acb8",
  sold: "#c4481c",
  price: "#5c5f66",
  holds: "#1f5f99",
  some: "#7fb0d6",
  all: "#e9a35c",
  more: "#b8400f",
  missing: "#bdb7a8",
  d0: "#1f4e8c",
  d1: "#4a7fb8",
  d2: "#86b0d6",
  d3: "#b9d3e7",
  d4: "#dbe5ea",
  d5: "#e8dfc9",
  d6: "#f3c49a",
  d7: "#e58a4e",
  d8: "#a8380b",
  c1: "#c4481c",
  c2: "#1f5f99",
  c3: "#8a6a00",
  c4: "#00796b",
  c5: "#8e3a80",
  c6: "#5c5f66",
} as const;

/** What a mark can be painted with: a role, never a hue. */
export type Ink = keyof typeof LIGHT;

/** What is drawn on a colour of the scale around 100% so that it is seen: paper on the dark ends, ink between them. */
export const inkOn = (ink: Ink): Ink => (ink === "d0" || ink === "d1" || ink === "d8" ? "paper" : "ink");

const DARK: Record<Ink, string> = {
  paper: "#14161a",
  ink: "#eceae4",
  muted: "#a2a5ac",
  grid: "#2d3138",
  reference: "#eceae4",
  produced: "#626c7a",
  sold: "#f08355",
  price: "#a2a5ac",
  holds: "#6aaee6",
  some: "#3d6c94",
  all: "#b9772f",
  more: "#ff8a50",
  missing: "#4a4f59",
  d0: "#8cc4f7",
  d1: "#5a97d4",
  d2: "#3f72a6",
  d3: "#30526f",
  d4: "#2c3e4d",
  d5: "#4a4638",
  d6: "#744726",
  d7: "#b9642c",
  d8: "#ff9358",
  c1: "#f08355",
  c2: "#6aaee6",
  c3: "#d9b13b",
  c4: "#4fc4b2",
  c5: "#dd94d0",
  c6: "#a2a5ac",
};

export const PALETTE: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = { light: LIGHT, dark: DARK };

/** The colours of up to six companies laid over one another, in order. */
export const SERIES_INKS = ["c1", "c2", "c3", "c4", "c5", "c6"] as const satisfies readonly Ink[];

/** Says what a role is painted with: a literal (pictures) or a CSS variable (pages). */
export type Colours = (ink: Ink) => string;

export const literalColours = (theme: Theme): Colours => {
  const palette = PALETTE[theme];
  return (ink) => palette[ink];
};

export const pageColours: Colours = (ink) => `var(--chart-${ink})`;

/** The custom properties of one theme, for the style sheet: "--chart-sold: #c4481c; ...". */
export function cssProperties(theme: Theme): string {
  return Object.entries(PALETTE[theme])
    .map(([ink, colour]) => `--chart-${ink}: ${colour};`)
    .join("\n  ");
}
