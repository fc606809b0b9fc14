// The site's tutorial and scratch page: every cell runs in order, figures and lessons work, the address keeps what is written.
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { host } from './host.js';

const { open } = host();

/** What cells print that use no random numbers. @type {Record<number, string>} */
const kPrinted = {
  0: 'tensor(0.0500)\ntensor(0.0500)\n',
  1: 'True\n',
  2: 'tensor([0., 0., 1.])\n',
  10: 'tensor(0.1698)\ntensor(0.6578)\n',
};

test('every cell of the tutorial runs, in order, in its session', async () => {
  const page = await open('/tutorial/index.html', { viewport: { width: 1280, height: 900 } });
  const cells = page.locator('torchlet-cell');
  const count = await cells.count();
  expect(count).toBeGreaterThanOrEqual(11);
  for (let i = 0; i < count; i++) {
    const cell = cells.nth(i);
    await cell.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => cell.evaluate((one) => /** @type {any} */ (one).ok), { timeout: 20_000 }).not.toBe(null);
    const { ok, text } = await cell.evaluate((one) => ({
      ok: /** @type {any} */ (one).ok,
      text: /** @type {any} */ (one).text,
    }));
    expect({ i, ok, text: kPrinted[i] ?? text }).toEqual({ i, ok: true, text });
  }
  expect(await page.locator('torchlet-cell .plot svg').count()).toBe(1);
  const lesson = page.locator('torchlet-training').first();
  await lesson.scrollIntoViewIfNeeded();
  await expect
    .poll(() => lesson.locator('.statement').innerText(), { timeout: 20_000 })
    .toMatch(/^Dead after 300 steps: 22 of 32/);
  expect(await page.locator('.rooms a[aria-current]').innerText()).toBe('Tutorial');
}, 90_000);

test.each([
  ['light', 1280],
  ['dark', 390],
])(
  'axe finds nothing in the tutorial, %s at %i px, and nothing scrolls sideways',
  async (colorScheme, width) => {
    const page = await open('/tutorial/index.html', {
      viewport: { width, height: 900 },
      colorScheme: /** @type {any} */ (colorScheme),
    });
    await page.locator('torchlet-figure').first().locator('figure').first().waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
    expect(
      violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  },
  60_000,
);

test('from the code of the playground the way leads to the scratch page, which prints the same', async () => {
  const playground = await open('/index.html#activation=Tanh&input=-1,0,1');
  const href = await playground.locator('section.code a', { hasText: 'Scratch' }).getAttribute('href');
  const page = await open(`/${href?.replace('scratch/', 'scratch/index.html')}`);
  const cell = page.locator('torchlet-cell').first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect
    .poll(() => cell.locator('.out').innerText())
    .toMatch(/^tensor\(\[-1\., {2}0\., {2}1\.\]\)\ntensor\(\[-0\.7616/);
});

test('the scratch page runs the program of its address, and keeps there what is written', async () => {
  const page = await open(`/scratch/index.html#${new URLSearchParams({ code: 'print(6 * 7)' })}`);
  const cell = page.locator('torchlet-cell').first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => cell.locator('.out').innerText()).toBe('42\n');
  await cell.getByRole('button', { name: 'Edit' }).click();
  await cell.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  # so it is');
  await expect
    .poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('code'))
    .toBe('print(6 * 7)  # so it is');
  await page.getByRole('button', { name: 'One cell more' }).click();
  expect(await page.locator('torchlet-cell').count()).toBe(2);
});
