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
    'Compare',
    'Gradient from above',
    'The same as code, files',
  ]);
  expect(await page.locator('.compare').isVisible()).toBe(false);
  await summaries.nth(1).tap();
  await expect.poll(() => page.locator('.compare').isVisible()).toBe(true);
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

test('fingers zoom, so the buttons for it are out of the way, but for the way back', async () => {
  const page = await open('activation=GELU', phone);
  expect(await page.getByRole('button', { name: 'Zoom in' }).isVisible()).toBe(false);
  const zoomed = await open('activation=GELU&window=-1,1,-1,1', phone);
  expect(await zoomed.getByRole('button', { name: 'reset' }).isVisible()).toBe(true);
});
