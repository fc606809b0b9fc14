// What is drawn in axes, as SVG: lines with marks, points, bars, regions, pictures, texts.
import { dashes } from '../model/line_format.js';
import { kPoint, kText } from './layout.js';
import { content, escaped } from './text.js';

/**
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {(value: number) => number} Scale
 * @typedef {{ x: Scale, y: Scale, box: import('./layout.js').Box }} Room
 */

/** To a tenth of a pixel. @param {number} value */
export const at = (value) => String(Math.round(value * 10) / 10);
/** So far out of its axes a point is still written, in pixels: an SVG of 1e30 is drawn by no browser. */
const kFar = 1e5;
const clamped = (/** @type {number} */ pixel) => at(Math.max(-kFar, Math.min(kFar, pixel)));

/** @param {Artist} artist */
const faint = ({ alpha }) => (alpha === 1 ? '' : ` opacity="${alpha}"`);

/** A line's dashes. @param {string} style @param {number} width */
export const dashed = (style, width) => {
  const own = dashes[style] ?? [];
  return own.length === 0 ? '' : ` stroke-dasharray="${own.map((part) => at(part * width)).join(' ')}"`;
};

/** @param {number[]} xs @param {number[]} ys @param {Room} room */
function pathOf(xs, ys, { x, y }) {
  let path = '';
  let isOn = false;
  for (let i = 0; i < xs.length; i++) {
    const [px, py] = [x(xs[i]), y(ys[i])];
    if (!Number.isFinite(px) || !Number.isFinite(py)) {
      isOn = false;
      continue;
    }
    path += `${isOn ? 'L' : 'M'}${clamped(px)} ${clamped(py)}`;
    isOn = true;
  }
  return path;
}

/** The outline of a mark around 0. @param {string} marker @param {number} r half its size */
function outline(marker, r) {
  const polygon = (/** @type {number} */ count, /** @type {number} */ turn, inner = 1) =>
    `M${Array.from({ length: count }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / count;
      const own = i % 2 === 0 ? r : r * inner;
      return `${at(own * Math.sin(angle))} ${at(-own * Math.cos(angle))}`;
    }).join('L')}z`;
  const circle = (/** @type {number} */ own) =>
    `M${at(-own)} 0a${at(own)} ${at(own)} 0 1 0 ${at(2 * own)} 0a${at(own)} ${at(own)} 0 1 0 ${at(-2 * own)} 0`;
  /** @type {Record<string, string>} */
  const shapes = {
    o: circle(r),
    '.': circle(r / 2),
    ',': 'M-.5-.5h1v1h-1z',
    s: `M${at(-r)} ${at(-r)}h${at(2 * r)}v${at(2 * r)}h${at(-2 * r)}z`,
    '^': polygon(3, 0),
    v: polygon(3, Math.PI),
    '<': polygon(3, -Math.PI / 2),
    '>': polygon(3, Math.PI / 2),
    D: polygon(4, 0),
    d: `M0 ${at(-r)}L${at(0.6 * r)} 0L0 ${at(r)}L${at(-0.6 * r)} 0z`,
    p: polygon(5, 0),
    h: polygon(6, 0),
    H: polygon(6, Math.PI / 6),
    8: polygon(8, 0),
    '*': polygon(10, 0, 0.38),
    P: `M${at(-r / 3)} ${at(-r)}h${at((2 * r) / 3)}v${at((2 * r) / 3)}h${at((2 * r) / 3)}v${at((2 * r) / 3)}h${at((-2 * r) / 3)}v${at((2 * r) / 3)}h${at((-2 * r) / 3)}v${at((-2 * r) / 3)}h${at((-2 * r) / 3)}v${at((-2 * r) / 3)}h${at((2 * r) / 3)}z`,
    X: `M${at(-r)} ${at(-r)}L${at(r)} ${at(r)}M${at(-r)} ${at(r)}L${at(r)} ${at(-r)}`,
  };
  /** @type {Record<string, string>} */
  const strokes = {
    '+': `M${at(-r)} 0H${at(r)}M0 ${at(-r)}V${at(r)}`,
    x: `M${at(-r)} ${at(-r)}L${at(r)} ${at(r)}M${at(-r)} ${at(r)}L${at(r)} ${at(-r)}`,
    '|': `M0 ${at(-r)}V${at(r)}`,
    _: `M${at(-r)} 0H${at(r)}`,
  };
  return Object.hasOwn(strokes, marker) || '1234'.includes(marker)
    ? { path: strokes[marker] ?? strokes['+'], isFilled: false }
    : { path: shapes[marker] ?? shapes.o, isFilled: true };
}

/**
 * Marks at points, moved one after another.
 * @param {number[]} xs @param {number[]} ys @param {Room} room
 * @param {{ marker: string, size: number, color: string, edge?: string }} look size in pixels, across
 */
export function marks(xs, ys, { x, y }, { marker, size, color, edge }) {
  const { path, isFilled } = outline(marker, size / 2);
  let all = '';
  for (let i = 0; i < xs.length; i++) {
    const [px, py] = [x(xs[i]), y(ys[i])];
    if (!Number.isFinite(px) || !Number.isFinite(py) || Math.abs(px) > kFar || Math.abs(py) > kFar) continue;
    all += `<path d="${path}" transform="translate(${at(px)} ${at(py)})"/>`;
  }
  return isFilled
    ? `<g fill="${color}" stroke="${edge ?? color}" stroke-width="${edge ? 1.4 : 0.7}">${all}</g>`
    : `<g fill="none" stroke="${color}" stroke-width="2">${all}</g>`;
}

/** @param {Artist} artist @param {Room} room */
export function lineOf(artist, room) {
  const { xs = [], ys = [], color, more } = artist;
  const { style, width, marker, markerSize, markerColor } = more;
  const own = width * kPoint;
  const drawn =
    style === 'none'
      ? ''
      : `<path fill="none" stroke="${color}" stroke-width="${at(own)}" stroke-linejoin="round"${dashed(style, own)} d="${pathOf(xs, ys, room)}"/>`;
  const dots =
    marker === '' ? '' : marks(xs, ys, room, { marker, size: markerSize * kPoint, color: markerColor ?? color });
  return `<g${faint(artist)}>${drawn}${dots}</g>`;
}

/** @param {Artist} artist @param {Room} room */
function scatterOf(artist, room) {
  const { xs = [], ys = [], color, more } = artist;
  const { colors, sizes, marker, edge } = more;
  const plain = colors === null && sizes.length === 1;
  const sizeOf = (/** @type {number} */ area) => Math.sqrt(area) * kPoint;
  if (plain) return `<g${faint(artist)}>${marks(xs, ys, room, { marker, size: sizeOf(sizes[0]), color, edge })}</g>`;
  return `<g${faint(artist)}>${xs.map((x, i) => marks([x], [ys[i]], room, { marker, size: sizeOf(sizes[i % sizes.length]), color: colors?.[i % colors.length] ?? color, edge })).join('')}</g>`;
}

/** @param {Artist} artist @param {Room} room */
function barsOf(artist, { x, y }) {
  const { color, more } = artist;
  const stroke = more.edge ? ` stroke="${more.edge}" stroke-width="${at(more.width * kPoint)}"` : '';
  const rectOf = (/** @type {number[]} */ [x0, x1, y0, y1], /** @type {number} */ i) => {
    const [left, right] = [x(x0), x(x1)].sort((a, b) => a - b);
    const [top, bottom] = [y(y0), y(y1)].sort((a, b) => a - b);
    if (![left, right, top, bottom].every(Number.isFinite)) return '';
    const own = more.colors ? ` fill="${more.colors[i % more.colors.length]}"` : '';
    return `<rect x="${clamped(left)}" y="${clamped(top)}" width="${clamped(right - left)}" height="${clamped(bottom - top)}"${own}/>`;
  };
  return `<g${faint(artist)} fill="${more.isHollow ? 'none' : color}"${stroke}>${more.rects.map(rectOf).join('')}</g>`;
}

/** Between two lines, in as many pieces as there are gaps. @param {Artist} artist @param {Room} room */
function fillOf(artist, room) {
  const { color, more } = artist;
  const { pieces } = more;
  const path = pieces
    .map((/** @type {{ xs: number[], ys: number[] }} */ { xs, ys }) => `${pathOf(xs, ys, room)}z`)
    .join('');
  const edge = more.edge ? ` stroke="${more.edge}" stroke-width="${at(kPoint)}"` : '';
  return `<path${faint(artist)} fill="${color}" fill-rule="evenodd"${edge} d="${path}"/>`;
}

/** Cells of a grid, each of its colour; neighbours of one colour are one. @param {Artist} artist @param {Room} room */
function imageOf(artist, { x, y }) {
  const { colors, extent } = artist.more;
  const [x0, x1, y0, y1] = extent;
  const [left, right, bottom, top] = [x(x0), x(x1), y(y0), y(y1)];
  const count = colors[0].length;
  const [wide, high] = [(right - left) / count, (bottom - top) / colors.length];
  const cells = colors.map((/** @type {string[]} */ row, /** @type {number} */ i) => {
    let out = '';
    for (let j = 0, end = 0; j < count; j = end) {
      for (end = j + 1; end < count && row[end] === row[j]; ) end++;
      const [a, b] = [left + j * wide, left + end * wide].sort((p, q) => p - q);
      const [c, d] = [top + i * high, top + (i + 1) * high].sort((p, q) => p - q);
      // Half a pixel over, so that no seam is seen between two cells.
      out += `<rect x="${at(a)}" y="${at(c)}" width="${at(b - a + 0.5)}" height="${at(d - c + 0.5)}" fill="${row[j]}"/>`;
    }
    return out;
  });
  return `<g${faint(artist)} shape-rendering="crispEdges">${cells.join('')}</g>`;
}

/** Lines across, and stretches between two of them. @param {Artist} artist @param {Room} room */
function ruleOf(artist, { x, y, box }) {
  const { color, more } = artist;
  const own = more.width * kPoint;
  const isAcross = more.along === 'x';
  const place = (isAcross ? y : x)(more.at);
  if (!Number.isFinite(place)) return '';
  const [from, to] = more.ends;
  const between = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ share) =>
    a + (b - a) * share;
  const ends = isAcross
    ? `x1="${at(between(box.left, box.right, from))}" x2="${at(between(box.left, box.right, to))}" y1="${clamped(place)}" y2="${clamped(place)}"`
    : `x1="${clamped(place)}" x2="${clamped(place)}" y1="${at(between(box.bottom, box.top, from))}" y2="${at(between(box.bottom, box.top, to))}"`;
  return `<line${faint(artist)} ${ends} stroke="${color}" stroke-width="${at(own)}"${dashed(more.style, own)}/>`;
}

/** @param {Artist} artist @param {Room} room */
function spanOf(artist, { x, y, box }) {
  const { color, more } = artist;
  const isAcross = more.along === 'x';
  const [a, b] = more.between.map(isAcross ? y : x).sort((/** @type {number} */ p, /** @type {number} */ q) => p - q);
  const rect = isAcross
    ? `x="${at(box.left)}" width="${at(box.right - box.left)}" y="${clamped(a)}" height="${clamped(b - a)}"`
    : `y="${at(box.top)}" height="${at(box.bottom - box.top)}" x="${clamped(a)}" width="${clamped(b - a)}"`;
  return `<rect${faint(artist)} ${rect} fill="${color}"/>`;
}

/** @type {Record<string, string>} */
const anchors = { left: 'start', center: 'middle', right: 'end' };
/** How far beneath its place a text's line of letters is, in its size. @type {Record<string, number>} */
const drops = { top: 0.8, center: 0.35, baseline: 0, bottom: -0.2, center_baseline: 0.35 };

/** A text, with an arrow where it speaks of a point. @param {Artist} artist @param {Room} room */
function textOf(artist, { x, y, box }) {
  const { color, more } = artist;
  const toPixels = (/** @type {[number, number]} */ [a, b], /** @type {string} */ kind) =>
    kind === 'axes' ? [box.left + a * (box.right - box.left), box.bottom - b * (box.bottom - box.top)] : [x(a), y(b)];
  const [px, py] = toPixels(more.place, more.kind).map(
    (pixel, i) => pixel + more.offset[i] * (i === 0 ? kPoint : -kPoint),
  );
  if (!Number.isFinite(px) || !Number.isFinite(py)) return '';
  const size = more.size ? more.size * kPoint : kText;
  const lines = String(more.text).split('\n');
  const turn = more.rotation ? ` transform="rotate(${-more.rotation} ${at(px)} ${at(py)})"` : '';
  const first =
    py +
    size * (drops[more.vertical] ?? 0) -
    (more.vertical === 'top' ? 0 : (lines.length - 1) * size * 1.2 * (more.vertical === 'center' ? 0.5 : 1));
  const words = lines
    .map(
      (line, i) =>
        `<text x="${at(px)}" y="${at(first + i * size * 1.2)}" text-anchor="${anchors[more.horizontal] ?? 'start'}" font-size="${at(size)}" fill="${color}"${more.isBold ? ' font-weight="700"' : ''}${turn}>${content(line, size)}</text>`,
    )
    .join('');
  if (!more.arrow) return `<g${faint(artist)}>${words}</g>`;
  const [ax, ay] = toPixels(more.arrow.to, 'data');
  return `<g${faint(artist)}>${arrow(px, py - size * 0.35, ax, ay, more.arrow.color, more.arrow.width)}${words}</g>`;
}

/** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {string} color @param {number} width */
function arrow(x0, y0, x1, y1, color, width) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [bx, by] = [x1 - 10 * ux, y1 - 10 * uy];
  return `<path fill="none" stroke="${color}" stroke-width="${at(width * kPoint)}" d="M${at(x0)} ${at(y0)}L${at(x1)} ${at(y1)}M${at(bx - 4 * uy)} ${at(by + 4 * ux)}L${at(x1)} ${at(y1)}L${at(bx + 4 * uy)} ${at(by - 4 * ux)}"/>`;
}

/** Regions of a contour plot, one colour each. @param {Artist} artist @param {Room} room */
function regionsOf(artist, { x, y }) {
  const drawn = artist.more.regions.map((/** @type {any} */ { rings, color, isLine, width }) => {
    const path = rings
      .map(
        (/** @type {[number, number][]} */ ring) =>
          `M${ring.map(([a, b]) => `${clamped(x(a))} ${clamped(y(b))}`).join('L')}${isLine ? '' : 'z'}`,
      )
      .join('');
    return isLine
      ? `<path fill="none" stroke="${color}" stroke-width="${at(width * kPoint)}" d="${path}"/>`
      : `<path fill="${color}" fill-rule="evenodd" d="${path}"/>`;
  });
  return `<g${faint(artist)}>${drawn.join('')}</g>`;
}

/** @type {Record<Artist['kind'], (artist: Artist, room: Room) => string>} */
const drawers = {
  line: lineOf,
  scatter: scatterOf,
  bars: barsOf,
  fill: fillOf,
  polygon: fillOf,
  image: imageOf,
  rule: ruleOf,
  span: spanOf,
  text: textOf,
  regions: regionsOf,
};

/** One thing, with its name for who points at it. @param {Artist} artist @param {Room} room */
export function artistOf(artist, room) {
  const name = artist.label && !artist.label.startsWith('_') ? `<title>${escaped(artist.label)}</title>` : '';
  const drawn = drawers[artist.kind](artist, room);
  return name ? `<g>${name}${drawn}</g>` : drawn;
}
