// axe finds nothing to complain of, on every kind of view and in both themes.
import axe from 'axe-core';
import { expect, test } from 'vitest';
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

for (const theme of ['light', 'dark']) {
  test.each(views)(`axe finds nothing in %s, ${theme}`, async (_, hash, options = {}) => {
    const page = await open(`${hash}&theme=${theme}`, options);
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
    const found = violations.map(
      (/** @type {any} */ { id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary ?? ''}`).join('; ')}`,
    );
    expect(found).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
  });
}
