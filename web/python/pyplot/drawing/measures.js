// The sizes that all of a figure's drawing goes by, in pixels.

/** Pixels of an inch, and of a point. */
export const kInch = 100;
export const kPoint = kInch / 72;
/** Sizes of texts: 10 points, titles 12. */
export const kText = 10 * kPoint;
export const kTitle = 12 * kPoint;
/** From axes to their title, in points. */
export const kTitlePad = 6;
