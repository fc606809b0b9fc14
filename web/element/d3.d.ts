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
