// A figure as SVG text: axes with ticks and names in the page's ink, so that light and dark pages show it alike.
import { isNamed } from '../model/legend.js';
import { artistOf } from './artists.js';
import { plain } from './formula.js';
import { frameOf, gridOf, titlesOf } from './frame.js';
import { laidOut } from './layout.js';
import { legendOf } from './legend.js';
import { kInch, kPoint, kTitle } from './measures.js';
import { at, escaped, reach, startReach, textAt } from './text.js';
import { ticksOf } from './ticks.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/figure.js').Figure} Figure
 * @typedef {import('./layout.js').Box} Box
 */

let made = 0;
/** Room around what reaches over the figure's edges. */
const kOver = 4;

/** @param {'linear' | 'log'} scale @param {[number, number]} limits @param {number} from @param {number} to in pixels */
function scaleOf(scale, [low, high], from, to) {
  const own = scale === 'log' ? Math.log10 : (/** @type {number} */ value) => value;
  const [a, b] = [own(low), own(high)];
  return (/** @type {number} */ value) => from + ((own(value) - a) / (b - a || 1)) * (to - from);
}

/** Limits that give way to equal units: `axis('equal')`. @param {Axes} axes @param {Box} box */
function widened(axes, box) {
  const limits = { x: axes.limitsOf('x'), y: axes.limitsOf('y') };
  if (!axes.isAspectOfData || axes.aspect === null) return limits;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const [[x0, x1], [y0, y1]] = [limits.x, limits.y];
  const [perX, perY] = [Math.abs(x1 - x0) / width, (Math.abs(y1 - y0) * axes.aspect) / height];
  const [name, times] =
    perX < perY ? /** @type {const} */ (['x', perY / perX]) : /** @type {const} */ (['y', perX / perY]);
  const [a, b] = limits[name];
  const [middle, half] = [(a + b) / 2, ((b - a) / 2) * times];
  limits[name] = [middle - half, middle + half];
  return limits;
}

/** One pair of axes with all that is in it. @param {Axes} axes @param {Box} box @param {string} id */
function axesOf(axes, box, id) {
  if (axes.isHidden) return '';
  const limits = widened(axes, box);
  const ticks = {
    x: ticksOf(axes, 'x', box.right - box.left, limits.x),
    y: ticksOf(axes, 'y', box.bottom - box.top, limits.y),
  };
  const x = scaleOf(axes.x.shared.scale, limits.x, box.left, box.right);
  const y = scaleOf(axes.y.shared.scale, limits.y, box.bottom, box.top);
  const room = {
    x,
    y,
    box,
    limits,
    isOnColors: axes.artists.some(({ kind, more }) => kind === 'image' || kind === 'mesh' || more?.scaled?.isFilled),
  };
  const drawn = [...axes.artists].sort((a, b) => a.order - b.order);
  const isInside = (/** @type {import('../model/axes.js').Artist} */ { kind, more }) =>
    kind !== 'text' && !more?.isOver;
  const inside = drawn.filter(isInside);
  const kBetween = axes.isGridBelow ? Number.NEGATIVE_INFINITY : 1.5;
  const [under, over] = [
    inside.filter(({ order }) => order < kBetween),
    inside.filter(({ order }) => order >= kBetween),
  ].map((all) => all.map((artist) => artistOf(artist, room)).join(''));
  const above = drawn.filter((artist) => !isInside(artist)).map((artist) => artistOf(artist, room));
  const rect = `x="${at(box.left)}" y="${at(box.top)}" width="${at(box.right - box.left)}" height="${at(box.bottom - box.top)}"`;
  const face = axes.face && !axes.isOff ? `<rect ${rect} fill="${axes.face}"/>` : '';
  const plan = { axes, box, ticks, x, y };
  const [grid, frame] = axes.isOff ? ['', ''] : [gridOf(plan), frameOf(plan)];
  const body = `<clipPath id="${id}"><rect ${rect}/></clipPath><g clip-path="url(#${id})">${under}</g>${grid}<g clip-path="url(#${id})">${over}</g>`;
  const legends = [...axes.kept, axes.legend].map((legend) => (legend ? legendOf(legend, axes.artists, room) : ''));
  return `<g class="axes">${face}${body}${frame}${above.join('')}${titlesOf(plan)}${legends.join('')}</g>`;
}

/** The names of everything in a figure, for those who do not see it. @param {Figure} figure */
export function describe(figure) {
  const parts = figure.axes
    .filter(({ place }) => !place.bar)
    .map(({ titles, x, y, artists }) => {
      const names = artists.filter(isNamed).map(({ label }) => label);
      const axes = [x.label.text && `x: ${x.label.text}`, y.label.text && `y: ${y.label.text}`]
        .filter(Boolean)
        .join(', ');
      return [...Object.values(titles).map(({ text }) => text), axes, names.join(', ')]
        .filter(Boolean)
        .map(plain)
        .join('; ');
    });
  return [plain(figure.suptitle.text), ...parts].filter(Boolean).join('. ') || `Figure ${figure.number}`;
}

/** What stands on the figure itself. @param {Figure} figure @param {number} width @param {number} height */
function onFigure(figure, width, height) {
  const { suptitle, supxlabel, supylabel, artists, legend } = figure;
  const words = (
    /** @type {import('../model/writing.js').Writing} */ one,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {Partial<import('./text.js').Looks>} */ look,
  ) => textAt(one.text, x, y, { ...one, size: one.size ? one.size * kPoint : kTitle, ...look });
  const room = {
    x: (/** @type {number} */ share) => share * width,
    y: (/** @type {number} */ share) => (1 - share) * height,
    box: { left: 0, right: width, top: 0, bottom: height },
    limits: { x: [0, 1], y: [0, 1] },
    isOnColors: false,
  };
  const top = height * (1 - (suptitle.y ?? 0.98));
  const all = figure.axes.flatMap((axes) => axes.artists);
  return [
    words(suptitle, width / 2, top, { role: 'suptitle', horizontal: 'center', vertical: 'top' }),
    words(supxlabel, width / 2, height * 0.99, { horizontal: 'center', vertical: 'bottom' }),
    words(supylabel, width * 0.02, height / 2, { horizontal: 'left', vertical: 'center', rotation: 90 }),
    ...artists.map((artist) => artistOf(artist, room)),
    legend ? legendOf(legend, all, room) : '',
  ].join('');
}

/** @param {Figure} figure @returns {string} */
export function svgOf(figure) {
  const [width, height] = figure.size.map((inches) => Math.round(inches * kInch));
  startReach(width, height);
  const own = ++made;
  const body = laidOut(figure).map(({ axes, box }, i) => axesOf(axes, box, `torchlet-plot-${own}-${i}`));
  const above = onFigure(figure, width, height);
  // As a notebook cuts figures out: nothing that reaches over is lost.
  const [left, top] = [Math.floor(reach.left), Math.floor(reach.top)].map((edge) => (edge < 0 ? edge - kOver : 0));
  const [right, bottom] = [
    reach.right > width ? Math.ceil(reach.right) + kOver : width,
    reach.bottom > height ? Math.ceil(reach.bottom) + kOver : height,
  ];
  const face = figure.face
    ? `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="${figure.face}"/>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${right - left} ${bottom - top}" width="${right - left}" height="${bottom - top}" role="img" aria-label="${escaped(describe(figure))}" font-family="system-ui, 'DejaVu Sans', sans-serif">${face}${body.join('')}${above}</svg>`;
}
