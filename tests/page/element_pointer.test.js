// A pointer on <torchlet-figure> where a page has scaled or zoomed what stands around it.
import { expect, test } from 'vitest';
import { drawn, host, pageOf, tensorIn } from './host.js';

const { open } = host();

const curve = '<torchlet-figure loading="eager" activation="Tanh" input="-1,2,0.5"></torchlet-figure>';
const rows =
  '<torchlet-figure loading="eager" activation="Softmax" dim="1" show="curve" input="1,2,3,4" shape="2,2"></torchlet-figure>';

/** @param {string} style */
async function scaled(style) {
  const page = await open(
    {
      html: pageOf(`<div style="${style}; transform-origin: 0 0">${curve}${rows}</div>`),
      policy: '',
    },
    { viewport: { width: 1900, height: 2600 } },
  );
  for (const figure of await page.locator('torchlet-figure').all()) await drawn(figure);
  await page.locator('torchlet-curve .stage svg text').first().waitFor();
  const area = page.locator('.cursor-area');
  const tick = async (/** @type {string} */ label) => {
    const at = await page
      .locator('torchlet-curve svg text[text-anchor=middle]')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .first()
      .boundingBox();
    const room = await area.boundingBox();
    if (!at || !room) throw new Error(`No tick ${label}`);
    return { x: at.x + at.width / 2, y: room.y + room.height * 0.4 };
  };
  return {
    page,
    tick,
    reading: async () => Number(/^x (-?[\d.]+)/.exec((await area.getAttribute('aria-valuetext')) ?? '')?.[1]),
  };
}

test.each([
  'transform: none',
  'transform: scale(0.5)',
  'transform: scale(1.6, 0.7)',
  'zoom: 0.5',
  'zoom: 1.5',
  'transform: scale(0.8); zoom: 0.75',
])('reads, drags and zooms where it is: %s', async (style) => {
  const { page, tick, reading } = await scaled(style);
  const two = await tick('2');
  await page.mouse.move(two.x, two.y);
  await expect.poll(reading).toBeCloseTo(2, 1);
  const four = await tick('4');
  await page.mouse.down();
  await page.mouse.move(four.x, two.y, { steps: 3 });
  await page.mouse.up();
  const ends = () =>
    page
      .locator('torchlet-figure')
      .first()
      .evaluate((el) => /** @type {any} */ (el).window);
  await expect.poll(async () => (await ends())?.[0]).toBeCloseTo(-7, 0);
  const [from, to] = await ends();
  expect((to - from) / 10).toBeCloseTo(1, 1);
  const zero = await tick('0');
  await page.mouse.move(zero.x, zero.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await ends())[1] - (await ends())[0]).toBeLessThan(9);
  // What is under the pointer stays there.
  const [left, right] = await ends();
  expect((0 - left) / (right - left)).toBeCloseTo((0 - from) / (to - from), 1);
});

test.each(['transform: scale(0.5)', 'zoom: 1.5'])('marks the number and the cell that it is on: %s', async (style) => {
  const { page } = await scaled(style);
  const pre = tensorIn(page.locator('torchlet-figure').first(), 'input');
  const text = /** @type {string} */ (await pre.textContent());
  const place = await pre.evaluate((el, at) => {
    const range = document.createRange();
    const node = /** @type {Text} */ ([...el.childNodes].find((child) => child.nodeType === 3));
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, text.indexOf('2.0'));
  await page.mouse.move(place.x, place.y);
  const label = () => page.locator('torchlet-tensor[kind=input] .panel').first().getAttribute('aria-label');
  await expect.poll(label).toContain('element [1] marked');
  const marked = await page.locator('torchlet-tensor[kind=input] .mark').first().boundingBox();
  expect(Math.abs((marked?.x ?? 0) - place.x)).toBeLessThan(8);
  const cell = await page.locator('torchlet-rows [data-flat="2"]').first().boundingBox();
  if (!cell) throw new Error('No cell');
  await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2);
  await expect.poll(() => page.locator('torchlet-rows .stage').getAttribute('aria-valuetext')).toContain('[1, 0]');
});
