// What the package may weigh, in bytes: ceilings, not goals. `npm test` holds them.

/** A bundle of `import` and one use, minified by esbuild, by `gzip -9`. */
export const gzipped = { torchlet: 180_000, element: 92_000, training: 242_000, arrays: 51_800 };
/** What cell.js loads at once, and what the modules that a program imports add, each with what it needs itself. */
export const cell = {
  'at once': 113_500,
  torch: 191_500,
  library: 19_400,
  numpy: 45_500,
  pyplot: 61_500,
  hints: 5_400,
  editor: 88_000,
};
/** The packed package with the site in it. */
export const tarball = 3_780_000;
