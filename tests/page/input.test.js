// What goes in: other distributions, their mean and scale, a temperature, a gradient passed to backward().
import { expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import { site, tensor } from './site.js';

const { open } = site();

test('rand and linspace are chosen from the keyboard and typed ends followed', async () => {
  const page = await open('activation=ReLU&shape=6&seed=3');
  await page.getByLabel('randn').focus();
  await page.keyboard.press('ArrowRight');
  torch.manual_seed(3);
  await expect.poll(() => tensor(page, 'input').textContent()).toBe(String(torch.rand(6)));
  await page.getByLabel('from', { exact: true }).fill('-1');
  torch.manual_seed(3);
  await expect.poll(() => tensor(page, 'input').textContent()).toBe(String(torch.rand(6).mul(2).add(-1)));
  await page.getByLabel('linspace').check();
  await expect.poll(() => tensor(page, 'input').textContent()).toBe(String(torch.linspace(-5, 5, 6)));
  expect(page.url()).toContain('input=linspace');
});

test('mean and scale move the numbers; a wrong one is explained and nothing is lost', async () => {
  const page = await open('activation=ReLU&shape=5&seed=0');
  await page.getByLabel('scale', { exact: true }).fill('NaN');
  await expect
    .poll(() => page.locator('#field-scale-problem').textContent())
    .toContain('The scale must be a finite number');
  torch.manual_seed(0);
  expect(await tensor(page, 'input').textContent()).toBe(String(torch.randn(5)));
  await page.getByLabel('scale', { exact: true }).fill('2');
  await page.getByLabel('mean', { exact: true }).fill('-1.5');
  torch.manual_seed(0);
  await expect.poll(() => tensor(page, 'input').textContent()).toBe(String(torch.randn(5).mul(2).add(-1.5)));
});

test('the moments before and after, and the shares of dead and saturated elements, are torch’s', async () => {
  const page = await open('activation=ReLU&shape=1000&seed=2');
  torch.manual_seed(2);
  const x = torch.randn(1000);
  const y = nn.ReLU()(x);
  const row = (/** @type {string} */ name) => page.locator(`.moments tr.${name} td`).allTextContents();
  const expected = (/** @type {typeof x} */ t) => [t.mean(), t.std()].map((one) => one.item().toFixed(4));
  expect(await row('input')).toEqual(expected(x));
  expect(await row('output')).toEqual(expected(y));
  const dead = x.data.filter((value) => value <= 0).length;
  expect(await page.locator('.moments').textContent()).toContain(`${(dead / 10).toFixed(1)} %`);
});

test('a temperature divides what goes in, in the code too', async () => {
  const page = await open('activation=Softmax&dim=1&input=article');
  const slider = page.locator('.parameters torchlet-number input[type=range]');
  await slider.focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.url()).toContain('temperature=10');
  await expect.poll(() => page.locator('.code pre').textContent()).toContain('output = m(input / 10)');
  const box = page.locator('.parameters torchlet-number input[type=text]');
  await box.fill('0');
  await expect
    .poll(() => page.locator('.parameters torchlet-number .problem').textContent())
    .toContain('between 0.001');
  expect(page.url()).toContain('temperature=10');
});

test('a typed gradient passed to backward() goes back through the slopes', async () => {
  const page = await open('activation=ReLU&input=-1,2,3');
  const choice = page.getByRole('group', { name: 'gradient passed to backward()' });
  await choice.getByLabel('your own').focus();
  await page.keyboard.press('Space');
  await page.locator('#field-upstream').fill('5, -2, 0.5');
  await expect.poll(() => tensor(page, 'gradient').textContent()).toBe('tensor([ 0.0000, -2.0000,  0.5000])');
  expect(await page.locator('.statement').textContent()).toContain('1 of 3');
  await page.locator('#field-upstream').fill('1, 2');
  await expect.poll(() => page.locator('.upstream').textContent()).toContain('2 numbers for 3 outputs');
  await page.locator('#field-upstream').fill('4');
  await expect.poll(() => tensor(page, 'gradient').textContent()).toBe('tensor([0., 4., 4.])');
});

test('arrows show where the gradient points, crosses where nothing gets back', async () => {
  const page = await open('activation=ReLU&input=-1,-2,3,4&upstream=1,1,1,-2');
  await page.getByLabel('arrows').press('Space');
  const path = (/** @type {string} */ name) => page.locator(`torchlet-curve path.${name}`).getAttribute('d');
  await expect.poll(() => path('arrow')).toMatch(/h32m.*h-64m/);
  expect((await path('nothing'))?.match(/M/g)).toHaveLength(2);
});

test('the gradient of softmax may come from all outputs at once', async () => {
  const page = await open('activation=Softmax&dim=0&input=1,2,3&upstream=1,0,-1');
  const x = torch.tensor([1, 2, 3], { requires_grad: true });
  nn.Softmax({ dim: 0 })(x).backward(torch.tensor([1, 0, -1]));
  expect(await tensor(page, 'gradient').textContent()).toBe(String(x.grad));
});

test('pasted numbers keep their rows: a table with commas or tabs, as spreadsheets write it', async () => {
  const page = await open('activation=ReLU&input=1');
  const field = page.locator('#field-numbers');
  await field.fill('1,2,3\n-4,5,6');
  await expect.poll(() => tensor(page, 'output').textContent()).toBe('tensor([[1., 2., 3.],\n        [0., 5., 6.]])');
  await field.fill('1\t2\n3\t-4\n');
  await expect.poll(() => tensor(page, 'input').textContent()).toBe('tensor([[ 1.,  2.],\n        [ 3., -4.]])');
  await field.fill('1, 2,\n3');
  await expect.poll(() => tensor(page, 'input').textContent()).toBe('tensor([1., 2., 3.])');
});
