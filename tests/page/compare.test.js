// Several functions in one plot, told apart without colour, and what they differ by.
import { expect, test } from 'vitest';
import torch, { F } from '../../web/index.js';
import { site, title } from './site.js';

const { open } = site();
const others = (/** @type {import('playwright').Page} */ page) => page.locator('torchlet-curve .stage path.other');
const rows = (/** @type {import('playwright').Page} */ page) => page.locator('torchlet-curve .comparison tbody tr');

test('a function is added from the keyboard, drawn in both parts with its own dash, and named on the plot', async () => {
  const page = await open('activation=GELU&input=article');
  await page.getByLabel('Function to compare with').focus();
  await page.keyboard.type('SiLU');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('compare=SiLU');
  for (const name of ['ELU', 'ReLU']) {
    await page.getByLabel('Function to compare with').selectOption(name);
    await page.getByRole('button', { name: 'add', exact: true }).click();
  }
  await expect.poll(() => others(page).count()).toBe(6);
  expect(await page.locator('torchlet-curve .other-name').allTextContents()).toEqual(['SiLU', 'ELU', 'ReLU']);
  const dashes = await others(page).evaluateAll((paths) => paths.map((p) => getComputedStyle(p).strokeDasharray));
  expect(new Set(dashes).size).toBe(3);
  expect(await page.getByLabel('Function to compare with').isDisabled()).toBe(true);
});

test('the table reads all of them where the cursor is, and the largest difference in view', async () => {
  const page = await open('activation=ReLU&input=article&compare=LeakyReLU(negative_slope=0.25),Tanh');
  await page.getByRole('slider', { name: 'Point on the curve' }).focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => rows(page).first().textContent()).toContain('ReLU');
  const cells = (/** @type {number} */ row) => rows(page).nth(row).locator('td').allTextContents();
  expect((await cells(0)).slice(0, 2)).toEqual(['0', '0']);
  expect((await cells(1)).slice(0, 3)).toEqual(['-0.2500', '0.2500', '-0.2500']);
  const tanh = F.tanh(torch.tensor([-1]))
    .item()
    .toFixed(4);
  expect((await cells(2)).slice(0, 1)).toEqual([tanh]);
  expect((await cells(1))[3]).toBe('-1.2500 at -5.00');
  expect(await page.locator('torchlet-curve .comparison thead').textContent()).toContain('minus ReLU');
});

test('the differences take the place of the slopes on demand', async () => {
  const page = await open('activation=GELU&input=article&compare=SiLU');
  await page.getByLabel('differences to GELU instead of slopes').press('Space');
  await expect.poll(() => page.locator('torchlet-curve .difference-name').count()).toBe(1);
  expect(await page.locator('torchlet-curve .difference-name').textContent()).toBe('each one minus GELU');
  expect(await page.locator('torchlet-curve path.slope').count()).toBe(0);
  expect(page.url()).toContain('show=differences');
});

test('a setting is kept while the slider goes on, changes places with the first, and is removed', async () => {
  const page = await open('activation=ELU&alpha=0.5&input=article');
  await page.getByRole('button', { name: 'keep this curve as it is' }).click();
  await expect
    .poll(() => page.locator('.compare [role=status]').textContent())
    .toContain('ELU(0.5) stays, drawn dashed: now move a slider');
  const box = page.locator('.parameters torchlet-number input[type=text]');
  await box.fill('2');
  await expect.poll(() => title(page).textContent()).toBe('ELU(alpha=2)');
  expect(await page.locator('.chip').textContent()).toContain('ELU(0.5)');
  await page.getByRole('button', { name: 'Put ELU(0.5) first' }).click();
  await expect.poll(() => title(page).textContent()).toBe('ELU(alpha=0.5)');
  expect(page.url()).toContain('compare=ELU(alpha%3D2)');
  // No longer so.
  expect(await page.locator('.compare [role=status]').textContent()).toBe('');
  await page.getByRole('button', { name: 'Remove ELU(2)' }).click();
  await expect.poll(() => page.locator('.compare [role=status]').textContent()).toBe('ELU(2) is removed.');
  await expect.poll(() => others(page).count()).toBe(0);
});

test('a link with functions that cannot be compared keeps the others and names them', async () => {
  const page = await open('activation=ReLU&input=article&compare=Gelu,Softmax,Elu(alpha=x),nothing');
  const notice = await page.getByRole('alert').textContent();
  for (const words of ['Softmax has no curve', '“x” is not a number', 'no “nothing” here'])
    expect(notice).toContain(words);
  expect(await page.locator('torchlet-curve .other-name').allTextContents()).toEqual(['GELU', 'ELU']);
});

test('a third is shown as 0.3333, and stays a third in the link and in the code', async () => {
  const page = await open('activation=RReLU&input=-3,6&compare=LeakyReLU(negative_slope=0.3333333333333333)');
  const box = page.locator('.parameters torchlet-number[label=upper] input[type=text]');
  await expect.poll(() => box.inputValue()).toBe('0.3333');
  expect(await page.locator('.chip').textContent()).toContain('LeakyReLU(0.3333)');
  await page.getByLabel('linspace').check();
  expect(page.url()).toContain('0.3333333333333333)');
  expect(await title(page).textContent()).toBe('RReLU(lower=0.125, upper=0.3333333333333333)');
  expect(await page.locator('.code pre').first().textContent()).toContain('upper=0.3333333333333333');
});
