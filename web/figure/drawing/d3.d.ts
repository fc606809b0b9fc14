// The little of D3 that the figures use, for the type checker: D3 ships no types.
declare module 'd3-array' {
  export function ticks(from: number, to: number, count: number): number[];
  /** The round step of about so many ticks. */
  export function tickStep(from: number, to: number, count: number): number;
  export function median(values: Iterable<number>): number | undefined;
  /** Of the lower one, where two are in the middle; -1 if there are none. */
  export function medianIndex(values: Iterable<number>): number;
}
declare module 'd3-contour' {
  /** Regions of a grid, row by row, in which the values are at least a threshold; a value stands half a cell within its cell. */
  type Contours = {
    (values: ArrayLike<number>): { value: number; coordinates: [number, number][][][] }[];
    size(size: [number, number]): Contours;
    thresholds(thresholds: number[]): Contours;
  };
  export function contours(): Contours;
}
