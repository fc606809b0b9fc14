// An x that is meant is met: typed under the curve, by a mouse, by a finger, by the arrow keys.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import { host, pageOf } from './host.js';
import { site } from './site.js';

const { open } = site();
const { open: openHost } = host();

/** @typedef {import('playwright').Page} Page */
const gelu = 'activation=GELU&input=article&example=LeakyReLU';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const laptop = { viewport: { width: 1280, height: 800 } };

const area = (/** @type {Page} */ page) => page.getByRole('slider', { name: 'Point on the curve' });
const box = (/** @type {Page} */ page) => page.locator('torchlet-curve #place');
const reading = (/** @type {Page} */ page) => area(page).getAttribute('aria-valuetext');
const values = (/** @type {Page} */ page) => page.locator('torchlet-curve .readout .value').allTextContents();

/** Where an x is on the screen, and a height in the upper plot. */
async function placed(/** @type {Page} */ page) {
  const room = /** @type {{ x: number, y: number, width: number }} */ (await area(page).boundingBox());
  const [from, to] = await Promise.all(
    ['aria-valuemin', 'aria-valuemax'].map(async (name) => Number(await area(page).getAttribute(name))),
  );
  const width = room.width - 66 - 14;
  return {
    at: (/** @type {number} */ x) => room.x + 66 + ((x - from) / (to - from)) * width,
    y: room.y + 60,
    unit: width / (to - from),
  };
}

/** Points, by what the screen is pointed at with. @type {[string, object, (page: Page, x: number, y: number) => Promise<void>][]} */
const hands = [
  ['a finger on 390 px', phone, (page, x, y) => page.touchscreen.tap(x, y)],
  ['a mouse on 1280 px', laptop, (page, x, y) => page.mouse.move(x, y)],
];

describe.each(hands)('%s', (_, options, point) => {
  test('reads f(1) wherever it points within 4 px of 1', async () => {
    const page = await open(gelu, options);
    const { at, y } = await placed(page);
    for (let off = -4; off <= 4; off++) {
      await point(page, at(-3.3), y);
      await expect.poll(() => reading(page)).toMatch(/^x -3\.3/);
      await point(page, at(1) + off, y);
      await expect.poll(() => reading(page), `${off} px`).toBe('x 1, f of x 0.8413, slope 1.0833');
      expect(await box(page).inputValue()).toBe('1');
    }
  });

  test('reaches every element that does not lie upon another', async () => {
    const page = await open(gelu, options);
    const { at, y, unit } = await placed(page);
    const { input } = (await import('../reference/article_tensors.json')).default.LeakyReLU;
    const apart = (/** @type {number} */ i) =>
      Math.min(...input.filter((_, j) => j !== i).map((x) => Math.abs(x - input[i]))) * unit;
    let reached = 0;
    for (const [i, x] of input.entries()) {
      if (apart(i) < 1) continue;
      await point(page, at(x), y);
      await expect.poll(() => reading(page), String(x)).toContain(`, element ${i + 1} of 18`);
      reached++;
    }
    expect(reached).toBeGreaterThanOrEqual(10);
  });

  test('reaches a tenth where no element is', async () => {
    const page = await open(gelu, options);
    const { at, y } = await placed(page);
    for (const x of [2.5, 3.2, -3.4]) {
      await point(page, at(x) + 1, y);
      await expect.poll(() => reading(page)).toContain(`x ${x.toFixed(4)}, f of x`);
    }
  });
});

test('the arrow keys go to the next tenth of a tick from anywhere, with Shift to the next tick', async () => {
  const page = await open(gelu, laptop);
  const ticks = (await page.locator('torchlet-curve .labels text[text-anchor=middle]').allTextContents()).map((text) =>
    Number(text.replace('−', '-')),
  );
  const tick = ticks[1] - ticks[0];
  const x = async () => Number(/^x (-?[\d.]+)/.exec((await reading(page)) ?? '')?.[1]);
  await area(page).focus();
  // The first element, 1.3159.
  await page.keyboard.press('PageDown');
  await expect.poll(x).toBe(1.3159);
  for (const [key, count] of /** @type {const} */ ([
    ['ArrowRight', 14],
    ['ArrowRight', 15],
    ['ArrowLeft', 14],
    ['ArrowLeft', 13],
    ['ArrowLeft', 12],
  ])) {
    await page.keyboard.press(key);
    await expect.poll(x).toBeCloseTo((count * tick) / 10, 5);
  }
  for (const [key, count] of /** @type {const} */ ([
    ['Shift+ArrowRight', 2],
    ['Shift+ArrowLeft', 1],
    ['Shift+ArrowLeft', 0],
    ['Shift+ArrowLeft', -1],
    ['ArrowLeft', -1.1],
  ])) {
    await page.keyboard.press(key);
    await expect.poll(x).toBeCloseTo(count * tick, 5);
  }
});

describe('the box for x', () => {
  test('reads what is typed, and keeps it until something else is pointed at', async () => {
    const page = await open(gelu, laptop);
    const { at, y } = await placed(page);
    await box(page).fill('1');
    await expect.poll(() => values(page)).toEqual(['0.8413', '1.0833']);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('torchlet-curve [role=status]').textContent())
      .toBe('x 1, f of x 0.8413, slope 1.0833');
    // While it is being typed no pointer changes it, over the plot or over a tensor.
    await page.mouse.move(at(-3.3), y);
    await page.mouse.move(at(-2), y);
    await page.locator('torchlet-tensor[kind=input] pre').hover({ position: { x: 80, y: 9 } });
    await page.mouse.move(at(-3.3), y);
    await page.waitForTimeout(50);
    expect(await box(page).inputValue()).toBe('1');
    expect(await values(page)).toEqual(['0.8413', '1.0833']);
    await box(page).fill('-');
    await page.mouse.move(at(2), y);
    await page.waitForTimeout(50);
    expect(await box(page).inputValue()).toBe('-');
    await box(page).fill('1');
    // Afterwards one that comes and goes gives it back.
    await box(page).blur();
    await page.mouse.move(at(-3.3), y);
    await expect.poll(() => box(page).inputValue()).toBe('-3.3000');
    await page.mouse.move(at(-3.3), 5);
    await expect.poll(() => box(page).inputValue()).toBe('1');
    expect(await values(page)).toEqual(['0.8413', '1.0833']);
    await page.mouse.move(at(2), y);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(at(2), 5);
    await expect.poll(() => box(page).inputValue()).toBe('2');
  });

  test('says what is wrong with a text, keeps it and the reading', async () => {
    const page = await open(gelu, laptop);
    const problem = page.locator('torchlet-curve .problem');
    await box(page).fill('1');
    for (const [text, words] of [
      ['one', '“one” is not a number.'],
      ['1e39', 'x must lie between -3.4e38 and 3.4e38.'],
      ['inf', 'x must be a finite number.'],
      ['a text that is long', '“a text that …” is not a number.'],
    ]) {
      await box(page).fill(text);
      await expect.poll(() => problem.textContent()).toBe(words);
      expect(await box(page).inputValue()).toBe(text);
      expect(await reading(page)).toBe('x 1, f of x 0.8413, slope 1.0833');
    }
    // What has only begun is not blamed before it is done.
    await box(page).fill('-');
    await expect.poll(() => problem.count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => problem.textContent()).toBe('“-” is not a number.');
    await page.keyboard.press('Escape');
    await expect.poll(() => box(page).inputValue()).toBe('1');
    expect(await values(page)).toEqual(['0.8413', '1.0833']);
  });

  test('leaves a text under the hand as it was typed', async () => {
    const page = await open(gelu, laptop);
    await box(page).focus();
    await page.keyboard.type('-0.50');
    await expect.poll(() => reading(page)).toMatch(/^x -0\.5000,/);
    expect(await box(page).inputValue()).toBe('-0.50');
  });

  test('reads an x out of view, and says that it is', async () => {
    const page = await open('activation=ReLU&input=article', laptop);
    await box(page).fill('50');
    await expect.poll(() => values(page)).toEqual(['50', '1']);
    expect(await page.locator('torchlet-curve .readout').textContent()).toContain('x, out of view');
    expect(await page.locator('torchlet-curve .mark path').count()).toBe(0);
    await area(page).hover();
    await page.mouse.move(2, 2);
    await expect.poll(() => box(page).inputValue()).toBe('50');
  });

  test('moves nothing: the figure has the same boxes with a hint, a reading and a problem', async () => {
    for (const options of [laptop, phone]) {
      const page = await open(gelu, options);
      const boxes = () =>
        page.evaluate(() => {
          const curve = /** @type {Element} */ (document.querySelector('torchlet-curve'));
          const inside = ['.readout', '#place'].map((name) => curve.shadowRoot?.querySelector(name));
          const all = [...inside, curve, document.querySelector('.view'), document.querySelector('.statement')];
          // On the page: typing may scroll.
          return all.map((one) => {
            const { x, y, width, height } = /** @type {Element} */ (one).getBoundingClientRect();
            return [x, y + scrollY, width, height].join(' ');
          });
        });
      const before = await boxes();
      for (const text of ['-2.4688', '1e-30', 'no number at all']) {
        await box(page).fill(text);
        await page.waitForTimeout(50);
        expect(await boxes()).toEqual(before);
      }
    }
  });

  test('is the element’s too, where nothing but the curve is shown', async () => {
    const page = await openHost({
      html: pageOf('<torchlet-figure loading="eager" activation="Tanh" input="-1,2" show="curve"></torchlet-figure>'),
    });
    await box(page).fill('0.5');
    await page.keyboard.press('Enter');
    const x = torch.tensor([0.5]);
    const y = nn.Tanh()(x);
    await expect.poll(() => values(page)).toEqual([y.item().toFixed(4), (1 - y.item() ** 2).toFixed(4)]);
    expect(await reading(page)).toMatch(/^x 0\.5000, f of x 0\.4621/);
  });
});
