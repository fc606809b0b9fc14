// The legend: what each line and mark is, in the corner where least is drawn.
import { isNamed } from '../model/legend.js';
import { dashed } from './artists.js';
import { marks } from './marks.js';
import { kPoint, kText } from './measures.js';
import { at, content, reaches, widthOf } from './text.js';

/**
 * @typedef {import('../model/legend.js').Legend} Legend
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {import('./artists.js').Room} Room
 */

/** matplotlib's places by their numbers; 0 is the best. */
export const places =
  'best,upper right,upper left,lower left,lower right,right,center left,center right,lower center,upper center,center'.split(
    ',',
  );
/** Of a line so many points are asked whether the legend would cover them. */
const kAsked = 300;
const kInset = 0.5;

/** @param {string} place @param {Room['box']} box @param {number} width @param {number} height @param {number} gap */
function corner(place, box, width, height, gap) {
  const x = place.includes('left')
    ? box.left + gap
    : place.includes('right')
      ? box.right - gap - width
      : (box.left + box.right - width) / 2;
  const y = place.includes('upper')
    ? box.top + gap
    : place.includes('lower')
      ? box.bottom - gap - height
      : (box.top + box.bottom - height) / 2;
  return { x, y };
}

/** How many points of what is drawn stand in a rectangle. @param {Artist[]} artists @param {Room} room @param {{ x: number, y: number }} from @param {number} width @param {number} height */
function covered(artists, room, from, width, height) {
  let count = 0;
  for (const { kind, xs = [], ys = [], more } of artists) {
    if (kind === 'rule') {
      const place = (more.along === 'x' ? room.y : room.x)(more.at);
      const [near, far] = more.along === 'x' ? [from.y, from.y + height] : [from.x, from.x + width];
      if (place >= near && place <= far) count++;
    }
    if (kind === 'rule' || kind === 'text' || kind === 'image' || kind === 'regions') continue;
    if (kind === 'bars') count += overlapped(more.rects, room, from, width, height);
    const stride = Math.max(1, Math.floor(xs.length / kAsked));
    for (let i = 0; i < xs.length; i += stride) {
      const [px, py] = [room.x(xs[i]), room.y(ys[i])];
      if (px >= from.x && px <= from.x + width && py >= from.y && py <= from.y + height) count++;
    }
  }
  return count;
}

/** How many bars reach into a rectangle. @param {number[][]} rects @param {Room} room @param {{ x: number, y: number }} from @param {number} width @param {number} height */
const overlapped = (rects, { x, y }, from, width, height) =>
  rects.filter(([x0, x1, y0, y1]) => {
    const [left, right] = [x(x0), x(x1)].sort((a, b) => a - b);
    const [top, bottom] = [y(y0), y(y1)].sort((a, b) => a - b);
    return left < from.x + width && right > from.x && top < from.y + height && bottom > from.y;
  }).length;

/** How marks of lines and points look in a legend. @param {Artist} artist @param {number} size */
function markLook({ kind, color, more }, size) {
  if (kind === 'scatter')
    return {
      marker: more.marker,
      size: Math.min(1.2 * size, Math.sqrt(more.sizes[0]) * kPoint),
      color: more.colors?.[0] ?? color,
      edge: more.edges?.[0] ?? more.edge,
      width: more.width,
    };
  return {
    marker: more.marker,
    size: more.markerSize * kPoint,
    color: more.markerColor ?? color,
    edge: more.markerEdge ?? color,
    width: more.markerEdgeWidth,
  };
}

const flat = (/** @type {number} */ value) => value;

/** What stands before a name: a piece of the line, a mark, a patch. @param {Artist} artist @param {number} x @param {number} y @param {number} size */
function sample(artist, x, y, size) {
  const { kind, color, more = {}, alpha } = artist;
  const faint = alpha === 1 ? '' : ` opacity="${alpha}"`;
  const isLine = kind === 'line' || kind === 'rule' || kind === 'slope';
  if (isLine || kind === 'scatter') {
    const width = more.width * kPoint;
    const line =
      isLine && more.style !== 'none'
        ? `<path stroke="${color}" stroke-width="${at(width)}"${dashed(more.style, width)} d="M${at(x)} ${at(y)}H${at(x + 2 * size)}"/>`
        : '';
    const mark = more.marker ? marks([x + size], [y], { x: flat, y: flat }, markLook(artist, size)) : '';
    return `<g${faint}>${line}${mark}</g>`;
  }
  const edge = more.edge ? ` stroke="${more.edge}" stroke-width="${at((more.width ?? 1) * kPoint)}"` : '';
  const own = more.own?.[0]?.color ?? (kind === 'bars' ? more.colors?.[0] : undefined) ?? color;
  return `<rect${faint} x="${at(x)}" y="${at(y - size * 0.35)}" width="${at(2 * size)}" height="${at(size * 0.7)}" fill="${more.isHollow ? 'none' : own}"${edge}/>`;
}

/** Where it stands. @param {Legend} legend @param {Artist[]} artists @param {Room} room @param {number} width @param {number} height @param {number} size */
function placeOf({ place, anchor }, artists, room, width, height, size) {
  const gap = kInset * size;
  const { left, right, top, bottom } = room.box;
  if (Array.isArray(place))
    return { x: left + place[0] * (right - left), y: bottom - place[1] * (bottom - top) - height };
  const wanted = typeof place === 'number' ? (places[place] ?? 'best') : place === 'right' ? 'center right' : place;
  const [ax, ay, aw = 0, ah = 0] = anchor ?? [0, 0, 1, 1];
  const box = {
    left: left + ax * (right - left),
    right: left + (ax + aw) * (right - left),
    top: bottom - (ay + ah) * (bottom - top),
    bottom: bottom - ay * (bottom - top),
  };
  const tried = wanted === 'best' ? places.slice(1).filter((one) => one !== 'right') : [wanted];
  return tried
    .map((one) => ({ ...corner(one, box, width, height, gap) }))
    .map((from) => ({ from, count: tried.length === 1 ? 0 : covered(artists, room, from, width, height) }))
    .reduce((a, b) => (b.count < a.count ? b : a)).from;
}

/** Names in columns, each as wide as its own. @param {{ artist: Artist, label: string }[]} entries @param {number} columns @param {number} size */
function columnsOf(entries, columns, size) {
  const count = Math.min(columns, entries.length);
  const [rows, longer] = [Math.floor(entries.length / count), entries.length % count];
  let from = 0;
  return Array.from({ length: count }, (_, i) => {
    const own = entries.slice(from, from + rows + (i < longer ? 1 : 0));
    from += own.length;
    return { own, width: 2.8 * size + Math.max(...own.map(({ label }) => widthOf(label, size))) };
  });
}

/** How high a name is. @param {string} label @param {number} size */
const lineOf = (label, size) => (0.35 + label.split('\n').length) * size;

/** The size of a legend and of its parts. @param {Legend} legend @param {{ artist: Artist, label: string }[]} entries */
function measured(legend, entries) {
  const size = legend.size ? legend.size * kPoint : kText;
  const titleSize = legend.titleSize ? legend.titleSize * kPoint : size;
  const columns = columnsOf(entries, legend.columns, size);
  const gap = 2 * size;
  const inner = columns.reduce((sum, { width }) => sum + width, 0) + gap * (columns.length - 1);
  const head = legend.title ? 1.35 * titleSize : 0;
  const longest = Math.max(...columns.map(({ own }) => own.reduce((sum, { label }) => sum + lineOf(label, size), 0)));
  return {
    size,
    titleSize,
    columns,
    gap,
    inner,
    head,
    width: Math.max(inner, legend.title ? widthOf(legend.title, titleSize) : 0) + 0.8 * size,
    height: head + longest + 0.45 * size,
  };
}

/** One name with what stands before it. @param {{ artist: Artist, label: string }} entry @param {number} x @param {number} y its middle @param {number} size */
function entryAt({ artist, label }, x, y, size) {
  const lines = label.split('\n');
  const words = lines.map(
    (one, i) =>
      `<text x="${at(x + 2.8 * size)}" y="${at(y + (i - (lines.length - 1) / 2) * size + size * 0.35)}" font-size="${at(size)}">${content(one, size)}</text>`,
  );
  return sample(artist, x, y, size) + words.join('');
}

/** @param {Legend} legend @param {Artist[]} artists @param {Room} room */
export function legendOf(legend, artists, room) {
  const named = artists.filter(isNamed);
  const entries = legend.entries ?? named.map((artist) => ({ artist, label: artist.label }));
  if (entries.length === 0) return '';
  const { size, titleSize, columns, gap, inner, head, width, height } = measured(legend, entries);
  const best = placeOf(legend, artists, room, width, height, size);
  reaches(best.x, best.y, best.x + width, best.y + height);
  let x = best.x + (width - inner) / 2;
  let drawn = '';
  for (const column of columns) {
    let y = best.y + size * 0.22 + head;
    for (const entry of column.own) {
      const high = lineOf(entry.label, size);
      drawn += entryAt(entry, x, y + high / 2, size);
      y += high;
    }
    x += column.width + gap;
  }
  const title = head
    ? `<text x="${at(best.x + width / 2)}" y="${at(best.y + size * 0.2 + titleSize)}" text-anchor="middle" font-size="${at(titleSize)}">${content(legend.title, titleSize)}</text>`
    : '';
  const frame = legend.hasFrame
    ? `<rect x="${at(best.x)}" y="${at(best.y)}" width="${at(width)}" height="${at(height)}" rx="3" fill="${legend.face ?? 'Canvas'}" fill-opacity="${legend.alpha}" stroke="${legend.edge ?? 'currentColor'}"${legend.edge ? '' : ' stroke-opacity="0.25"'}/>`
    : '';
  return `<g class="legend" fill="currentColor">${frame}${title}${drawn}</g>`;
}
