// axe finds nothing to complain of, on every kind of view and in both themes.
import { expect, test } from 'vitest';
import { allRules, ruledColours } from './axe.js';
import { site } from './site.js';

const { open } = site();

/** @type {[string, string, object?][]} */
const views = [
  ['a curve with a parameter', 'activation=LeakyReLU&negative_slope=0.1&input=article'],
  ['a bounded curve, random input', 'activation=Tanh&shape=100&seed=1'],
  ['a choice, typed input', 'activation=GELU&approximate=tanh&input=-2,1'],
  ['rows', 'activation=Softmax&dim=1&input=article'],
  ['logarithms of rows', 'activation=LogSoftmax&dim=0&shape=2,3,4&seed=0'],
  ['four functions compared', 'activation=GELU&input=article&compare=SiLU,ELU(alpha=0.5),ReLU&show=differences'],
  ['a curve near by, without its slope', 'activation=Tanh&input=linspace&shape=18&hide=slope&window=-1,1,-1,1'],
  ['cells, arrows, a typed gradient', 'activation=SiLU&input=-1,2&upstream=1,-2&show=cells,arrows'],
  ['two halves', 'activation=GLU&input=rand&shape=4,6&seed=2&upstream=random'],
  ['a damaged link', 'activation=ReLU&shape=4,,x&seed=3'],
  ['a phone', 'activation=SELU&shape=1000&seed=0', { viewport: { width: 390, height: 844 } }],
];

test.each(views)('axe finds nothing in %s, light and dark', async (_, hash, options = {}) => {
  const page = await open(hash, { colorScheme: 'light', ...options });
  const light = await allRules(page);
  expect(light.violations).toEqual([]);
  expect(light.passes).toBeGreaterThan(20);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ruledColours(page);
  expect(dark.violations).toEqual([]);
  expect(dark.passes).toBeGreaterThan(0);
});
