// The page of a row-wise function: cells, slices, bars; never a curve.
import { expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import article from '../reference/article_tensors.json';
import { markedNumber, pointAtText, site, tensor, title } from './site.js';

const { open } = site();
const sums = (/** @type {import('playwright').Page} */ page) =>
  page.locator('torchlet-rows .sum .number').allTextContents();

test('Softmax gives the tutorial’s output along dim 1, without a curve', async () => {
  const page = await open('activation=Softmax');
  expect(await title(page).textContent()).toBe('Softmax(dim=1)');
  const numbers = ((await tensor(page, 'output').textContent()) ?? '').match(/\d+\.\d+/g)?.map(Number);
  expect(numbers).toEqual(article.Softmax.output.flat());
  expect(await page.locator('torchlet-curve').count()).toBe(0);
  expect(await page.locator('torchlet-rows .slice').count()).toBe(2 * 4);
});

test('the slice that is pointed at is drawn before and after, and sums to 1', async () => {
  const page = await open('activation=Softmax&input=article&dim=1');
  await pointAtText(page, 'output', 2, 11);
  await expect.poll(() => markedNumber(page, 'output')).toBe('0.0459');
  expect(await page.locator('torchlet-rows .bars .title.output').textContent()).toContain('output[2, :]');
  expect((await sums(page))[1]).toBe('1.0000');
  await page.locator('torchlet-rows .grids svg').first().locator('[data-flat="8"]').hover();
  await expect.poll(() => markedNumber(page, 'input')).toBe('0.7868');
});

test('dim is chosen by its control and by pressing the name on the grid', async () => {
  const page = await open('activation=Softmax&input=article&dim=1');
  await page.getByLabel('0', { exact: true }).check();
  await expect.poll(() => title(page).textContent()).toBe('Softmax(dim=0)');
  expect(await page.locator('.statement').textContent()).toContain('5 slices of 4 along dim 0');
  // It looks as what can be pressed does.
  expect(await page.locator('torchlet-rows .dim').count()).toBe(
    await page.locator('torchlet-rows .dim .button').count(),
  );
  await page.locator('torchlet-rows .dim', { hasText: 'dim 1' }).first().click();
  await expect.poll(() => title(page).textContent()).toBe('Softmax(dim=1)');
});

test('dim=None shows PyTorch’s warning and its guess', async () => {
  const page = await open('activation=Softmax&input=article&dim=1');
  await page.getByLabel('None').check();
  await expect
    .poll(() => page.locator('.warning').textContent())
    .toContain('Implicit dimension choice for softmax has been deprecated');
  expect(await page.locator('.statement').textContent()).toContain('along dim 1');
});

test('pressing a cell shows the gradient of that output, which stays in its slice', async () => {
  const page = await open('activation=Softmax&dim=0&shape=2,3,4&seed=1');
  await page.locator('torchlet-rows .grids svg').first().locator('[data-flat="18"]').click();
  await expect.poll(() => page.url()).toContain('element=1,1,2');
  await expect
    .poll(
      async () =>
        (await tensor(page, 'gradient').textContent())?.match(/-?0\.\d+/g)?.filter((text) => Number(text) !== 0).length,
    )
    .toBe(2);
  expect(await page.locator('.code pre').textContent()).toContain('y[1, 1, 2].backward()');
});

test('the arrow keys walk through the cells', async () => {
  const page = await open('activation=Softmax&input=article&dim=1');
  await page.getByRole('slider', { name: /Element of the tensor/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => markedNumber(page, 'input')).toBe('-0.3371');
});

test('tensors of no, one and four dimensions are drawn', async () => {
  for (const [shape, cells] of /** @type {[string, number][]} */ ([
    ['[]', 1],
    ['6', 6],
    ['2,3,2,2', 24],
  ])) {
    const page = await open(`activation=Softmax&dim=0&shape=${shape}&seed=1`);
    await expect
      .poll(() => page.locator('torchlet-rows .grids svg').first().locator('[data-flat]').count())
      .toBe(cells);
    expect((await sums(page))[1]).toBe('1.0000');
  }
});

test('long slices are cut short in the drawing, not in the numbers', async () => {
  const page = await open('activation=Softmax&dim=1&shape=20,5000&seed=1');
  await expect.poll(() => page.locator('torchlet-rows .bars .title.input').textContent()).toContain('of 5,000 drawn');
  expect((await sums(page))[1]).toBe('1.0000');
});

test('Softmin, LogSoftmax and Softmax2d are drawn along their slices', async () => {
  const page = await open('activation=Softmin&input=article&dim=1');
  expect(await title(page).textContent()).toBe('Softmin(dim=1)');
  expect((await sums(page))[1]).toBe('1.0000');
  await page.getByRole('button', { name: 'LogSoftmax' }).click();
  await expect.poll(() => title(page).textContent()).toBe('LogSoftmax(dim=1)');
  expect(await tensor(page, 'output').textContent()).toContain('[-1.6578, -2.1101, -2.4287, -1.0397, -1.4002]');
  expect(await page.locator('torchlet-rows .sum').last().textContent()).toMatch(/sum of e to these\s*1\.0000/);
  await page.getByRole('button', { name: 'Softmax2d' }).click();
  await expect.poll(() => title(page).textContent()).toBe('Softmax2d()');
  expect(await page.locator('.statement').textContent()).toContain('5 slices of 4 along dim 0; each sums to 1');
});

test('Softmax2d says which tensors it takes, and the last good figure stays', async () => {
  const page = await open('activation=Softmax2d&shape=3,2,2&seed=0');
  const before = await tensor(page, 'output').textContent();
  await page.getByLabel('shape', { exact: true }).fill('4, 5');
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('expected input to be 3D or 4D, got 2D');
  expect(await tensor(page, 'output').textContent()).toBe(before);
  await page.getByLabel('shape', { exact: true }).fill('4, 1, 5');
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});

test('GLU is drawn as two halves and what gets through, with the gradient at both', async () => {
  const page = await open('activation=GLU&input=article');
  expect(await title(page).textContent()).toBe('GLU(dim=-1)');
  const x = torch.tensor(article.Softmax.input.flat()).reshape(5, 4);
  expect(await tensor(page, 'output').textContent()).toBe(String(nn.GLU()(x)));
  expect(await page.locator('torchlet-rows .grids svg').first().locator('.slice').count()).toBe(2 * 5);
  expect(await page.locator('torchlet-rows .grids svg').last().locator('.slice').count()).toBe(5);
  // The number that is marked in the output marks its pair's first half in the input.
  await pointAtText(page, 'output', 1, 11);
  await expect.poll(() => markedNumber(page, 'output')).not.toBe(null);
  const [shown, source] = [await markedNumber(page, 'output'), await markedNumber(page, 'input')];
  const at = x.data.findIndex((/** @type {number} */ value) => value.toFixed(4) === source);
  expect(nn.GLU()(x).data[Math.floor(at / 4) * 2 + (at % 4)].toFixed(4)).toBe(shown);
});

test('GLU refuses a dimension that cannot be halved in PyTorch’s words, and keeps the last good state', async () => {
  const page = await open('activation=GLU&input=article');
  await page.getByLabel('0', { exact: true }).check();
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toContain('Halving dimension must be even, but dimension 0 is size 5');
  expect(await title(page).textContent()).toBe('GLU(dim=-1)');
  await page.getByLabel('1', { exact: true }).check();
  await expect.poll(() => title(page).textContent()).toBe('GLU(dim=1)');
});
