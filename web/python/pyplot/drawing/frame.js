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

/** The ticks of a direction with their names. @param {Plan} plan @param {'x' | 'y'} name @param {number} edge where they stand */
function ticksOn(plan, name, edge) {
  const { axes, ticks: all, x, y } = plan;
  const direction = axes[name];
  const { ticks, minor, labels, minorLabels } = all[name];
  if (direction.isHidden) return { marks: '', names: '' };
  const isX = name === 'x';
  const outward = direction.side === 'top' || direction.side === 'left' ? -1 : 1;
  const isIn = within(plan, name);
  const mark = (/** @type {number} */ tick, isMinor = false) => {
    const length = tickLength(direction, isMinor);
    const [from, to] = [at(edge - outward * length.in), at(outward * (length.out + length.in))];
    return isX ? `M${at(x(tick))} ${from}v${to}` : `M${from} ${at(y(tick))}h${to}`;
  };
  const path = `${ticks
    .filter(isIn)
    .map((tick) => mark(tick))
    .join('')}${minor
    .filter(isIn)
    .map((tick) => mark(tick, true))
    .join('')}`;
  const marks =
    direction.isMarked && path
      ? `<path${direction.tickColor ? ` stroke="${direction.tickColor}"` : ''} d="${path}"/>`
      : '';
  const away = edge + outward * namesAt(direction);
  const usual = isX
    ? { horizontal: 'center', vertical: outward > 0 ? 'top' : 'bottom' }
    : { horizontal: outward > 0 ? 'left' : 'right', vertical: 'center' };
  const named = (/** @type {number} */ tick, /** @type {string} */ label, /** @type {any} */ own) => {
    if (!label || !isIn(tick)) return '';
    const look = { ...direction.names, ...own };
    const size = look.size ? look.size * kPoint : kText;
    const [px, py] = isX ? [x(tick), away] : [away, y(tick)];
    return textAt(label, px, py, {
      ...look,
      size,
      horizontal: look.horizontal ?? usual.horizontal,
      vertical: usual.vertical,
    });
  };
  const names = direction.isNamed
    ? ticks.map((tick, i) => named(tick, labels[i] ?? '', direction.ownNames.get(i))).join('') +
      minor.map((tick, i) => named(tick, minorLabels[i] ?? '', {})).join('')
    : '';
  return { marks, names };
}

/** The name of a direction, and by what its ticks are multiplied. @param {Plan} plan @param {'x' | 'y'} name */
function labelOf({ axes, box, ticks }, name) {
  const direction = axes[name];
  const { label, side } = direction;
  const { near, far } = labelDepth(axes, name, ticks[name]);
  const size = label.size ? label.size * kPoint : kText;
  const outward = side === 'top' || side === 'left' ? -1 : 1;
  const edge = box[side];
  const { multiplier } = ticks[name];
  const isX = name === 'x';
  const times = !multiplier
    ? ''
    : isX
      ? textAt(multiplier, box.right, edge + outward * (near + 3), {
          size: kText,
          horizontal: 'right',
          vertical: outward > 0 ? 'top' : 'bottom',
        })
      : textAt(multiplier, side === 'left' ? box.left : box.right, box.top - 4, {
          size: kText,
          horizontal: side === 'left' ? 'left' : 'right',
        });
  if (label.text === '' || !label.isVisible) return times;
  const middle = { ...label, size, horizontal: 'center', vertical: 'center' };
  const across = edge + (outward * (near + far)) / 2;
  const { horizontal } = label;
  const share = horizontal === 'left' ? 0 : horizontal === 'right' ? 1 : 0.5;
  const own = isX
    ? textAt(label.text, box.left + (box.right - box.left) * share, across, {
        ...middle,
        size,
        horizontal: horizontal ?? 'center',
      })
    : textAt(label.text, across, (box.top + box.bottom) / 2, { ...middle, size, rotation: label.rotation ?? 90 });
  return times + own;
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
