// What the package may weigh, in bytes: ceilings, not goals. `npm test` holds them.

/** A bundle of `import` and one use, minified by esbuild, by `gzip -9`. */
export const gzipped = { torchlet: 145_000, element: 88_000, training: 208_000, cell: 335_000, arrays: 48_000 };
/** The packed package with the site in it. */
export const tarball = 3_300_000;
