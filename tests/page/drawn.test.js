// What figures draw where it is easily wrong: jumps, compared curves, a single slice, numbers that change.
import { expect, test } from 'vitest';
import { site } from './site.js';

const { open } = site();

/** The points of a path. @param {string | null} path */
const points = (path) =>
  [...(path ?? '').matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)].map(([, kind, x, y]) => ({
    kind,
    x: Number(x),
    y: Number(y),
  }));

test('a jump is drawn as one: two strokes, a filled end where f is, an open one where it is not', async () => {
  const page = await open('activation=Threshold');
  const curve = points(await page.locator('torchlet-curve .curve').getAttribute('d'));
  const starts = curve.filter(({ kind }) => kind === 'M');
  expect(starts).toHaveLength(2);
  const at = curve.indexOf(starts[1]);
  // Nothing slopes from one to the other.
  expect(Math.abs(curve[at].x - curve[at - 1].x)).toBeLessThan(4);
  const [open_, filled] = [page.locator('torchlet-curve .end.open'), page.locator('torchlet-curve .end:not(.open)')];
  expect(Number(await filled.getAttribute('cy'))).toBeCloseTo(curve[0].y, 0);
  expect(Number(await open_.getAttribute('cy'))).toBeCloseTo(starts[1].y, 0);
});

test('a window is as wide as its data asks, though y needs much more room', async () => {
  const page = await open('activation=Threshold');
  const ticks = await page.locator('torchlet-curve .labels text[text-anchor=middle]').allTextContents();
  expect(ticks[0]).toBe('−5');
  expect(ticks.at(-1)).toBe('5');
});

test('compared curves are seen whole over the window', async () => {
  const page = await open('activation=ReLU&compare=LeakyReLU(negative_slope=0.3),ELU');
  const room = await page.locator('torchlet-curve #plot rect').evaluate((rect) => {
    const [y, height] = ['y', 'height'].map((name) => Number(rect.getAttribute(name)));
    return { top: y, bottom: y + height };
  });
  const others = await page.locator('torchlet-curve .lines g[clip-path="url(#plot)"] .other').all();
  expect(others).toHaveLength(2);
  for (const path of others)
    for (const { y } of points(await path.getAttribute('d'))) {
      expect(y).toBeGreaterThanOrEqual(room.top - 0.5);
      expect(y).toBeLessThanOrEqual(room.bottom + 0.5);
    }
});

test('the table of compared functions keeps its columns while the pointer moves', async () => {
  const page = await open('activation=GELU&compare=SiLU,LeakyReLU(negative_slope=0.3)');
  const columns = () =>
    page
      .locator('torchlet-curve .comparison tr:nth-child(2) > *')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().left));
  const before = await columns();
  const stage = /** @type {any} */ (await page.locator('torchlet-curve .stage').boundingBox());
  for (const share of [0.2, 0.5, 0.503, 0.9]) {
    await page.mouse.move(stage.x + share * stage.width, stage.y + 60);
    await expect.poll(() => page.locator('torchlet-curve .comparison td').first().textContent()).not.toBe('–');
    expect(await columns()).toEqual(before);
  }
});

test('a single slice has the whole width: cells over bars that stand beside each other', async () => {
  const page = await open('activation=Softmax&shape=12&seed=3');
  const boxes = await page
    .locator('torchlet-rows .bars > div')
    .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().top));
  expect(new Set(boxes).size).toBe(1);
  const [cells, stage] = await Promise.all(
    ['torchlet-rows .cells >> nth=0', 'torchlet-rows .stage'].map((name) => page.locator(name).boundingBox()),
  );
  expect(/** @type {any} */ (cells).width).toBeGreaterThan(0.9 * /** @type {any} */ (stage).width);
  expect(await page.locator('.statement').textContent()).toContain('it sums to 1');
});
