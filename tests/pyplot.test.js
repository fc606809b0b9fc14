// matplotlib's limits, ticks and labels, and what a figure's SVG holds: names, lines, legends, for whoever sees and whoever does not.
import { describe, expect, test } from 'vitest';
import '../web/python/python.js';
import { drawing, setting } from '../web/python/pyplot/api/axes_methods.js';
import { svgOf } from '../web/python/pyplot/drawing/svg.js';
import { Figure } from '../web/python/pyplot/model/figure.js';
import { linearTicks, tickLabels } from '../web/python/pyplot/model/ticks.js';
import reference from './reference/pyplot_ticks.json' with { type: 'json' };

const close = (/** @type {number} */ a, /** @type {number} */ b) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(b)) + 1e-15;

/** The axes of a case. @param {any} one */
function axesOf({ kind, scale, xs, ys }) {
  const axes = new Figure(1).gca();
  drawing[kind](axes, kind === 'hist' ? [ys] : [xs, ys], new Map());
  setting.yscale(axes, [scale], new Map());
  return axes;
}

describe('as matplotlib has them', () => {
  test.each(['plot', 'bar', 'hist', 'fill_between', 'scatter'])('limits of %s', (kind) => {
    for (const one of reference.cases.filter((each) => each.kind === kind)) {
      const axes = axesOf(one);
      const [y0, y1] = axes.limitsOf('y');
      expect(
        [y0, y1].map((end, i) => close(end, one.ylim[i])),
        JSON.stringify({ ours: [y0, y1], theirs: one.ylim }),
      ).toEqual([true, true]);
      if (kind !== 'scatter' && kind !== 'hist') {
        const [x0, x1] = axes.limitsOf('x');
        expect(
          [x0, x1].map((end, i) => close(end, one.xlim[i])),
          JSON.stringify([x0, x1, one.xlim]),
        ).toEqual([true, true]);
      }
    }
  });

  test('ticks and what is written there', () => {
    for (const one of reference.cases.filter((each) => each.scale === 'linear')) {
      const [y0, y1] = /** @type {[number, number]} */ (one.ylim);
      const ticks = linearTicks(y0, y1).filter((tick) => tick >= y0 && tick <= y1);
      expect(
        ticks.map((tick, i) => close(tick, one.ticks[i])),
        JSON.stringify({ ylim: one.ylim, ticks, theirs: one.ticks }),
      ).toEqual(one.ticks.map(() => true));
      const { labels, multiplier } = tickLabels(ticks, y0, y1);
      expect({ labels, multiplier }, JSON.stringify(one.ylim)).toEqual({
        labels: one.labels,
        multiplier: one.multiplier,
      });
    }
  });

  test('powers of ten on a logarithmic axis', () => {
    for (const one of reference.cases.filter((each) => each.scale === 'log')) {
      const axes = axesOf(one);
      const [y0, y1] = axes.limitsOf('y');
      const ticks = axes.y.ticksWithin([y0, y1], 9).filter((tick) => tick >= y0 && tick <= y1);
      expect(
        ticks.every((tick, i) => close(tick, one.ticks[i])),
        JSON.stringify([ticks, one.ticks]),
      ).toBe(true);
    }
  });
});

test('a figure’s SVG names what is in it, keeps texts as texts, and takes its ink from the page', () => {
  const figure = new Figure(1);
  const axes = figure.gca();
  drawing.plot(axes, [[0, 1, 2], [0, 1, 4], 'r--o'], new Map([['label', 'a < b & c']]));
  drawing.axhline(axes, [0], new Map([['color', 'k']]));
  setting.title(axes, ['$\\sigma(x) = \\frac{1}{1 + e^{-x}}$'], new Map());
  setting.xlabel(axes, ['x'], new Map());
  drawing.legend(axes, [], new Map());
  drawing.grid(axes, [true], new Map());
  const svg = svgOf(figure);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 480"/);
  expect(svg).toContain('aria-label="σ(x) = 1/(1 + e−x); x: x; a &lt; b &amp; c"');
  expect(svg).toContain('<title>a &lt; b &amp; c</title>');
  expect(svg).toContain('stroke="#ff0000"');
  expect(svg.match(/currentColor/g)?.length).toBeGreaterThan(4);
  expect(svg).not.toMatch(/NaN|undefined|[^-]style="/);
  expect(svg.match(/<circle|transform="translate/g)?.length).toBeGreaterThan(2);
});

test.each([
  [
    'plot',
    [
      [1, 2],
      [1, 2, 3],
    ],
    'x and y must have same first dimension, but have shapes (2,) and (3,)',
  ],
  ['plot', [[1, 2], 'q'], "'q' is not a valid format string (unrecognized character 'q')"],
  ['scatter', [[1, 2], [1]], 'x and y must be the same size'],
])('%s refuses what matplotlib refuses, in its words', (name, args, message) => {
  let said = '';
  try {
    drawing[name](new Figure(1).gca(), args, new Map());
  } catch (error) {
    said = /** @type {any} */ (error).args[0];
  }
  expect(said).toBe(message);
});
