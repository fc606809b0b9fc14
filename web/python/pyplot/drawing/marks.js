// Marks of points: their outlines, one element for each point.
import { kPoint } from './measures.js';
import { at } from './text.js';

/** To a hundredth of a pixel: marks are small. @param {number} value */
const fine = (value) => String(Math.round(value * 100) / 100);

/** So far out of its axes a point is still written, in pixels: an SVG of 1e30 is drawn by no browser. */
export const kFar = 1e5;
export const clamped = (/** @type {number} */ pixel) => at(Math.max(-kFar, Math.min(kFar, pixel)));

/** Corners around 0, every other one nearer. @param {number} r @param {number} count @param {number} turn @param {number} [inner] */
const polygon = (r, count, turn, inner = 1) =>
  `M${Array.from({ length: count }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / count;
    const own = i % 2 === 0 ? r : r * inner;
    return `${fine(own * Math.sin(angle))} ${fine(-own * Math.cos(angle))}`;
  }).join('L')}z`;
const circle = (/** @type {number} */ r) =>
  `M${fine(-r)} 0a${fine(r)} ${fine(r)} 0 1 0 ${2 * Number(fine(r))} 0a${fine(r)} ${fine(r)} 0 1 0 ${-2 * Number(fine(r))} 0`;
/** Through corners in parts of r. @param {number} r @param {number[]} list */
const through = (r, list) => `M${list.map((one) => fine(one * r)).join(' ')}z`;
const [third, half] = [1 / 3, 1 / 2];

/** @type {Record<string, (r: number) => string>} */
const filled = {
  o: circle,
  '.': (r) => circle(r / 2),
  ',': () => 'M-.5-.5h1v1h-1z',
  s: (r) => through(r, [-1, -1, 1, -1, 1, 1, -1, 1]),
  '^': (r) => through(r, [0, -1, 1, 1, -1, 1]),
  v: (r) => through(r, [0, 1, 1, -1, -1, -1]),
  '<': (r) => through(r, [-1, 0, 1, -1, 1, 1]),
  '>': (r) => through(r, [1, 0, -1, -1, -1, 1]),
  D: (r) => through(r * Math.SQRT2, [0, -1, 1, 0, 0, 1, -1, 0]),
  d: (r) => through(r * Math.SQRT2, [0, -1, 0.6, 0, 0, 1, -0.6, 0]),
  p: (r) => polygon(r, 5, 0),
  h: (r) => polygon(r, 6, 0),
  H: (r) => polygon(r, 6, Math.PI / 6),
  8: (r) => polygon(r, 8, Math.PI / 8),
  '*': (r) => polygon(r, 10, 0, 0.382),
  P: (r) =>
    through(r, [
      -third,
      -1,
      third,
      -1,
      third,
      -third,
      1,
      -third,
      1,
      third,
      third,
      third,
      third,
      1,
      -third,
      1,
      -third,
      third,
      -1,
      third,
      -1,
      -third,
      -third,
      -third,
    ]),
  X: (r) =>
    through(r, [
      -half,
      -1,
      0,
      -half,
      half,
      -1,
      1,
      -half,
      half,
      0,
      1,
      half,
      half,
      1,
      0,
      half,
      -half,
      1,
      -1,
      half,
      -half,
      0,
      -1,
      -half,
    ]),
};
/** Lines from the middle, or across. @type {Record<string, number[][]>} */
const strokes = {
  '+': [
    [-1, 0, 1, 0],
    [0, -1, 0, 1],
  ],
  x: [
    [-1, -1, 1, 1],
    [-1, 1, 1, -1],
  ],
  '|': [[0, -1, 0, 1]],
  _: [[-1, 0, 1, 0]],
  1: [
    [0, 0, 0, 1],
    [0, 0, 0.8, -half],
    [0, 0, -0.8, -half],
  ],
  2: [
    [0, 0, 0, -1],
    [0, 0, 0.8, half],
    [0, 0, -0.8, half],
  ],
  3: [
    [0, 0, -1, 0],
    [0, 0, half, -0.8],
    [0, 0, half, 0.8],
  ],
  4: [
    [0, 0, 1, 0],
    [0, 0, -half, -0.8],
    [0, 0, -half, 0.8],
  ],
};

/** The outline of a mark around 0. @param {string} marker @param {number} r half its size */
function outline(marker, r) {
  const lines = strokes[marker];
  if (!lines) return { path: (filled[marker] ?? filled.o)(r), isFilled: true };
  const path = lines
    .map(([x0, y0, x1, y1]) => `M${fine(x0 * r)} ${fine(y0 * r)}L${fine(x1 * r)} ${fine(y1 * r)}`)
    .join('');
  return { path, isFilled: false };
}

/**
 * Marks at points, moved one after another.
 * @param {number[]} xs @param {number[]} ys @param {{ x: (value: number) => number, y: (value: number) => number }} room
 * @param {{ marker: string, size: number, color: string, edge?: string | null, width?: number | null }} look size in pixels, across
 */
export function marks(xs, ys, { x, y }, { marker, size, color, edge, width }) {
  const { path, isFilled } = outline(marker, size / 2);
  let all = '';
  for (let i = 0; i < xs.length; i++) {
    const [px, py] = [x(xs[i]), y(ys[i])];
    if (!Number.isFinite(px) || !Number.isFinite(py) || Math.abs(px) > kFar || Math.abs(py) > kFar) continue;
    all += `<path d="${path}" transform="translate(${at(px)} ${at(py)})"/>`;
  }
  const stroke = at((width ?? 1) * kPoint);
  return isFilled
    ? `<g fill="${color}" stroke="${edge ?? color}" stroke-width="${stroke}">${all}</g>`
    : `<g fill="none" stroke="${color === 'none' ? (edge ?? color) : color}" stroke-width="${at((width ?? 1.5) * kPoint)}">${all}</g>`;
}
