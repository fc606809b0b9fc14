// The input is the reader's: it stays when the function changes, and comes back after a function that cannot take it.
import { expect, test } from 'vitest';
import { site, tensor, title } from './site.js';

const { open } = site();

/** @param {import('playwright').Page} page @param {string} name */
async function choose(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => title(page).textContent()).toContain(`${name}(`);
}

/** @param {import('playwright').Page} page */
const input = (page) => tensor(page, 'input').textContent();

test('the article’s numbers stay, and are called by whose they are', async () => {
  const page = await open();
  const eighteen = await input(page);
  for (const name of ['ReLU', 'Tanh', 'GELU', 'Softmax', 'LeakyReLU']) {
    await choose(page, name);
    expect(await input(page)).toBe(eighteen);
  }
  await choose(page, 'ReLU');
  expect(page.url()).toContain('input=article:LeakyReLU');
  await page.reload();
  await expect.poll(() => input(page)).toBe(eighteen);
  await page.getByLabel('numbers', { exact: true }).selectOption({ label: '5 printed for ReLU' });
  await expect.poll(() => input(page)).toBe('tensor([ 1.0720, -1.4033, -0.6637,  1.2851, -0.5382])');
  expect(page.url()).toContain('input=article&');
  expect(await page.locator('.inputs .note').textContent()).toContain('PyTorch Activation Functions');
});

test.each([
  ['GLU', 'input=1,-2,3', 'GLU halves dimension -1, whose size 3 is odd'],
  ['Softmax2d', 'shape=6&seed=4', 'Softmax2d takes tensors of 3 or 4 dimensions, not 1'],
])(
  '%s shows its own numbers in place of some that it refuses, says so, and gives them back',
  async (name, words, reason) => {
    const page = await open(`activation=ReLU&${words}`);
    const own = await input(page);
    await choose(page, name);
    expect(await input(page)).not.toBe(own);
    expect(await page.locator('.inputs').textContent()).toContain(reason);
    expect(page.url()).toContain('input=article');
    await choose(page, 'Tanh');
    expect(await input(page)).toBe(own);
    expect(await page.locator('.inputs').textContent()).not.toContain(reason);
  },
);

test('what a reader chooses while another’s numbers are shown is the reader’s from then on', async () => {
  const page = await open('activation=ReLU&input=1,-2,3');
  await choose(page, 'GLU');
  await page.getByLabel('linspace').check();
  const own = await input(page);
  await choose(page, 'Tanh');
  expect(await input(page)).toBe(own);
});

test('a link without an input opens with the function’s own', async () => {
  const page = await open('activation=Softmax');
  expect(await input(page)).toContain('0.4325, -0.0198');
});

test('an element that is chosen stays with its number, and not with another number of the same index', async () => {
  const page = await open('activation=ReLU&input=1,-2,3&element=2');
  const names = page.locator('torchlet-curve .readout .label');
  await expect.poll(() => names.allTextContents()).toEqual(['input[2]', 'output[2]', 'f′(x)']);
  await choose(page, 'Tanh');
  expect(page.url()).toContain('element=2');
  await expect.poll(() => names.allTextContents()).toEqual(['input[2]', 'output[2]', 'f′(x)']);
  // GLU takes no three numbers: it shows its own, whose third is no one's choice.
  await choose(page, 'GLU');
  expect(page.url()).not.toContain('element=');
  await page.locator('torchlet-rows .grids [data-flat="1"]').first().click();
  await expect.poll(() => page.url()).toContain('element=');
  await choose(page, 'ReLU');
  expect(page.url()).not.toContain('element=');
  await expect.poll(() => names.allTextContents()).toEqual(['x']);
});
