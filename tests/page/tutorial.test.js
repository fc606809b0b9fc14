// The tutorial in the documentation, written as an author would: five figures, one script tag, and words that are true of them.
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import torch, { F } from '../../web/index.js';
import { host, tensorIn } from './host.js';

const { open } = host();
const path = '/docs/tutorial.html';

/** @param {object} [options] */
async function tutorial(options = {}) {
  const page = await open(path, options);
  const figures = page.locator('torchlet-figure');
  for (const figure of await figures.all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('figure').waitFor();
  }
  return { page, figures };
}

test('one script tag draws its five figures, under a strict policy', async () => {
  const { page, figures } = await tutorial();
  expect(await page.locator('script').count()).toBe(1);
  const titles = await figures.locator('figcaption').allTextContents();
  expect(titles).toEqual([
    'ReLU()',
    'LeakyReLU(negative_slope=0.1)',
    'Tanh()',
    'Softmax(dim=1)',
    "GELU(approximate='none')",
  ]);
});

describe('what it says of its figures is so', () => {
  test('three of the five numbers end up in the same place, and nothing comes back from them', async () => {
    const { figures } = await tutorial();
    expect(await tensorIn(figures.first(), 'output').textContent()).toBe(
      'tensor([1.0720, 0.0000, 0.0000, 1.2851, 0.0000])',
    );
    expect(await tensorIn(figures.first(), 'gradient').textContent()).toBe('tensor([1., 0., 0., 1., 0.])');
  });

  test('at a scale of 3 most come out near -1 or 1; at 1 they do not', () => {
    const near = (/** @type {number} */ scale) => {
      torch.manual_seed(1);
      const { data } = torch.tanh(torch.randn(1000).mul(scale));
      return data.filter((value) => Math.abs(value) > 0.9).length;
    };
    expect(near(3)).toBeGreaterThan(500);
    expect(near(1)).toBeLessThan(200);
  });

  test('a slope of 0 gives ReLU again, but for the sign of its zeros; another dim other sums', async () => {
    const { figures } = await tutorial();
    const leaky = figures.nth(1);
    await leaky.getByRole('textbox', { name: 'negative_slope' }).fill('0');
    await expect.poll(() => leaky.getAttribute('negative_slope')).toBe('0');
    torch.manual_seed(0);
    const input = torch.randn(4, 5);
    expect(await tensorIn(leaky, 'output').textContent()).toBe(String(F.leaky_relu(input, 0)));
    expect(String(F.leaky_relu(input, 0).add(0))).toBe(String(torch.relu(input)));
    await figures.nth(3).getByRole('radio', { name: '0' }).check();
    await expect.poll(() => figures.nth(3).locator('figcaption').textContent()).toBe('Softmax(dim=0)');
    await figures.nth(3).getByText('each slice along dim 0 sums to 1').waitFor();
  });
});

test('without JavaScript its fallbacks stand there', async () => {
  const page = await open(path, { javaScriptEnabled: false });
  for (const words of ['ReLU of five numbers', 'a line of slope 1', 'piles up at', 'each row sums to 1', 'dip below 0'])
    expect(await page.getByText(words).isVisible(), words).toBe(true);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing, ${colorScheme}, and nothing scrolls sideways on a phone`, async () => {
    const { page } = await tutorial({ colorScheme, viewport: { width: 390, height: 844 } });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
    expect(
      violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
