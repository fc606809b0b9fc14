// The legend: what each line and mark is, in the corner where least is drawn.
import { at, dashed, marks } from './artists.js';
import { kPoint, kText } from './layout.js';
import { content, widthOf } from './text.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {import('./artists.js').Room} Room
 */

/** matplotlib's places by their numbers; 0 is the best. */
const places = [
  'best',
  'upper right',
  'upper left',
  'lower left',
  'lower right',
  'right',
  'center left',
  'center right',
  'lower center',
  'upper center',
  'center',
];
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
  for (const { kind, xs = [], ys = [] } of artists) {
    if (kind === 'rule' || kind === 'text') continue;
    const stride = Math.max(1, Math.floor(xs.length / kAsked));
    for (let i = 0; i < xs.length; i += stride) {
      const [px, py] = [room.x(xs[i]), room.y(ys[i])];
      if (px >= from.x && px <= from.x + width && py >= from.y && py <= from.y + height) count++;
    }
  }
  return count;
}

/** What stands before a name: a piece of the line, a mark, a patch. @param {Artist} artist @param {number} x @param {number} y @param {number} size */
function sample(artist, x, y, size) {
  const { kind, color, more, alpha } = artist;
  const flat = (/** @type {number} */ value) => value;
  const room = { x: flat, y: flat, box: { left: 0, right: 0, top: 0, bottom: 0 } };
  const faint = alpha === 1 ? '' : ` opacity="${alpha}"`;
  if (kind === 'line' || kind === 'rule') {
    const width = more.width * kPoint;
    const line =
      more.style === 'none'
        ? ''
        : `<path stroke="${color}" stroke-width="${at(width)}"${dashed(more.style, width)} d="M${at(x)} ${at(y)}H${at(x + 2 * size)}"/>`;
    const dot = more.marker
      ? marks([x + size], [y], room, {
          marker: more.marker,
          size: more.markerSize * kPoint,
          color: more.markerColor ?? color,
        })
      : '';
    return `<g${faint}>${line}${dot}</g>`;
  }
  if (kind === 'scatter')
    return `<g${faint}>${marks([x + size], [y], room, { marker: more.marker, size: Math.min(size, Math.sqrt(more.sizes[0]) * kPoint), color: more.colors?.[0] ?? color })}</g>`;
  return `<rect${faint} x="${at(x)}" y="${at(y - size * 0.35)}" width="${at(2 * size)}" height="${at(size * 0.7)}" fill="${more?.colors?.[0] ?? color}"/>`;
}

/** @param {Axes} axes @param {Room} room */
export function legendOf(axes, room) {
  const { legend, artists } = axes;
  if (!legend) return '';
  const named = artists.filter(({ label }) => label && !label.startsWith('_'));
  const entries = legend.labels
    ? artists
        .filter(({ kind }) => kind !== 'text')
        .slice(0, legend.labels.length)
        .map((artist, i) => ({ artist, label: /** @type {string[]} */ (legend.labels)[i] }))
    : named.map((artist) => ({ artist, label: artist.label }));
  if (entries.length === 0) return '';
  const size = legend.size ? legend.size * kPoint : kText;
  const line = size * 1.35;
  const title = legend.title ? 1 : 0;
  const width =
    3.4 * size +
    Math.max(...entries.map(({ label }) => widthOf(label, size)), title ? widthOf(legend.title, size) - 2.6 * size : 0);
  const height = (entries.length + title) * line + size * 0.4;
  const gap = kInset * kText;
  const wanted = typeof legend.place === 'number' ? (places[legend.place] ?? 'best') : legend.place;
  const tried = wanted === 'best' ? places.slice(1).filter((place) => place !== 'right') : [wanted];
  const best = tried
    .map((place) => ({ ...corner(place, room.box, width, height, gap) }))
    .map((from) => ({ from, count: covered(artists, room, from, width, height) }))
    .reduce((a, b) => (b.count < a.count ? b : a)).from;
  const rows = entries.map(({ artist, label }, i) => {
    const y = best.y + size * 0.2 + (i + title + 0.5) * line;
    return `${sample(artist, best.x + size * 0.4, y, size)}<text x="${at(best.x + 2.9 * size)}" y="${at(y + size * 0.35)}" font-size="${at(size)}">${content(label, size)}</text>`;
  });
  const head = title
    ? `<text x="${at(best.x + width / 2)}" y="${at(best.y + size * 0.2 + 0.85 * line)}" text-anchor="middle" font-size="${at(size)}">${content(legend.title, size)}</text>`
    : '';
  return `<g class="legend" fill="currentColor"><rect x="${at(best.x)}" y="${at(best.y)}" width="${at(width)}" height="${at(height)}" rx="3" fill="Canvas" fill-opacity="0.8" stroke="currentColor" stroke-opacity="0.25"/>${head}${rows.join('')}</g>`;
}
