// On a phone: nothing is wider than the screen, what scrolls says so, sections fold, fingers have room.
import { describe, expect, test } from 'vitest';
import { activations } from '../../web/figure/state/drawn.js';
import { site } from './site.js';

const { open } = site();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('every function', () => {
  test('fits the width of the screen, with its formulas whole', async () => {
    const page = await open('activation=ReLU', phone);
    const wide = /** @type {Record<string, unknown>} */ ({});
    for (const { module } of activations) {
      await page.evaluate((name) => {
        location.hash = `activation=${name}`;
        return new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
      }, module);
      const found = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        cut: [...document.querySelectorAll('.formula')].filter((e) => e.scrollWidth > e.clientWidth + 1).length,
      }));
      if (found.page > 390 || found.cut > 0) wide[module] = found;
    }
    expect(wide).toEqual({});
  });
});

test('what scrolls beside its edge shows that there is more', async () => {
  const page = await open('activation=LeakyReLU', phone);
  const panel = page.locator('torchlet-tensor[kind=output] .panel');
  expect(await panel.evaluate((e) => e.scrollWidth > e.clientWidth)).toBe(true);
  const layers = await panel.evaluate((e) => getComputedStyle(e).backgroundAttachment);
  expect(layers).toMatch(/local, local, scroll, scroll/);
});

test('the list’s box for finding lets nothing show through', async () => {
  const page = await open('activation=Softmax', phone);
  const gap = await page.locator('.search').evaluate((search) => {
    const [box, list] = [search, /** @type {Element} */ (search.parentElement)].map((e) => e.getBoundingClientRect());
    return { left: box.left - list.left, top: box.top - list.top, bottom: list.bottom - box.bottom };
  });
  for (const room of Object.values(gap)) expect(room).toBeLessThanOrEqual(2);
});

test('sections fold: what is needed less stands closed, and opens', async () => {
  const page = await open('activation=ReLU', phone);
  const summaries = page.locator('details.fold > summary');
  expect(await summaries.allTextContents()).toEqual([
    'Input',
    'Gradient passed to backward()',
    'The same as code, files',
  ]);
  expect(await page.locator('.upstream').isVisible()).toBe(false);
  await summaries.nth(1).tap();
  await expect.poll(() => page.locator('.upstream').isVisible()).toBe(true);
  expect(await page.getByLabel('linspace').isVisible()).toBe(true);
});

test('what a finger presses is 24 px or more, and apart from its neighbours', async () => {
  const page = await open('activation=LeakyReLU&compare=GELU', phone);
  await page.evaluate(() => {
    for (const section of document.querySelectorAll('details')) section.open = true;
  });
  const small = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('button, summary, select, input[type=text], label:has(input)')].map(
      (e) => ({
        name: (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 30),
        inline: e.matches('.show'),
        box: e.getBoundingClientRect(),
      }),
    );
    return boxes
      .filter(({ box, inline }) => box.width > 0 && !inline && (box.height < 24 || box.width < 24))
      .map(({ name, box }) => `${name} ${box.width} x ${box.height}`);
  });
  expect(small).toEqual([]);
});

test('a function to compare with is added in sight of the figure, which shows it and has its numbers whole', async () => {
  const page = await open('activation=GELU&input=article&compare=LeakyReLU(negative_slope=0.25)', phone);
  const choice = page.getByLabel('Function to compare with');
  const [figure, list] = [page.locator('torchlet-curve'), page.locator('.gallery')];
  const boxOf = async (/** @type {import('playwright').Locator} */ one) =>
    /** @type {{ x: number, y: number, width: number, height: number }} */ (await one.boundingBox());
  // Right beneath the figure, whatever else can be set.
  expect((await boxOf(choice)).y - (await boxOf(figure)).y - (await boxOf(figure)).height).toBeLessThan(24);
  await choice.scrollIntoViewIfNeeded();
  await choice.selectOption('SiLU');
  await page.getByRole('button', { name: 'add', exact: true }).tap();
  await expect.poll(() => page.locator('.compare [role=status]').textContent()).toContain('SiLU is drawn dotted');
  const rows = figure.locator('.comparison tbody tr');
  await expect.poll(() => rows.count()).toBe(3);
  const name = await boxOf(figure.locator('.other-name', { hasText: 'SiLU' }));
  expect(name.y).toBeGreaterThan(0);
  expect(name.y).toBeLessThan((await boxOf(list)).y);
  await figure.locator('#place').fill('-3.25');
  const wide = await figure.locator('.comparison').evaluate((table) =>
    [table, ...table.querySelectorAll('th, td')]
      .map((one) => ({
        text: one.textContent,
        right: one.getBoundingClientRect().right,
        over: one.scrollWidth - one.clientWidth,
      }))
      .filter(({ right, over }) => right > innerWidth || over > 0),
  );
  expect(wide).toEqual([]);
  // A name and where it differs most in one line, its numbers in the next.
  const cells = await rows.nth(1).locator('th, td').all();
  const tops = await Promise.all(cells.map(async (cell) => Math.round((await boxOf(cell)).y)));
  expect(new Set(tops).size).toBe(2);
  // What is chosen already is no choice.
  expect(await choice.locator('option').allTextContents()).not.toContain('SiLU');
});

test('what is not cut off has no shadow at its edges', async () => {
  // So fine a screen has pixels between a box's edge and the next whole one.
  const page = await open('activation=ELU&input=1,2,3', { ...phone, deviceScaleFactor: 3 });
  for (const selector of ['.formula', '.derivative', 'torchlet-tensor[kind=input] .panel']) {
    const part = page.locator(selector).first();
    await part.scrollIntoViewIfNeeded();
    const picture = (await part.screenshot()).toString('base64');
    const lines = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const { width, height } = image;
      const canvas = new OffscreenCanvas(width, height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, width, height);
      const isPaper = (/** @type {number} */ x, /** @type {number} */ y) => pixels[4 * (y * width + x)] > 250;
      const columns = [1, 2, 3].map((from) => Array.from({ length: height }, (_, y) => isPaper(width - from, y)));
      // Right of the panel's own line.
      const rows = [0, 1, 2, height - 2, height - 1].map((y) =>
        Array.from({ length: width - 12 }, (_, x) => isPaper(x + 12, y)),
      );
      return [...columns, ...rows].filter((line) => !line.some((paper) => paper)).length;
    }, picture);
    expect(lines, selector).toBe(0);
  }
});

test('fingers zoom, so the buttons for it are out of the way, but for the way back', async () => {
  const page = await open('activation=GELU', phone);
  expect(await page.getByRole('button', { name: 'Zoom in' }).isVisible()).toBe(false);
  const zoomed = await open('activation=GELU&window=-1,1,-1,1', phone);
  expect(await zoomed.getByRole('button', { name: 'reset' }).isVisible()).toBe(true);
});
