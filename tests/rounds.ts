/** How much of what is tried at random is tried: `ROUNDS=4 npm test` takes four times as many cases as a usual run does. */
export const rounds = (usual: number): number => Math.ceil(usual * Number(process.env["ROUNDS"] ?? 1));

/** Pseudo-random numbers below `most`, the same for the same seed. */
export function randomFrom(seed: number): (most: number) => number {
  let state = seed % 2_147_483_648;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % most;
  };
}
