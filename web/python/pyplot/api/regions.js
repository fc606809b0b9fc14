// Regions between two lines, and polygons.
import { nested, numbers } from '../model/values.js';
import { drawnOf } from './drawn.js';
import { basics, color, isGiven, looks, number, styleOf } from './keywords.js';
import { stairs } from './lines.js';
import { NotThere } from './refused.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Stretches in which a condition holds. @param {boolean[]} where */
function stretches(where) {
  /** @type {[number, number][]} */ const found = [];
  where.forEach((isIn, i) => {
    if (isIn && !where[i - 1]) found.push([i, i]);
    if (isIn) found[found.length - 1][1] = i;
  });
  return found;
}

const betweenKnown = 'where color facecolor edgecolor alpha label zorder linewidth interpolate step'.split(' ');

/** The outlines of a region between two lines, one for each stretch of places where it is. @param {number[]} places @param {[number[], number[]]} sides @param {boolean[]} where @param {string} [step] */
function outlines(places, sides, where, step) {
  const isIn = where.map((is, i) => is && sides.every((side) => Number.isFinite(side[i])));
  return stretches(isIn)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => {
      const [[x1, y1], [x2, y2]] = sides.map((side) => {
        const [xs, ys] = [places, side].map((all) => all.slice(from, to + 1));
        return step ? stairs(xs, ys, step) : [xs, ys];
      });
      return { xs: [...x1, ...x2.reverse()], ys: [...y1, ...y2.reverse()] };
    });
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords @param {boolean} [turned] */
export function fill_between(axes, args, keywords, turned = false) {
  const names = turned ? ['y', 'x1', 'x2'] : ['x', 'y1', 'y2'];
  const look = looks('PolyCollection.set', keywords, ['x', 'y1', 'y2', ...names, ...betweenKnown]);
  const [place, one, other] = names.map((key, i) => args[i] ?? look[key]);
  const places = numbers(place);
  const side = (/** @type {any} */ value) => {
    const own = nested(value ?? 0);
    return Array.isArray(own) ? own.flat().map(Number) : places.map(() => Number(own));
  };
  /** @type {[number[], number[]]} */ const sides = [side(one), side(other)];
  const where = look.where ?? args[3];
  const isIn = where === undefined ? places.map(() => true) : numbers(where).map(Boolean);
  const pieces = outlines(places, sides, isIn, look.step);
  const given = look.facecolor ?? look.color;
  const [along, up] = [[...places, ...places], sides.flat()];
  const artist = axes.add({
    kind: 'fill',
    xs: turned ? up : along,
    ys: turned ? along : up,
    ...basics(look, 1),
    color: given === undefined ? axes.nextPatchColor() : color(given, 'C0'),
    more: {
      pieces: turned ? pieces.map(({ xs, ys }) => ({ xs: ys, ys: xs })) : pieces,
      edge: look.edgecolor === undefined ? '' : color(look.edgecolor, ''),
      width: number(look.linewidth, 1),
    },
  });
  return drawnOf(artist, axes);
}

const polygonKnown = 'color facecolor edgecolor alpha label zorder linewidth linestyle fill'.split(' ');

/** Polygons of their own corners. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function fill(axes, args, keywords) {
  const look = looks('Polygon.set', keywords, polygonKnown);
  /** @type {any[]} */ const made = [];
  let i = 0;
  while (i < args.length) {
    if (i + 1 >= args.length || typeof args[i + 1] === 'string') throw NotThere('fill() without x', 'fill(x, y)');
    const [xs, ys] = [numbers(args[i]), numbers(args[i + 1])];
    i += 2;
    const given = look.facecolor ?? look.color ?? (typeof args[i] === 'string' ? args[i] : undefined);
    if (typeof args[i] === 'string') i++;
    made.push(drawnOf(addPolygon(axes, [{ xs, ys }], { ...look, color: given, facecolor: undefined }), axes));
  }
  return made;
}

/** Polygons of one look. @param {Axes} axes @param {{ xs: number[], ys: number[], isOpen?: boolean }[]} pieces @param {Record<string, any>} look @param {Partial<import('../model/axes.js').Artist>} [facts] */
export function addPolygon(axes, pieces, look, facts = {}) {
  const given = look.facecolor ?? look.color;
  const isHollow = look.fill === false;
  const own = isGiven(given) ? color(given, '#1f77b4') : axes.nextPatchColor();
  const usualEdge = isHollow ? color(look.color, '') || own : '';
  return axes.add({
    kind: 'polygon',
    xs: pieces.flatMap(({ xs }) => xs),
    ys: pieces.flatMap(({ ys }) => ys),
    ...basics(look, 1),
    color: isHollow ? 'none' : own,
    more: {
      pieces,
      edge: isGiven(look.edgecolor) ? color(look.edgecolor, '') : usualEdge,
      width: number(look.linewidth, 1),
      style: styleOf(look),
      isHollow,
    },
    ...facts,
  });
}
