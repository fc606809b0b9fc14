// What stands around a plot: grid, edges, ticks with their names, titles, the names of axes.
import { dashed } from './artists.js';
import { kPoint, kText, kTitlePad } from './measures.js';
import { at, reaches, sizeOfText, textAt } from './text.js';
import { labelDepth, namesAt, tickLength, ticksOf } from './ticks.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('./layout.js').Box} Box
 * @typedef {import('./ticks.js').Ticks} Ticks
 * @typedef {(value: number) => number} Scale
 * @typedef {{ axes: Axes, box: Box, ticks: { x: Ticks, y: Ticks }, x: Scale, y: Scale }} Plan of axes: where all stands
 */

const kFrame = 0.8 * kPoint;

/** Whether a tick is within its axis, half a pixel over. @param {Plan} plan @param {'x' | 'y'} name */
const within = ({ box, x, y }, name) => {
  const [from, to] = name === 'x' ? [box.left, box.right] : [box.top, box.bottom];
  const scale = name === 'x' ? x : y;
  return (/** @type {number} */ tick) => scale(tick) >= from - 0.5 && scale(tick) <= to + 0.5;
};

/** @param {Plan} plan */
export function gridOf(plan) {
  const { axes, box, ticks, x, y } = plan;
  return axes.grids
    .map(({ axis, isMinor, alpha, style, width, color }) => {
      const lines = (/** @type {'x' | 'y'} */ name) =>
        axis !== 'both' && axis !== name
          ? ''
          : ticks[name][isMinor ? 'minor' : 'ticks']
              .filter(within(plan, name))
              .map((tick) =>
                name === 'x'
                  ? `M${at(x(tick))} ${at(box.top)}V${at(box.bottom)}`
                  : `M${at(box.left)} ${at(y(tick))}H${at(box.right)}`,
              )
              .join('');
      // matplotlib's grey #b0b0b0 on white, as the page's ink.
      const faint = color ? alpha : 0.28 * alpha;
      return `<path class="grid" fill="none" stroke="${color ?? 'currentColor'}" stroke-opacity="${at(faint * 100)}%" stroke-width="${at(width * kPoint)}"${dashed(style, width * kPoint)} d="${lines('y')}${lines('x')}"/>`;
    })
    .join('');
}

/** The edges of axes, where they are seen and where a program moved them. @param {Plan} plan */
function edgesOf({ axes, box, x, y }) {
  const placed = (/** @type {string} */ edge) => {
    const { position } = axes.spines[edge];
    const isAcross = edge === 'top' || edge === 'bottom';
    const usual = box[/** @type {keyof Box} */ (edge)];
    const kind = Array.isArray(position) ? position[0] : position;
    const share = kind === 'center' ? 0.5 : kind === 'axes' ? position[1] : null;
    if (kind === 'zero' || kind === 'data') return (isAcross ? y : x)(kind === 'zero' ? 0 : position[1]);
    if (kind === 'outward') return usual + position[1] * kPoint * (edge === 'left' || edge === 'top' ? -1 : 1);
    if (share !== null)
      return isAcross ? box.bottom - (box.bottom - box.top) * share : box.left + (box.right - box.left) * share;
    return usual;
  };
  const lines = Object.entries(axes.spines).map(([edge, { isVisible, color, width, style }]) => {
    if (!isVisible || axes.isFrameless) return '';
    const place = at(placed(edge));
    const isAcross = edge === 'top' || edge === 'bottom';
    const d = isAcross ? `M${at(box.left)} ${place}H${at(box.right)}` : `M${place} ${at(box.top)}V${at(box.bottom)}`;
    const own = width === undefined ? '' : ` stroke-width="${at(width * kPoint)}"`;
    return `<path${color ? ` stroke="${color}"` : ''}${own}${dashed(style ?? '-', width ?? 1)} d="${d}"/>`;
  });
  return { lines: lines.join(''), placed };
}

/** Whether a side's ticks point to more pixels or to fewer. @param {Axes['x']} direction */
const outwardOf = ({ side }) => (side === 'top' || side === 'left' ? -1 : 1);

/** The marks of ticks, as a path. @param {Plan} plan @param {'x' | 'y'} name @param {number} edge where they stand */
function marksOn(plan, name, edge) {
  const { axes, ticks, x, y } = plan;
  const direction = axes[name];
  const outward = outwardOf(direction);
  const all = (/** @type {number[]} */ places, /** @type {boolean} */ isMinor) => {
    const length = tickLength(direction, isMinor);
    const [from, to] = [at(edge - outward * length.in), at(outward * (length.out + length.in))];
    return places
      .filter(within(plan, name))
      .map((tick) => (name === 'x' ? `M${at(x(tick))} ${from}v${to}` : `M${from} ${at(y(tick))}h${to}`))
      .join('');
  };
  const path = all(ticks[name].ticks, false) + all(ticks[name].minor, true);
  if (!direction.isMarked || !path) return '';
  return `<path${direction.tickColor ? ` stroke="${direction.tickColor}"` : ''} d="${path}"/>`;
}

/** The names of ticks. @param {Plan} plan @param {'x' | 'y'} name @param {number} edge where the ticks stand */
function namesOn(plan, name, edge) {
  const { axes, ticks: all, x, y } = plan;
  const direction = axes[name];
  if (!direction.isNamed) return '';
  const { ticks, minor, labels, minorLabels } = all[name];
  const outward = outwardOf(direction);
  const away = edge + outward * namesAt(direction);
  const isX = name === 'x';
  const usual = isX
    ? { horizontal: 'center', vertical: outward > 0 ? 'top' : 'bottom' }
    : { horizontal: outward > 0 ? 'left' : 'right', vertical: 'center' };
  const isIn = within(plan, name);
  const named = (/** @type {number} */ tick, label = '', own = {}) => {
    if (!label || !isIn(tick)) return '';
    const look = { ...direction.names, ...own };
    const [px, py] = isX ? [x(tick), away] : [away, y(tick)];
    return textAt(label, px, py, {
      ...look,
      size: sizeOf(look),
      horizontal: look.horizontal ?? usual.horizontal,
      vertical: usual.vertical,
    });
  };
  return [
    ...ticks.map((tick, i) => named(tick, labels[i], direction.ownNames.get(i))),
    ...minor.map((tick, i) => named(tick, minorLabels[i])),
  ].join('');
}

/** The ticks of a direction with their names. @param {Plan} plan @param {'x' | 'y'} name @param {number} edge where they stand */
const ticksOn = (plan, name, edge) =>
  plan.axes[name].isHidden
    ? { marks: '', names: '' }
    : { marks: marksOn(plan, name, edge), names: namesOn(plan, name, edge) };

/** In pixels. @param {{ size: number | null }} writing */
const sizeOf = ({ size }) => (size ? size * kPoint : kText);

/** By what the ticks of a direction are multiplied, at its end. @param {Plan} plan @param {'x' | 'y'} name @param {number} near from the edge to where their names end */
function multiplierOf({ axes, box, ticks }, name, near) {
  const { multiplier } = ticks[name];
  if (!multiplier) return '';
  const { side } = axes[name];
  const outward = outwardOf(axes[name]);
  if (name === 'y')
    return textAt(multiplier, side === 'left' ? box.left : box.right, box.top - 4, { size: kText, horizontal: side });
  return textAt(multiplier, box.right, box[side] + outward * (near + 3), {
    size: kText,
    horizontal: 'right',
    vertical: outward > 0 ? 'top' : 'bottom',
  });
}

/** The name of a direction, and by what its ticks are multiplied. @param {Plan} plan @param {'x' | 'y'} name */
function labelOf(plan, name) {
  const { axes, box, ticks } = plan;
  const { label, side } = axes[name];
  const { near, far } = labelDepth(axes, name, ticks[name]);
  const times = multiplierOf(plan, name, near);
  if (label.text === '' || !label.isVisible) return times;
  const look = { ...label, size: sizeOf(label), horizontal: 'center', vertical: 'center' };
  const across = box[side] + (outwardOf(axes[name]) * (near + far)) / 2;
  if (name === 'y')
    return times + textAt(label.text, across, (box.top + box.bottom) / 2, { ...look, rotation: label.rotation ?? 90 });
  const { horizontal } = label;
  const share = horizontal === 'left' ? 0 : horizontal === 'right' ? 1 : 0.5;
  const along = box.left + (box.right - box.left) * share;
  return times + textAt(label.text, along, across, { ...look, horizontal: horizontal ?? 'center' });
}

/** Edges, ticks, what is written at them, the names of the axes. @param {Plan} plan */
export function frameOf(plan) {
  const { lines, placed } = edgesOf(plan);
  const [x, y] = /** @type {const} */ (['x', 'y']).map((name) => ticksOn(plan, name, placed(plan.axes[name].side)));
  const { left, right, top, bottom } = plan.box;
  reaches(left - 2, top - 2, right + 2, bottom + 2);
  return `<g class="frame" fill="none" stroke="currentColor" stroke-width="${at(kFrame)}">${lines}${x.marks}${y.marks}</g><g>${x.names}${y.names}${labelOf(plan, 'x')}${labelOf(plan, 'y')}</g>`;
}

/** The titles of axes, above what is above them. @param {Plan} plan */
export function titlesOf({ axes, box, ticks }) {
  const above = axes.figure.axes.filter(({ place, x }) => place === axes.place && x.side === 'top');
  const taken = Math.max(
    0,
    ...above.map((one) => labelDepth(one, 'x', ticksOf(one, 'x', box.right - box.left)).far),
    ticks.y.multiplier && axes.titles.left.text ? kText * 1.2 : 0,
  );
  const shares = { left: 0, center: 0.5, right: 1 };
  return Object.entries(axes.titles)
    .map(([key, title]) => {
      const size = (title.size ?? 12) * kPoint;
      const y = box.top - taken - (title.pad ?? kTitlePad) * kPoint;
      const x = box.left + (box.right - box.left) * shares[/** @type {'left'} */ (key)];
      const vertical = sizeOfText(title.text, size).h > size * 1.5 ? 'bottom' : 'baseline';
      return title.isVisible
        ? textAt(title.text, x, y, { ...title, size, role: 'title', horizontal: title.horizontal ?? key, vertical })
        : '';
    })
    .join('');
}
