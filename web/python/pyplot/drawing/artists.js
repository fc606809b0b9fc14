// What is drawn in axes, as SVG: lines with marks, points, bars, regions, pictures, texts.
import { isNamed } from '../model/legend.js';
import { dashes } from '../model/line_format.js';
import { clamped, marks } from './marks.js';
import { kPoint } from './measures.js';
import { noteOf } from './notes.js';
import { at, escaped, textAt, widthOf } from './text.js';

/**
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {(value: number) => number} Scale
 * @typedef {{ x: Scale, y: Scale, box: import('./layout.js').Box, limits: { x: number[], y: number[] }, isOnColors: boolean }} Room isOnColors: whether texts stand on colours of their own
 */

/** @param {Artist} artist */
const faint = ({ alpha }) => (alpha === 1 ? '' : ` opacity="${alpha}"`);

/** A line's dashes. @param {string | number[]} style @param {number} width */
export const dashed = (style, width) => {
  const own = typeof style === 'string' ? (dashes[style] ?? []) : style;
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

/** @param {Artist} artist @param {Room} room */
export function lineOf(artist, room) {
  const { xs = [], ys = [], color, more } = artist;
  const { style, width, marker, markerSize, markerColor } = more;
  const own = width * kPoint;
  const drawn =
    style === 'none'
      ? ''
      : `<path fill="none" stroke="${color}" stroke-width="${at(own)}" stroke-linejoin="round"${dashed(style, own)} d="${pathOf(xs, ys, room)}"/>`;
  if (marker === '') return `<g${faint(artist)}>${drawn}</g>`;
  const [at0, every] = more.every;
  const chosen = xs
    .map((_, i) => i)
    .filter((i) => (Array.isArray(every) ? every.includes(i) : i >= at0 && (i - at0) % every === 0));
  const look = {
    marker,
    size: markerSize * kPoint,
    color: markerColor ?? color,
    edge: more.markerEdge ?? color,
    width: more.markerEdgeWidth,
  };
  return `<g${faint(artist)}>${drawn}${marks(
    chosen.map((i) => xs[i]),
    chosen.map((i) => ys[i]),
    room,
    look,
  )}</g>`;
}

/** @param {Artist} artist @param {Room} room */
function scatterOf(artist, room) {
  const { xs = [], ys = [], color, more } = artist;
  const { colors, sizes, edge, edges } = more;
  const sizeOf = (/** @type {number} */ area) => Math.sqrt(area) * kPoint;
  const look = { marker: more.marker, edge, width: more.width };
  // Each point is seen through, also where two lie over each other.
  const clear = artist.alpha === 1 ? '' : ` fill-opacity="${artist.alpha}" stroke-opacity="${artist.alpha}"`;
  if (colors === null && sizes.length === 1 && !edges)
    return `<g${clear}>${marks(xs, ys, room, { ...look, size: sizeOf(sizes[0]), color })}</g>`;
  const each = xs.map((x, i) =>
    marks([x], [ys[i]], room, {
      ...look,
      size: sizeOf(sizes[i % sizes.length]),
      color: colors?.[i % colors.length] ?? color,
      edge: edges?.[i % edges.length] ?? edge,
    }),
  );
  return `<g${clear}>${each.join('')}</g>`;
}

/** @param {Artist} artist @param {Room} room */
function barsOf(artist, { x, y }) {
  const { color, more } = artist;
  const stroke = more.edge
    ? ` stroke="${more.edge}" stroke-width="${at(more.width * kPoint)}"${dashed(more.style ?? '-', more.width * kPoint)}`
    : '';
  const rectOf = (/** @type {number[]} */ [x0, x1, y0, y1], /** @type {number} */ i) => {
    const [left, right] = [x(x0), x(x1)].map(onLog).sort((a, b) => a - b);
    const [top, bottom] = [y(y0), y(y1)].map(onLog).sort((a, b) => a - b);
    if (![left, right, top, bottom].every((one) => !Number.isNaN(one))) return '';
    const { color: ownColor, edge, alpha } = more.own[i] ?? {};
    const fill = ownColor ?? more.colors?.[i % more.colors.length];
    const facts = `${fill ? ` fill="${fill}"` : ''}${edge ? ` stroke="${edge}"` : ''}${alpha === undefined ? '' : ` opacity="${alpha}"`}`;
    return `<rect x="${clamped(left)}" y="${clamped(top)}" width="${clamped(right - left)}" height="${clamped(bottom - top)}"${facts}/>`;
  };
  // Without edges no seam is seen between neighbours.
  const crisp = stroke === '' ? ' shape-rendering="crispEdges"' : '';
  return `<g${faint(artist)} fill="${more.isHollow ? 'none' : color}"${stroke}${crisp}>${more.rects.map(rectOf).join('')}</g>`;
}

/** Where a logarithmic scale has no place for 0: far beneath. @param {number} pixel */
const onLog = (pixel) => (Number.isFinite(pixel) ? pixel : Math.sign(pixel) * 1e4);

/** Between two lines, in as many pieces as there are gaps. @param {Artist} artist @param {Room} room */
function fillOf(artist, room) {
  const { color, more } = artist;
  const { pieces } = more;
  const path = pieces
    .map(
      (/** @type {{ xs: number[], ys: number[], isOpen?: boolean }} */ { xs, ys, isOpen }) =>
        `${pathOf(xs, ys, room)}${isOpen ? '' : 'z'}`,
    )
    .join('');
  const width = (more.width ?? 1) * kPoint;
  const edge = more.edge ? ` stroke="${more.edge}" stroke-width="${at(width)}"${dashed(more.style ?? '-', width)}` : '';
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

/** Cells between lines that stand anyhow. @param {Artist} artist @param {Room} room */
function meshOf(artist, { x, y }) {
  const { colors, across, up, edge } = artist.more;
  const [xs, ys] = [across.map(x), up.map(y)];
  const cells = colors.map((/** @type {string[]} */ row, /** @type {number} */ i) =>
    row.map((fill, j) => {
      const [left, right] = [xs[j], xs[j + 1]].sort((p, q) => p - q);
      const [top, bottom] = [ys[i], ys[i + 1]].sort((p, q) => p - q);
      const over = edge ? 0 : 0.5;
      return `<rect x="${clamped(left)}" y="${clamped(top)}" width="${clamped(right - left + over)}" height="${clamped(bottom - top + over)}" fill="${fill}"/>`;
    }),
  );
  return `<g${faint(artist)}${edge ? ` stroke="${edge}"` : ' shape-rendering="crispEdges"'}>${cells.flat().join('')}</g>`;
}

/** A straight line through two points, to the edges. @param {Artist} artist @param {Room} room */
function slopeOf(artist, { x, y, box }) {
  const { color, more } = artist;
  const [[x0, y0], [x1, y1]] = more.points.map((/** @type {number[]} */ [a, b]) => [x(a), y(b)]);
  const reach = box.right - box.left + box.bottom - box.top;
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [((x1 - x0) / length) * reach * 2, ((y1 - y0) / length) * reach * 2];
  const own = more.width * kPoint;
  return `<path${faint(artist)} fill="none" stroke="${color}" stroke-width="${at(own)}"${dashed(more.style, own)} d="M${clamped(x0 - dx)} ${clamped(y0 - dy)}L${clamped(x0 + dx)} ${clamped(y0 + dy)}"/>`;
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
  const edge = more.edge ? ` stroke="${more.edge}" stroke-width="${at(more.width * kPoint)}"` : '';
  return `<rect${faint(artist)} ${rect} fill="${color}"${edge}/>`;
}

/** Regions of a contour plot, one colour each. @param {Artist} artist @param {Room} room */
function regionsOf(artist, { x, y, isOnColors }) {
  const drawn = artist.more.regions.map((/** @type {any} */ { rings, color, isLine, width, style }) => {
    const path = rings
      .map(
        (/** @type {[number, number][]} */ ring) =>
          `M${ring.map(([a, b]) => `${clamped(x(a))} ${clamped(y(b))}`).join('L')}${isLine ? '' : 'z'}`,
      )
      .join('');
    return isLine
      ? `<path fill="none" stroke="${color}" stroke-width="${at(width * kPoint)}"${dashed(style, width * kPoint)} d="${path}"/>`
      : `<path fill="${color}" fill-rule="evenodd" d="${path}"/>`;
  });
  const labels = artist.more.labels ?? [];
  return `<g${faint(artist)}>${drawn.join('')}${labels.map((/** @type {any} */ one) => labelAt(one, x, y, isOnColors)).join('')}</g>`;
}

/** What is written at a contour, with a gap in the line behind it. @param {any} label @param {Scale} x @param {Scale} y @param {boolean} isOnColors */
function labelAt({ text, place, size, color }, x, y, isOnColors) {
  const [px, py] = [x(place[0]), y(place[1])];
  const half = widthOf(text, size * kPoint) / 2;
  const gap = `<rect x="${at(px - half)}" y="${at(py - size * 0.7)}" width="${at(2 * half)}" height="${at(size * 1.4)}" fill="Canvas"/>`;
  return (
    (isOnColors ? '' : gap) +
    textAt(text, px, py, { size: size * kPoint, color, horizontal: 'center', vertical: 'center' })
  );
}

/** @type {Record<Artist['kind'], (artist: Artist, room: Room) => string>} */
const drawers = {
  line: lineOf,
  scatter: scatterOf,
  bars: barsOf,
  fill: fillOf,
  polygon: fillOf,
  image: imageOf,
  mesh: meshOf,
  slope: slopeOf,
  rule: ruleOf,
  span: spanOf,
  text: noteOf,
  regions: regionsOf,
};

/** One thing, with its name for who points at it. @param {Artist} artist @param {Room} room */
export function artistOf(artist, room) {
  if (artist.isHidden) return '';
  const name = isNamed(artist) ? `<title>${escaped(artist.label)}</title>` : '';
  const drawn = drawers[artist.kind](artist, room);
  return name ? `<g>${name}${drawn}</g>` : drawn;
}
