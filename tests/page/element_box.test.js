// A figure in a box of a given height: it fits, the drawing takes what is left, what does not fit scrolls within the figure.
import { expect, test } from 'vitest';
import { drawn, host, pageOf } from './host.js';

const { open, put } = host();
const style = {
  '.low': 'height: 300px',
  '.least': 'max-height: 300px',
  '.half': 'height: 50vh',
  '.high': 'height: 900px',
  '.full': 'height: 100%',
  '.part': 'height: 50%',
  '.parent': 'height: 360px',
  '.grid': 'display: grid; height: 360px',
  '.flex': 'display: flex; height: 360px',
  '.column': 'display: flex; flex-direction: column; height: 360px',
  '.block': 'display: block; height: 300px',
};
const css = Object.entries(style).map(([selector, rules]) => `${selector} { ${rules} }`);
put('/box.css', { html: css.join('\n'), type: 'text/css' });
put('/rule.css', { html: 'torchlet-figure { height: 300px }', type: 'text/css' });
const head = (sheet = '/box.css') =>
  `<script type="module" src="/element.js"></script><link rel="stylesheet" href="${sheet}">`;

const figure = (attributes = '', activation = 'LeakyReLU') =>
  `<torchlet-figure loading="eager" activation="${activation}" input="-2,-1,0,1,2" show="curve,tensors,gradient" controls ${attributes}></torchlet-figure>`;

/** Where the first figure of a page, what scrolls in it and what follows are. @param {import('playwright').Page} page */
const measured = (page) =>
  page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector('torchlet-figure'));
    const frame = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('figure'));
    const drawing = element.shadowRoot?.querySelector('torchlet-curve, torchlet-rows');
    const stage = drawing?.shadowRoot?.querySelector('.stage');
    const next = /** @type {HTMLElement} */ (document.querySelector('#next'));
    const [box, inner] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    return {
      height: Math.round(box.height),
      over: Math.round(inner.bottom - box.bottom),
      gap: Math.round(next.getBoundingClientRect().top - inner.bottom),
      stage: Math.round(stage?.getBoundingClientRect().height ?? 0),
      hidden: frame.scrollHeight - frame.clientHeight,
      beside: frame.scrollWidth - frame.clientWidth,
    };
  });

/** @param {string} inner @param {{ sheet?: string, viewport?: { width: number, height: number } }} [options] */
async function shown(inner, { sheet, viewport = { width: 800, height: 700 } } = {}) {
  const page = await open({ html: pageOf(`${inner}<p id="next">What follows.</p>`, head(sheet)) }, { viewport });
  await drawn(page.locator('torchlet-figure'));
  await expect
    .poll(() => page.locator('torchlet-figure').evaluate((el) => /** @type {any} */ (el).complete))
    .toBe(true);
  await page.waitForTimeout(100);
  return { page, ...(await measured(page)) };
}

test.each([
  ['a height', figure('class="low"'), 300],
  ['a height, as a block', figure('class="block"'), 300],
  ['a largest height', figure('class="least"'), 300],
  ['a part of the window', figure('class="half"'), 350],
  ['the height of its parent', `<div class="parent">${figure('class="full"')}</div>`, 360],
  ['the height of a grid’s cell', `<div class="grid">${figure('class="full"')}</div>`, 360],
  ['the height of a row', `<div class="flex">${figure('class="full"')}</div>`, 360],
  ['what is left in a column', `<div class="column"><p>Words.</p>${figure('class="full"')}</div>`, undefined],
  ['half of its parent', `<div class="parent">${figure('class="part"')}</div>`, 180],
  ['half of its parent, by its attribute', `<div class="parent">${figure('height="50%"')}</div>`, 180],
  ['all of its parent, by its attribute', `<div class="parent">${figure('height="100%"')}</div>`, 360],
  ['a height, and cells and bars', figure('class="low"', 'Softmax'), 300],
])('%s: the figure fits, and scrolls within itself', async (_, inner, height) => {
  const found = await shown(inner);
  if (height) expect(found.height).toBe(height);
  expect(found.over).toBeLessThanOrEqual(0);
  expect(found.gap).toBeGreaterThanOrEqual(0);
  expect(found.stage).toBeGreaterThanOrEqual(304);
  expect(found.hidden).toBeGreaterThan(0);
  expect(found.beside).toBe(0);
  // The last of it can be reached, with its margin to the border.
  const rest = await found.page.evaluate(() => {
    const frame = /** @type {HTMLElement} */ (
      document.querySelector('torchlet-figure')?.shadowRoot?.querySelector('figure')
    );
    frame.scrollTop = 1e6;
    const last = /** @type {Element} */ (frame.lastElementChild);
    return frame.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
  });
  expect(rest).toBeCloseTo(17, 0);
});

test('a style of the page for all figures is one of the whole figure', async () => {
  const { height, over, gap } = await shown(figure(), { sheet: '/rule.css' });
  expect([height, over]).toEqual([300, 0]);
  expect(gap).toBeGreaterThan(0);
});

test.each([
  ['lower than usual', 'class="low"', 300],
  ['higher than usual', 'class="high"', 900],
])('the drawing takes what is left in a box %s', async (_, attributes, height) => {
  const small = figure(attributes).replace(/show="[^"]*" controls/, 'show="curve"');
  const found = await shown(small);
  expect([found.height, found.over, found.hidden]).toEqual([height, 0, 0]);
  const usual = await shown(small.replace(attributes, ''));
  expect(found.stage - usual.stage).toBe(height - usual.height);
});

test.each(['low', 'high'])('beside its tensors too, in a box that is %s', async (name) => {
  const viewport = { width: 1280, height: 1000 };
  const height = name === 'low' ? 460 : 900;
  const found = await shown(figure(`class="${name}"`).replace(' controls', ''), { viewport });
  if (name === 'high') expect(found.height).toBe(height);
  expect(found.over).toBe(0);
  expect(found.stage).toBeGreaterThanOrEqual(160);
  if (name === 'high') expect([found.hidden, found.stage > 700]).toEqual([0, true]);
});

test('without a box a figure is as high as ever, and nothing scrolls', async () => {
  for (const width of [390, 800, 1280]) {
    const found = await shown(figure(), { viewport: { width, height: 700 } });
    expect([found.hidden, found.beside, found.over]).toEqual([0, 0, 0]);
    expect(found.stage).toBeGreaterThan(240);
  }
});

test.each([
  ['50%', 'height: 50% of nothing'],
  ['tall', 'height: no length: tall'],
])('a height that is none is said, and the figure drawn: %s', async (height, words) => {
  const { page } = await shown(`<div>${figure()}</div>`);
  const told = page.evaluate(
    () =>
      new Promise((done) => {
        document.querySelector('torchlet-figure')?.addEventListener('error', (event) => {
          done(/** @type {CustomEvent} */ (event).detail.problems.join());
        });
      }),
  );
  await page.locator('torchlet-figure').evaluate((el, value) => el.setAttribute('height', value), height);
  expect(await told).toContain(words);
  await expect.poll(() => page.locator('torchlet-figure .message').textContent()).toContain(words);
  expect((await measured(page)).stage).toBeGreaterThan(240);
  await page.locator('torchlet-figure').evaluate((el) => el.setAttribute('height', '300'));
  await expect.poll(() => page.locator('torchlet-figure .message').count()).toBe(0);
  expect((await measured(page)).stage).toBe(300);
});

test('a fallback fits the box as well', async () => {
  const words = '<p>Words.</p>'.repeat(40);
  const low = `<torchlet-figure loading="click" class="low">${words}</torchlet-figure><p id="next">What follows.</p>`;
  const page = await open({ html: pageOf(low, head()) });
  await page.getByRole('button').waitFor({ state: 'attached' });
  const [height, rest] = await page.locator('torchlet-figure').evaluate((el) => {
    const inner = /** @type {Element} */ (el.shadowRoot?.querySelector('.instead'));
    return [inner.getBoundingClientRect().height, inner.scrollHeight - inner.clientHeight];
  });
  expect(height).toBe(300);
  expect(rest).toBeGreaterThan(0);
});
