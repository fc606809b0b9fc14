// How near and what of the plot is seen: zoom, pan, reset, each line hidden.
import { expect, test } from 'vitest';
import { site } from './site.js';

const { open } = site();
const plot = (/** @type {import('playwright').Page} */ page) =>
  page.getByRole('slider', { name: 'Point on the curve' });
/** From and to on x. */
const ends = async (/** @type {import('playwright').Page} */ page) =>
  Promise.all(['aria-valuemin', 'aria-valuemax'].map(async (name) => Number(await plot(page).getAttribute(name))));

test('keys zoom around the cursor, arrows carry a zoomed window along, 0 resets', async () => {
  const page = await open('activation=Tanh&input=article');
  const [from, to] = await ends(page);
  await plot(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await ends(page))[1] - (await ends(page))[0]).toBeCloseTo((to - from) / 4, 5);
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await ends(page))[1]).toBeGreaterThan(0.1 + (to - from) / 8);
  expect(page.url()).toContain('window=');
  await page.keyboard.press('0');
  await expect.poll(() => ends(page)).toEqual([from, to]);
  expect(page.url()).not.toContain('window=');
});

test('a mouse that drags pans, and pins nothing; a press pins', async () => {
  const page = await open('activation=ReLU&input=article');
  const [from] = await ends(page);
  const room = /** @type {{ x: number, y: number, width: number }} */ (await plot(page).boundingBox());
  const step = 300;
  await page.mouse.move(room.x + 350, room.y + 120);
  await page.mouse.down();
  await page.mouse.move(room.x + 200, room.y + 120, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(step);
  expect((await ends(page))[0]).toBeGreaterThan(from + 1);
  expect(page.url()).not.toContain('element=');
  await page.goBack();
  await expect.poll(async () => (await ends(page))[0]).toBe(from);
});

test('the wheel zooms with the control key only', async () => {
  const page = await open('activation=ReLU&input=article');
  const before = await ends(page);
  await plot(page).hover();
  await page.mouse.wheel(0, -100);
  await page.waitForTimeout(200);
  expect(await ends(page)).toEqual(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await ends(page))[1]).toBeLessThan(before[1]);
  await page.getByRole('button', { name: 'reset' }).click();
  await expect.poll(() => ends(page)).toEqual(before);
});

test('f and its slope can each be hidden, never both', async () => {
  const page = await open('activation=SELU&input=article');
  await page.getByLabel('f′(x)').press('Space');
  await expect.poll(() => page.locator('torchlet-curve path.slope').count()).toBe(0);
  expect(await page.locator('torchlet-curve path.curve').count()).toBe(1);
  await page.getByLabel('f(x)', { exact: true }).press('Space');
  await expect.poll(() => page.locator('torchlet-curve path.curve').count()).toBe(0);
  expect(await page.locator('torchlet-curve path.slope').count()).toBe(1);
  expect(page.url()).toContain('hide=f&');
});

test('equal scales are equal, also in a link to a function that always has them', async () => {
  for (const hash of ['activation=GELU&input=article&show=equal', 'activation=Tanh&input=article&show=equal']) {
    const page = await open(hash);
    await expect.poll(() => page.locator('torchlet-curve path.curve').count()).toBe(1);
    expect(await page.locator('torchlet-curve .names .note').count()).toBe(0);
  }
  const page = await open('activation=Tanh&input=article');
  await expect.poll(() => page.locator('torchlet-curve .names .note').textContent()).toContain('taller than x');
});

test('a compared function is in view to its depth', async () => {
  const page = await open('activation=GELU&input=article&compare=SiLU');
  const bottomOf = (/** @type {string} */ selector) =>
    page
      .locator(`torchlet-curve .stage ${selector}`)
      .first()
      .evaluate((one) => one.getBoundingClientRect().bottom);
  await expect.poll(() => page.locator('torchlet-curve .stage .other').count()).toBe(2);
  expect(await bottomOf('path.other-1')).toBeLessThan(await bottomOf('.axis line'));
});

test.each([1280, 1440, 1920])(
  'at %i px the figure stays beside its column and covers nothing beneath',
  async (width) => {
    const page = await open('activation=Tanh', { viewport: { width, height: 900 } });
    for (const name of ['.chain', '.words', '#all']) {
      await page.locator(name).evaluate((part) => part.scrollIntoView());
      const [figure, part] = await Promise.all(
        ['main .columns > .stage', name].map((one) => page.locator(one).evaluate((e) => e.getBoundingClientRect())),
      );
      expect(figure.bottom).toBeLessThanOrEqual(part.top + 1);
    }
    await page.evaluate(() => scrollTo(0, 300));
    expect(
      await page.locator('.columns > .stage').evaluate((e) => e.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
  },
);
