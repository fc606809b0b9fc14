// What the package may weigh, in bytes: ceilings, not goals. `npm test` holds them.

/** A bundle of `import` and one use, minified by esbuild, by `gzip -9`. */
export const gzipped = { torchlet: 173_500, element: 92_000, training: 235_800, arrays: 51_800 };
/** What cell.js loads at once, and what the modules that a program imports add, each with what it needs itself. */
export const cell = {
  'at once': 111_200,
  torch: 180_800,
  library: 19_400,
  numpy: 45_200,
  pyplot: 61_500,
  hints: 5_400,
  editor: 88_000,
};
/** The packed package with the site in it. */
export const tarball = 3_560_000;
