// A figure as SVG text: axes with ticks and names in the page's ink, so that light and dark pages show it alike.
import { logTicks, tickLabels } from '../model/ticks.js';
import { artistOf, at } from './artists.js';
import { kInch, kPoint, kText, kTitle, laidOut } from './layout.js';
import { legendOf } from './legend.js';
import { content, escaped, plain, widthOf } from './text.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/figure.js').Figure} Figure
 * @typedef {import('./layout.js').Box} Box
 */

const kTick = 3.5 * kPoint;
let made = 0;

/** @param {'linear' | 'log'} scale @param {[number, number]} limits @param {number} from @param {number} to in pixels */
function scaleOf(scale, [low, high], from, to) {
  const own = scale === 'log' ? Math.log10 : (/** @type {number} */ value) => value;
  const [a, b] = [own(low), own(high)];
  return (/** @type {number} */ value) => from + ((own(value) - a) / (b - a || 1)) * (to - from);
}

/** Powers of ten with their exponents raised. @param {number} tick */
const powerName = (tick) => `$10^{${Math.round(Math.log10(tick))}}$`;

/** Ticks of a direction and what is written there. @param {Axes} axes @param {'x' | 'y'} name @param {number} length in pixels */
function ticksOf(axes, name, length) {
  const direction = axes[name];
  const limits = axes.limitsOf(name);
  const most = Math.max(1, Math.floor(length / (kText * (name === 'x' ? 3 : 2))));
  const ticks = axes.ticksOf(name, limits, most);
  const isLog = direction.scale === 'log' && !direction.ticks;
  if (direction.tickTexts) return { ticks, labels: direction.tickTexts, multiplier: '', limits };
  if (direction.categories.length > 0 && !direction.ticks)
    return { ticks, labels: direction.categories, multiplier: '', limits };
  if (isLog) return { ticks, labels: ticks.map(powerName), multiplier: '', limits };
  return { ticks, ...tickLabels(ticks, limits[0], limits[1]), limits };
}

/** Short ticks between powers of ten. @param {Axes} axes @param {'x' | 'y'} name @param {[number, number]} limits */
function between(axes, name, limits) {
  if (axes[name].scale !== 'log') return [];
  const [from, to] = [Math.min(...limits), Math.max(...limits)];
  if (Math.log10(to / from) > 10) return [];
  return logTicks(from / 10, to)
    .flatMap((power) => [2, 3, 4, 5, 6, 7, 8, 9].map((times) => times * power))
    .filter((tick) => tick >= from && tick <= to);
}

/** The edges of axes, where they are seen and where a program moved them. @param {Axes} axes @param {Box} box @param {(value: number) => number} x @param {(value: number) => number} y */
function edgesOf({ spines }, box, x, y) {
  const placed = (/** @type {string} */ edge) => {
    const { position } = spines[edge];
    const isAcross = edge === 'top' || edge === 'bottom';
    const usual = box[/** @type {keyof Box} */ (edge)];
    if (position === 'zero') return (isAcross ? y : x)(0);
    if (position === 'center') return isAcross ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
    if (Array.isArray(position) && position[0] === 'data') return (isAcross ? y : x)(position[1]);
    return usual;
  };
  const lines = Object.entries(spines).map(([edge, { isVisible, color }]) => {
    if (!isVisible) return '';
    const place = at(placed(edge));
    const isAcross = edge === 'top' || edge === 'bottom';
    const d = isAcross ? `M${at(box.left)} ${place}H${at(box.right)}` : `M${place} ${at(box.top)}V${at(box.bottom)}`;
    return `<path${color ? ` stroke="${color}"` : ''} d="${d}"/>`;
  });
  return { lines: lines.join(''), left: placed('left'), bottom: placed('bottom') };
}

/** One pair of axes with all that is in it. @param {Axes} axes @param {Box} box @param {string} id */
function axesOf(axes, box, id) {
  const [xs, ys] = [ticksOf(axes, 'x', box.right - box.left), ticksOf(axes, 'y', box.bottom - box.top)];
  const x = scaleOf(axes.x.scale, xs.limits, box.left, box.right);
  const y = scaleOf(axes.y.scale, ys.limits, box.bottom, box.top);
  const room = { x, y, box };
  const drawn = [...axes.artists].sort((a, b) => a.order - b.order);
  const inside = drawn
    .filter(({ kind, more }) => kind !== 'text' || more.isClipped)
    .map((artist) => artistOf(artist, room));
  const above = drawn
    .filter(({ kind, more }) => kind === 'text' && !more.isClipped)
    .map((artist) => artistOf(artist, room));
  const clip = `<clipPath id="${id}"><rect x="${at(box.left)}" y="${at(box.top)}" width="${at(box.right - box.left)}" height="${at(box.bottom - box.top)}"/></clipPath>`;
  const face = axes.face
    ? `<rect x="${at(box.left)}" y="${at(box.top)}" width="${at(box.right - box.left)}" height="${at(box.bottom - box.top)}" fill="${axes.face}"/>`
    : '';
  const body = `${clip}<g clip-path="url(#${id})">${inside.join('')}</g>${above.join('')}`;
  const frame = axes.isOff ? '' : frameOf(axes, box, { xs, ys, x, y });
  return `<g class="axes">${face}${axes.isOff ? '' : gridOf(axes, box, { xs, ys, x, y })}${body}${frame}${titleOf(axes, box)}${legendOf(axes, room)}</g>`;
}

/** @param {Axes} axes @param {Box} box @param {any} ticks */
function gridOf({ grid }, box, { xs, ys, x, y }) {
  if (!grid) return '';
  const color = grid.color ?? 'currentColor';
  const faint = grid.color ? grid.alpha : 0.18 * grid.alpha;
  const across =
    grid.axis === 'x'
      ? ''
      : ys.ticks.map((/** @type {number} */ tick) => `M${at(box.left)} ${at(y(tick))}H${at(box.right)}`).join('');
  const up =
    grid.axis === 'y'
      ? ''
      : xs.ticks.map((/** @type {number} */ tick) => `M${at(x(tick))} ${at(box.top)}V${at(box.bottom)}`).join('');
  const dash = grid.style === '--' ? ' stroke-dasharray="4 2"' : grid.style === ':' ? ' stroke-dasharray="1 2"' : '';
  return `<path class="grid" fill="none" stroke="${color}" stroke-opacity="${faint}"${dash} d="${across}${up}"/>`;
}

/** Edges, ticks, what is written at them, the names of the axes. @param {Axes} axes @param {Box} box @param {any} ticks */
function frameOf(axes, box, { xs, ys, x, y }) {
  const { lines, left, bottom } = edgesOf(axes, box, x, y);
  const inBox = (/** @type {number} */ pixel, /** @type {number} */ a, /** @type {number} */ b) =>
    pixel >= Math.min(a, b) - 0.5 && pixel <= Math.max(a, b) + 0.5;
  const [onX, onY] = [
    (/** @type {number} */ tick) => inBox(x(tick), box.left, box.right),
    (/** @type {number} */ tick) => inBox(y(tick), box.top, box.bottom),
  ];
  const barRight = axes.place.beside ? box.right : null;
  const yAt = barRight ?? left;
  const away = barRight === null ? -1 : 1;
  const marksX = axes.place.beside
    ? ''
    : xs.ticks
        .filter(onX)
        .map((/** @type {number} */ tick) => `M${at(x(tick))} ${at(bottom)}v${at(kTick)}`)
        .join('') +
      between(axes, 'x', xs.limits)
        .map((tick) => `M${at(x(tick))} ${at(bottom)}v${at(kTick * 0.6)}`)
        .join('');
  const marksY =
    ys.ticks
      .filter(onY)
      .map((/** @type {number} */ tick) => `M${at(yAt)} ${at(y(tick))}h${at(away * kTick)}`)
      .join('') +
    between(axes, 'y', ys.limits)
      .map((tick) => `M${at(yAt)} ${at(y(tick))}h${at(away * kTick * 0.6)}`)
      .join('');
  const text = (
    /** @type {number} */ px,
    /** @type {number} */ py,
    /** @type {string} */ anchor,
    /** @type {string} */ words,
    turn = '',
  ) =>
    `<text x="${at(px)}" y="${at(py)}" text-anchor="${anchor}" font-size="${at(kText)}"${turn}>${content(words, kText)}</text>`;
  const below = bottom + kTick + kText * 1.1;
  const namesX = axes.place.beside
    ? ''
    : xs.ticks
        .map((/** @type {number} */ tick, /** @type {number} */ i) =>
          onX(tick) ? text(x(tick), below, 'middle', xs.labels[i] ?? '') : '',
        )
        .join('');
  const namesY = ys.ticks
    .map((/** @type {number} */ tick, /** @type {number} */ i) =>
      onY(tick)
        ? text(
            yAt + away * (kTick + 4),
            y(tick) + kText * 0.35,
            barRight === null ? 'end' : 'start',
            ys.labels[i] ?? '',
          )
        : '',
    )
    .join('');
  const widest = Math.max(0, ...ys.labels.map((/** @type {string} */ label) => widthOf(label, kText)));
  const middle = at((box.top + box.bottom) / 2);
  const sideX = barRight === null ? box.left - kTick - 10 - widest : box.right + kTick + 16 + widest;
  const side = axes.y.label
    ? text(sideX, Number(middle), 'middle', axes.y.label, ` transform="rotate(-90 ${at(sideX)} ${middle})"`)
    : '';
  const under = axes.x.label
    ? text((box.left + box.right) / 2, box.bottom + kTick + kText * 2.5, 'middle', axes.x.label)
    : '';
  const times =
    (ys.multiplier ? text(box.left, box.top - 4, 'start', ys.multiplier) : '') +
    (xs.multiplier ? text(box.right, box.bottom + kTick + kText * 2.5, 'end', xs.multiplier) : '');
  return `<g class="frame" fill="none" stroke="currentColor" stroke-width="1.1">${lines}<path d="${marksX}${marksY}"/></g><g fill="currentColor">${namesX}${namesY}${side}${under}${times}</g>`;
}

/** @param {Axes} axes @param {Box} box */
function titleOf({ title }, box) {
  const lines = title.split('\n');
  const first = box.top - 6 * kPoint - (lines.length - 1) * kTitle * 1.2;
  return lines
    .map((line, i) =>
      line
        ? `<text class="title" x="${at((box.left + box.right) / 2)}" y="${at(first + i * kTitle * 1.2)}" text-anchor="middle" font-size="${at(kTitle)}" fill="currentColor">${content(line, kTitle)}</text>`
        : '',
    )
    .join('');
}

/** The names of everything in a figure, for those who do not see it. @param {Figure} figure */
export function describe(figure) {
  const parts = figure.axes
    .filter(({ place }) => !place.beside)
    .map(({ title, x, y, artists }) => {
      const names = artists.map(({ label }) => label).filter((label) => label && !label.startsWith('_'));
      const axes = [x.label && `x: ${x.label}`, y.label && `y: ${y.label}`].filter(Boolean).join(', ');
      return [title, axes, names.join(', ')].filter(Boolean).map(plain).join('; ');
    });
  return [plain(figure.suptitle), ...parts].filter(Boolean).join('. ') || `Figure ${figure.number}`;
}

/** @param {Figure} figure @returns {string} */
export function svgOf(figure) {
  const [width, height] = figure.size.map((inches) => Math.round(inches * kInch));
  const texts = (/** @type {Axes} */ axes) => ticksOf(axes, 'y', height / 2).labels.map(plain);
  const own = ++made;
  const body = laidOut(figure, texts).map(({ axes, box }, i) => axesOf(axes, box, `torchlet-plot-${own}-${i}`));
  const title = figure.suptitle
    ? `<text class="suptitle" x="${width / 2}" y="${at(kTitle * 1.5)}" text-anchor="middle" font-size="${at(kTitle)}" fill="currentColor">${content(figure.suptitle, kTitle)}</text>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(describe(figure))}" font-family="system-ui, 'DejaVu Sans', sans-serif">${title}${body.join('')}</svg>`;
}
