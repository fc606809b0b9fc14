// Where each pair of axes stands in a figure, in pixels: matplotlib's margins, or as tight as the names allow.
import { kInch, kPoint, kText, kTitle, kTitlePad } from './measures.js';
import { sizeOfText } from './text.js';
import { depthOf, labelDepth, ticksOf } from './ticks.js';

/**
 * @typedef {import('../model/figure.js').Figure} Figure
 * @typedef {import('../model/figure.js').Place} Place
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ axes: Axes, box: Box }} Laid
 */

/** The distance between axes that are laid tightly, and from the figure's edges: matplotlib's pad, in texts. */
const kPad = 1.08 * kText;

/** The room of a title above its axes. @param {Axes} axes */
function titleRoom(axes) {
  const titles = Object.values(axes.titles).filter(({ text }) => text !== '');
  if (titles.length === 0) return 0;
  const high = titles.map(
    ({ text, size, pad }) => sizeOfText(text, (size ?? 12) * kPoint).height + (pad ?? kTitlePad) * kPoint,
  );
  return Math.max(...high);
}

/** The room around axes that their names take. @param {Axes} axes @param {number} width @param {number} height about their size */
function roomAround(axes, width, height) {
  const room = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const name of /** @type {const} */ (['x', 'y'])) {
    const ticks = ticksOf(axes, name, name === 'x' ? width : height);
    room[axes[name].side] = labelDepth(axes, name, ticks).far;
    if (name === 'y' && ticks.multiplier) room.top = Math.max(room.top, kText * 1.2);
    // A title stands above names that are above.
    if (axes[name].side === 'top') room.top = Math.max(room.top, depthOf(axes, name, ticks));
  }
  room.top += titleRoom(axes);
  return room;
}

/** The room around all that is at a place. @param {Figure} figure @param {Place} place @param {number} width @param {number} height */
function roomAt(figure, place, width, height) {
  const own = figure.axes.filter((axes) => axes.place === place && !axes.isHidden);
  const rooms = own.map((axes) => roomAround(axes, width, height));
  const bars = figure.axes.filter((axes) => axes.place.bar && own.includes(axes.place.bar.of[0]));
  for (const bar of bars) {
    const room = roomAround(bar, width, height);
    rooms.push({ left: 0, top: 0, right: room.right, bottom: 0 });
  }
  const most = (/** @type {keyof Box} */ side) => Math.max(0, ...rooms.map((room) => room[side]));
  return { left: most('left'), right: most('right'), top: most('top'), bottom: most('bottom') };
}

/** @param {Figure} figure @returns {Laid[]} */
export function laidOut(figure) {
  const [width, height] = figure.size.map((inches) => inches * kInch);
  const places = [...new Set(figure.axes.map(({ place }) => place))].filter((place) => !place.bar);
  const rooms = new Map(
    places.map((place) => [place, roomAt(figure, place, width / place.columns, height / place.rows)]),
  );
  const boxes = new Map(
    places.map((place) => [
      place,
      figure.isTight && !place.free ? tight(figure, place, rooms, width, height) : loose(figure, place, width, height),
    ]),
  );
  for (const { place } of figure.axes) if (place.bar) boxes.set(place, barBox(place.bar, boxes));
  return figure.axes.map((axes) => {
    const own = figure.axes.filter(({ place }) => place === axes.place);
    const hasBar = figure.axes.some(({ place }) => place.bar?.of.includes(axes));
    const box = /** @type {Box} */ (boxes.get(axes.place));
    return { axes, box: squared(own.find(({ aspect }) => aspect !== null) ?? axes, box, hasBar) };
  });
}

/** Takes room for a colour bar from the axes that it belongs to. @param {import('../model/figure.js').Bar} bar @param {Map<Place, Box>} boxes @returns {Box} */
function barBox({ of, isAcross, shrink, fraction, pad, aspect }, boxes) {
  const places = [...new Set(of.map(({ place }) => place))];
  const own = places.map((place) => /** @type {Box} */ (boxes.get(place)));
  const [left, top] = [Math.min(...own.map((box) => box.left)), Math.min(...own.map((box) => box.top))];
  const [right, bottom] = [Math.max(...own.map((box) => box.right)), Math.max(...own.map((box) => box.bottom))];
  const kept = 1 - fraction - pad;
  places.forEach((place, i) => {
    const box = own[i];
    const x = (/** @type {number} */ value) => (isAcross ? value : left + (value - left) * kept);
    const y = (/** @type {number} */ value) => (isAcross ? top + (value - top) * kept : value);
    boxes.set(place, { left: x(box.left), right: x(box.right), top: y(box.top), bottom: y(box.bottom) });
  });
  const [long, broad] = isAcross ? [right - left, bottom - top] : [bottom - top, right - left];
  // As broad as its share of the room, as long as that and its proportions allow.
  const thick = Math.min(broad * fraction, (long * shrink) / aspect);
  const half = (thick * aspect) / 2;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  if (isAcross) {
    const from = top + broad * (1 - fraction);
    return { left: cx - half, right: cx + half, top: from, bottom: from + thick };
  }
  const from = left + broad * (1 - fraction);
  return { left: from, right: from + thick, top: cy - half, bottom: cy + half };
}

/** The ends of parts of a stretch, in given proportions, with gaps. @param {number} from @param {number} to @param {number} count @param {number[] | null | undefined} ratios @param {number} gap in pixels */
function parts(from, to, count, ratios, gap) {
  const shares = ratios ?? Array(count).fill(1);
  const total = shares.reduce((a, b) => a + b, 0);
  const room = to - from - gap * (count - 1);
  let at = from;
  return shares.map((share) => {
    const end = at + (room * share) / total;
    const part = [at, end];
    at = end + gap;
    return part;
  });
}

/** The part of the rows and columns that a place has. @param {Place} place @param {number[][]} x the ends of columns @param {number[][]} y of rows @returns {Box} */
const partOf = ({ row, column }, x, y) => ({
  left: x[column[0]][0],
  right: x[column[1]][1],
  top: y[row[0]][0],
  bottom: y[row[1]][1],
});

/** By the figure's margins. @param {Figure} figure @param {Place} place @param {number} width @param {number} height @returns {Box} */
function loose(figure, place, width, height) {
  const { rows, columns, grid, free } = place;
  if (free) {
    const [left, bottom, w, h] = free;
    const [right, top] = [left + w, 1 - bottom - h];
    return { left: left * width, right: right * width, top: top * height, bottom: (1 - bottom) * height };
  }
  const { left, right, top, bottom, wspace, hspace } = { ...figure.margins, ...grid?.margins };
  // The gap is a share of the mean size of axes.
  const gap = (/** @type {number} */ room, /** @type {number} */ count, /** @type {number} */ space) =>
    (space * room) / (count + space * (count - 1));
  const [x0, x1, y0, y1] = [left * width, right * width, (1 - top) * height, (1 - bottom) * height];
  const x = parts(x0, x1, columns, grid?.widths, gap(x1 - x0, columns, wspace));
  const y = parts(y0, y1, rows, grid?.heights, gap(y1 - y0, rows, hspace));
  return partOf(place, x, y);
}

/** The room that a figure's own words take at its edges. @param {Figure} figure */
const wordsRoom = ({ suptitle, supxlabel, supylabel }) => ({
  above: suptitle.text ? (suptitle.size ?? 12) * kPoint * 1.2 + kTitle * 0.4 : 0,
  under: supxlabel.text ? kTitle * 1.4 : 0,
  beside: supylabel.text ? kTitle * 1.4 : 0,
});

/** So that no name is over another. @param {Figure} figure @param {Place} place @param {Map<Place, Box>} rooms @param {number} width @param {number} height @returns {Box} */
function tight(figure, place, rooms, width, height) {
  const { rows, columns, grid } = place;
  const like = [...rooms].filter(([one]) => !one.free && one.rows === rows && one.columns === columns);
  // How much room those that begin or end at a row or a column need at one of their sides.
  const need = (/** @type {keyof Box} */ side, /** @type {number} */ at) => {
    const isFirst = side === 'left' || side === 'top';
    const key = side === 'left' || side === 'right' ? 'column' : 'row';
    return Math.max(0, ...like.filter(([one]) => one[key][isFirst ? 0 : 1] === at).map(([, room]) => room[side]));
  };
  const gap = (/** @type {number} */ count, /** @type {keyof Box} */ before, /** @type {keyof Box} */ after) =>
    Math.max(0, ...Array.from({ length: count - 1 }, (_, i) => need(after, i) + need(before, i + 1) + kPad));
  const { above, under, beside } = wordsRoom(figure);
  const [x0, x1] = [kPad + beside + need('left', 0), width - kPad - need('right', columns - 1)];
  const [y0, y1] = [kPad + above + need('top', 0), height - kPad - under - need('bottom', rows - 1)];
  const x = parts(x0, x1, columns, grid?.widths, gap(columns, 'left', 'right'));
  const y = parts(y0, y1, rows, grid?.heights, gap(rows, 'top', 'bottom'));
  return partOf(place, x, y);
}

/** Axes whose units are as long on x as on y. @param {Axes} axes @param {Box} box @param {boolean} isAtBar @returns {Box} */
function squared(axes, box, isAtBar) {
  const { aspect } = axes;
  if (aspect === null || axes.isAspectOfData) return box;
  const [[x0, x1], [y0, y1]] = [axes.limitsOf('x'), axes.limitsOf('y')];
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const ratio = Math.abs((y1 - y0) / (x1 - x0)) * aspect;
  if (!Number.isFinite(ratio) || ratio === 0) return box;
  const [w, h] = width * ratio > height ? [height / ratio, height] : [width, width * ratio];
  const [cx, cy] = [isAtBar ? box.right - w / 2 : (box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return { left: cx - w / 2, right: cx + w / 2, top: cy - h / 2, bottom: cy + h / 2 };
}
