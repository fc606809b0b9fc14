// Long tensors, computed in pieces: the same bits as at one go, and a page that answers meanwhile.
import { describe, expect, test } from 'vitest';
import { Model } from '../../web/figure/numbers/model.js';
import { atOnce } from '../../web/figure/numbers/pieces.js';
import { readState } from '../../web/figure/state/vocabulary.js';
import torch, { nn } from '../../web/index.js';
import { site, tensor } from './site.js';

const { open } = site();

/** @param {string} hash */
const computed = (hash) => new Model().update(readState(new URLSearchParams(hash)).state);

/** @param {{ data: Float32Array }} tensor */
const bits = ({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength);

/** @param {any} result @param {any} module @param {any} input @param {any} upstream @param {number} temperature */
function expectSame(result, module, input, upstream, temperature) {
  const x = input.detach().requires_grad_();
  const y = module(temperature === 1 ? x : x.div(temperature));
  const above = upstream ?? torch.zeros(y.shape);
  if (!upstream) above.data[result.chosen] = 1;
  y.backward(above);
  for (const [ours, theirs] of [
    [result.input, input],
    [result.output, y.detach()],
    [result.gradient, x.grad],
  ])
    expect(bits(ours).equals(bits(theirs))).toBe(true);
}

describe('in pieces', () => {
  // More than a hundred thousand, and no multiple of the pieces that they are computed in.
  const count = 200_007;

  test('a curve’s input, output, gradient, counts and moments are those of one call', () => {
    const result = computed(`activation=GELU&shape=${count}&seed=3&mean=1&scale=2&upstream=random`);
    torch.manual_seed(3);
    const input = torch.randn(count).mul(2).add(1);
    expectSame(result, nn.GELU(), input, torch.randn(count), 1);
    const { input: before, output: after } = result.moments;
    const y = nn.GELU()(input);
    for (const [ours, theirs] of [
      [before.mean, input.mean()],
      [before.std, input.std()],
      [after.mean, y.mean()],
      [after.std, y.std()],
    ])
      expect(ours).toBeCloseTo(theirs.item(), 6);
    const x = input.detach().requires_grad_();
    nn.GELU()(x).backward(torch.ones(count));
    expect(result.counts.saturated).toBe(
      /** @type {any} */ (x.grad).data.filter((s) => s !== 0 && Math.abs(s) < 1e-3).length,
    );
  });

  test('torch.rand and torch.linspace are too', () => {
    torch.manual_seed(8);
    const uniform = torch.rand(3, count).mul(2).add(-1);
    expect(
      bits(computed(`activation=ReLU&input=rand&from=-1&shape=3,${count}&seed=8`).input).equals(bits(uniform)),
    ).toBe(true);
    const even = computed(`activation=ReLU&input=linspace&shape=${count}&from=-0.1&to=7`).input;
    expect(bits(even).equals(bits(torch.linspace(-0.1, 7, count)))).toBe(true);
  });

  const rows = /** @type {[string, number[], () => any, number][]} */ ([
    ['Softmax&dim=1', [300, 500], () => nn.Softmax({ dim: 1 }), 1],
    ['Softmax&dim=0&temperature=2', [300, 500], () => nn.Softmax({ dim: 0 }), 2],
    ['LogSoftmax&dim=0', [500, 3, 100], () => nn.LogSoftmax({ dim: 0 }), 1],
    ['Softmin&dim=0', [110_000], () => nn.Softmin({ dim: 0 }), 1],
    ['Softmax2d', [2, 3, 400, 50], () => nn.Softmax2d(), 1],
    ['GLU&dim=1', [30, 8, 500], () => nn.GLU(1), 1],
  ]);
  test.each(rows)('%s of %j too, with the gradient of one output and of all', (hash, shape, make, temperature) => {
    const element = shape.map((size, d) => Math.min(size - 1, 1 + d));
    torch.manual_seed(1);
    const input = torch.randn(shape);
    const one = computed(`activation=${hash}&shape=${shape}&seed=1&element=${element}`);
    expectSame(one, make(), input, null, temperature);
    const all = computed(`activation=${hash}&shape=${shape}&seed=1&upstream=random`);
    torch.manual_seed(1);
    torch.randn(shape);
    expectSame(all, make(), input, torch.randn([...all.output.shape]), temperature);
  });

  test('a computation that is given up leaves nothing wrong behind', () => {
    const model = new Model();
    const state = (/** @type {string} */ hash) => readState(new URLSearchParams(hash)).state;
    const hash = `activation=Tanh&shape=${count}&seed=`;
    const given = model.steps(state(`${hash}1`));
    for (let i = 0; i < 5; i++) given.next();
    const half = model.steps(state(`${hash}2`));
    for (let step = half.next(); !step.done && !('result' in step.value); ) step = half.next();
    half.next();
    const result = atOnce(model.steps(state(`activation=SiLU&shape=${count}&seed=2`)));
    torch.manual_seed(2);
    const input = torch.randn(count);
    expect(bits(result.output).equals(bits(nn.SiLU()(input)))).toBe(true);
    expect(result.isWhole).toBe(true);
  });
});

test('ten million elements: the page shows how far it is, answers, and has PyTorch’s numbers of the seed', async () => {
  const page = await open();
  await page.getByLabel('randn').check();
  await page.getByLabel('shape', { exact: true }).fill('10000000');
  await page.locator('progress').waitFor();
  // Meanwhile the last good state stands, and the page does what it is told.
  expect(await tensor(page, 'input').textContent()).not.toContain('...');
  await page.getByLabel('theme').selectOption('dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await expect.poll(() => page.locator('.statement').textContent(), { timeout: 25_000 }).toContain('10,000,000');
  await expect.poll(() => page.locator('progress').count(), { timeout: 25_000 }).toBe(0);
  torch.manual_seed(0);
  expect(await tensor(page, 'input').textContent()).toBe(String(torch.randn(10_000_000)));
  expect(await page.locator('.statement').textContent()).toMatch(/^All 10,000,000 elements pass gradient back/);
});
