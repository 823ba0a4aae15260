/** Every chart's colours for light and dark paper: literals in pictures, variables on pages. No meaning depends on colour alone. */

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The inks of marks: named by role, never by hue. Each has a colour for light and for dark paper. */
const COLOURS = {
  paper: ["#fdfcf9", "#14161a"],
  ink: ["#1c1d1f", "#eceae4"],
  muted: ["#5c5f66", "#a2a5ac"],
  grid: ["#e4e1d8", "#2d3138"],
  reference: ["#1c1d1f", "#eceae4"],
  produced: ["#a3acb8", "#626c7a"],
  sold: ["#c4481c", "#f08355"],
  price: ["#5c5f66", "#a2a5ac"],
  holds: ["#1f5f99", "#6aaee6"],
  some: ["#7fb0d6", "#3d6c94"],
  all: ["#e9a35c", "#b9772f"],
  more: ["#b8400f", "#ff8a50"],
  missing: ["#bdb7a8", "#4a4f59"],
  d0: ["#1f4e8c", "#8cc4f7"],
  d1: ["#4a7fb8", "#5a97d4"],
  d2: ["#86b0d6", "#3f72a6"],
  d3: ["#b9d3e7", "#30526f"],
  d4: ["#dbe5ea", "#2c3e4d"],
  d5: ["#e8dfc9", "#4a4638"],
  d6: ["#f3c49a", "#744726"],
  d7: ["#e58a4e", "#b9642c"],
  d8: ["#a8380b", "#ff9358"],
  c1: ["#c4481c", "#f08355"],
  c2: ["#1f5f99", "#6aaee6"],
  c3: ["#8a6a00", "#d9b13b"],
  c4: ["#00796b", "#4fc4b2"],
  c5: ["#8e3a80", "#dd94d0"],
  c6: ["#5c5f66", "#a2a5ac"],
} as const;

export type Ink = keyof typeof COLOURS;

/** A visible ink on a colour of the scale around 100%: paper on the dark ends, ink between them. */
export const inkOn = (ink: Ink): Ink => (ink === "d0" || ink === "d1" || ink === "d8" ? "paper" : "ink");

const paletteOf = (at: 0 | 1) => Object.fromEntries(Object.entries(COLOURS).map(([ink, pair]) => [ink, pair[at]])) as Record<Ink, string>;

export const PALETTE: Readonly<Record<Theme, Readonly<Record<Ink, string>>>> = { light: paletteOf(0), dark: paletteOf(1) };

/** The colours of up to six companies in one plot, in order. */
export const SERIES_INKS = ["c1", "c2", "c3", "c4", "c5", "c6"] as const satisfies readonly Ink[];

/** Maps an ink to its paint: a literal (pictures) or a CSS variable (pages). */
export type Colours = (ink: Ink) => string;

export const literalColours = (theme: Theme): Colours => {
  const palette = PALETTE[theme];
  return (ink) => palette[ink];
};

export const pageColours: Colours = (ink) => `var(--chart-${ink})`;

/** The custom properties of the style sheet, each with both faces: "--chart-sold:light-dark(#c4481c,#f08355)". */
export const CSS_PROPERTIES = Object.entries(COLOURS)
  .map(([ink, [light, dark]]) => `--chart-${ink}:light-dark(${light},${dark})`)
  .join(";");
