// The list of functions: what is found by which words, and that what is chosen is seen.
import { expect, test } from 'vitest';
import { site, title } from './site.js';

const { open } = site();

/** @param {import('playwright').Page} page */
const listed = (page) => page.locator('.gallery ul button span').allTextContents();

test.each([
  ['swish', ['SiLU', 'Hardswish']],
  ['hard swish', ['Hardswish']],
  ['leaky_relu', ['LeakyReLU', 'RReLU']],
  ['Rectifiers', ['ReLU', 'LeakyReLU', 'ReLU6', 'RReLU', 'Hardtanh', 'Threshold', 'PReLU']],
  ['row-wise', ['Softmax', 'Softmin', 'LogSoftmax', 'Softmax2d', 'GLU']],
  ['gated linear', ['GLU']],
  ['logistic', ['Sigmoid']],
])('“%s” finds %s', async (text, names) => {
  const page = await open();
  await page.getByLabel('find').fill(text);
  expect((await listed(page)).sort()).toEqual([...names].sort());
});

test('what was found is opened by Enter or a press, and the list is whole again with it in view', async () => {
  const page = await open();
  const all = await listed(page);
  const chosen = page.locator('.gallery [aria-current=true]');
  await page.getByLabel('find').fill('glu');
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page).textContent()).toBe('GLU(dim=-1)');
  expect(await listed(page)).toEqual(all);
  expect(await page.getByLabel('find').inputValue()).toBe('');
  await expect.poll(() => isInside(chosen)).toBe(true);
  await page.getByLabel('find').fill('mish');
  await page.locator('.gallery ul button').click();
  await expect.poll(() => title(page).textContent()).toBe('Mish()');
  expect(await listed(page)).toEqual(all);
  await expect.poll(() => isInside(chosen)).toBe(true);
});

/** Whether a function's button is seen in the list. @param {import('playwright').Locator} button */
const isInside = (button) =>
  button.evaluate((element) => {
    const [inner, outer] = [element, /** @type {Element} */ (element.closest('.gallery'))].map((e) =>
      e.getBoundingClientRect(),
    );
    return (
      inner.top >= outer.top - 1 &&
      inner.bottom <= outer.bottom + 1 &&
      inner.left >= outer.left - 1 &&
      inner.right <= outer.right + 1
    );
  });

test.each([
  ['laptop', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
])('on a %s the chosen function is seen in the list from the start', async (_, viewport) => {
  const page = await open('activation=Softmax2d', { viewport });
  await expect.poll(() => isInside(page.locator('.gallery [aria-current=true]'))).toBe(true);
});

test.each([
  ['laptop', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
])('on a %s a function that is chosen far down the page brings its figure into sight', async (_, viewport) => {
  const page = await open('activation=ReLU', { viewport });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('.gallery button', { hasText: 'LeakyReLU' }).click();
  await expect
    .poll(() =>
      page.locator('.figure').evaluate((figure) => {
        const { top, bottom } = figure.getBoundingClientRect();
        return top >= 0 && top < innerHeight / 2 && bottom > innerHeight / 3;
      }),
    )
    .toBe(true);
});

test('on a phone a reader stays at what shows the new function too, and goes to the figure where nothing does', async () => {
  const page = await open('activation=GELU&input=article', { viewport: { width: 390, height: 844 } });
  const top = (/** @type {string} */ name) => page.locator(name).evaluate((e) => e.getBoundingClientRect().top);
  const choose = async (/** @type {string} */ name) => {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => title(page).textContent()).toMatch(new RegExp(`^${name}\\(`));
    await page.waitForTimeout(50);
  };
  for (const section of ['.chain', '.words', 'torchlet-tensor[kind=output]']) {
    await page.locator(section).evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60));
    const before = await top(section);
    for (const name of ['RReLU', 'Tanh', 'GELU']) {
      await choose(name);
      expect(Math.abs((await top(section)) - before), `${section} ${name}`).toBeLessThanOrEqual(1);
    }
  }
  await page.locator('.chain').evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60));
  // It has no chain.
  await choose('Softmax');
  await expect.poll(() => top('.figure')).toBeGreaterThanOrEqual(0);
  expect(await top('.figure')).toBeLessThan(422);
});

test('a link may call a function by another name', async () => {
  const page = await open('activation=Swish&compare=hard_swish');
  expect(await title(page).textContent()).toBe('SiLU()');
  expect(await page.locator('.notice').count()).toBe(0);
  expect(await page.locator('.chip').textContent()).toContain('Hardswish');
});
