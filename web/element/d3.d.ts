// The little of D3 that the figures use, for the type checker: D3 ships no types.
declare module 'd3-scale' {
  export interface ScaleLinear {
    (value: number): number;
    domain(): [number, number];
    domain(ends: [number, number]): this;
    range(): [number, number];
    range(ends: [number, number]): this;
    invert(pixel: number): number;
    ticks(count?: number): number[];
  }
  export function scaleLinear(domain: [number, number], range: [number, number]): ScaleLinear;
}
declare module 'd3-array' {
  export function median(values: Iterable<number>): number | undefined;
  /** Of the lower one, where two are in the middle; -1 if there are none. */
  export function medianIndex(values: Iterable<number>): number;
}
