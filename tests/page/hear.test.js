// The curve as sound: by button and by key, with the cursor along, stopped, said at the end; and no sound before it is asked for.
import { expect, test } from 'vitest';
import { site } from './site.js';

const { browser, open, url } = site();

/** @typedef {import('playwright').Page} Page */
const area = (/** @type {Page} */ page) => page.getByRole('slider', { name: 'Point on the curve' });
const button = (/** @type {Page} */ page) => page.locator('.hear button');
const reading = (/** @type {Page} */ page) => area(page).getAttribute('aria-valuetext');
const said = (/** @type {Page} */ page) => page.locator('torchlet-playground > [role=status]').textContent();
/** From a press of the button to the end: where the mark of the point was, in pixels, and what the reading said. */
const played = (/** @type {Page} */ page) =>
  page.evaluate(async () => {
    const curve = /** @type {any} */ (document.querySelector('torchlet-curve'));
    const find = (/** @type {string} */ name) => curve.renderRoot.querySelector(name);
    const button = /** @type {HTMLButtonElement} */ (document.querySelector('.hear button'));
    const frame = () => new Promise(requestAnimationFrame);
    const [places, words] = [[], new Set()];
    button.click();
    do {
      await frame();
      await curve.updateComplete;
      if (curve.playhead === null) continue;
      places.push(Number(find('.mark .point').getAttribute('cx')));
      words.add(find('.cursor-area').getAttribute('aria-valuetext'));
    } while (button.textContent === 'Stop');
    return { places, words: [...words] };
  });

/** A page that counts its contexts. @param {string} hash @param {object} [options] */
async function counting(hash, options = {}) {
  const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    const all = /** @type {any} */ (window);
    all.contexts = [];
    const Own = all.AudioContext;
    all.AudioContext = class extends Own {
      constructor() {
        super();
        all.contexts.push(this);
      }
    };
  });
  await page.goto(`${url()}#${hash}`);
  await page.locator('torchlet-tensor[kind=gradient] pre').waitFor();
  const contexts = () =>
    page.evaluate(() => /** @type {any} */ (window).contexts.map((/** @type {AudioContext} */ one) => one.state));
  return { page, contexts };
}

test('there is no context before a press, and one after', async () => {
  const { page, contexts } = await counting('activation=Hardtanh&input=article');
  await page.mouse.move(600, 300);
  await area(page).focus();
  await page.keyboard.press('ArrowRight');
  expect(await contexts()).toEqual([]);
  await button(page).click();
  await expect.poll(contexts).toEqual(['running']);
  await button(page).click();
  await button(page).click();
  expect((await contexts()).length).toBe(1);
  await page.context().close();
});

for (const reducedMotion of /** @type {const} */ (['no-preference', 'reduce'])) {
  test(`the mark of the point goes along, and the values are said at the end (motion: ${reducedMotion})`, async () => {
    const page = await open('activation=Hardtanh&input=article', { reducedMotion });
    await page.locator('torchlet-curve #place').fill('0.5');
    const before = await reading(page);
    await page.getByLabel('Speed of the sound').selectOption('2');
    const { places, words } = await played(page);
    expect(words).toEqual(['x -5 to 5, being played']);
    expect(places.length).toBeGreaterThan(5);
    expect(places.every((one, i) => i === 0 || one >= places[i - 1])).toBe(true);
    expect(/** @type {number} */ (places.at(-1)) - places[0]).toBeGreaterThan(200);
    await expect
      .poll(() => said(page))
      .toBe('x from -5 to 5: f from -1 to 1, kinks at -1 and 1, dead from -5 to -1, dead from 1 to 5.');
    expect(await reading(page)).toBe(before);
  });
}

test('the mark is where the sound is', async () => {
  const { page } = await counting('activation=Tanh&input=article');
  await page.getByLabel('Speed of the sound').selectOption('0.5');
  await button(page).click();
  await page.waitForTimeout(800);
  const off = await page.evaluate(async () => {
    const [context] = /** @type {any} */ (window).contexts;
    const curve = /** @type {any} */ (document.querySelector('torchlet-curve'));
    const [from, to] = curve.scene.x.domain();
    const share = () => (curve.playhead - from) / (to - from);
    const frame = () => new Promise(requestAnimationFrame);
    const [s0, t0] = [share(), context.currentTime];
    for (let i = 0; i < 40; i++) await frame();
    return (share() - s0) * 5 - (context.currentTime - t0);
  });
  expect(Math.abs(off)).toBeLessThan(0.1);
  await page.context().close();
});

test('H plays and stops where the curve has the focus, Escape stops anywhere and lets go of nothing', async () => {
  const page = await open('activation=ReLU&input=article');
  expect(await area(page).getAttribute('aria-description')).toContain('H plays');
  await page.keyboard.press('h');
  expect(await button(page).textContent()).toBe('Hear it');
  await area(page).focus();
  await page.keyboard.press('PageDown');
  const before = await reading(page);
  expect(before).toContain('element 1 of 5');
  await page.keyboard.press('h');
  await expect.poll(() => button(page).textContent()).toBe('Stop');
  await page.keyboard.press('h');
  await expect.poll(() => button(page).textContent()).toBe('Hear it');
  await page.keyboard.press('h');
  await expect.poll(() => button(page).textContent()).toBe('Stop');
  await page.keyboard.press('Escape');
  await expect.poll(() => button(page).textContent()).toBe('Hear it');
  expect(await reading(page)).toBe(before);
  await button(page).press('Enter');
  await expect.poll(() => button(page).textContent()).toBe('Stop');
  await page.keyboard.press('Escape');
  await expect.poll(() => button(page).textContent()).toBe('Hear it');
  // A letter is a letter where one types.
  await page.getByLabel('find').fill('');
  await page.getByLabel('find').press('h');
  expect(await button(page).textContent()).toBe('Hear it');
});

test('another function ends it, and rows have none', async () => {
  const page = await open('activation=ReLU&input=article');
  await button(page).click();
  await expect.poll(() => button(page).textContent()).toBe('Stop');
  await page.getByRole('button', { name: 'Tanh', exact: true }).first().click();
  await expect.poll(() => button(page).textContent()).toBe('Hear it');
  await page.getByRole('button', { name: 'Softmax', exact: true }).first().click();
  await expect.poll(() => page.locator('.hear').count()).toBe(0);
});

test('its controls keep their places while it plays', async () => {
  for (const width of [1440, 1280, 390, 320]) {
    const page = await open('activation=GELU&input=article', { viewport: { width, height: 844 } });
    const boxes = () =>
      page.locator('.view, .hear > *, .zoom > *, .statement').evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return [x, y + scrollY, width, height].join(' ');
          }),
      );
    const before = await boxes();
    await button(page).click();
    await expect.poll(() => button(page).textContent()).toBe('Stop');
    expect(await boxes()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
