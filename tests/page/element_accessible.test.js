// axe finds nothing to complain of in embedded figures, drawn or not; and all of a figure can be reached by keyboard.
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { drawn, host, pageOf } from './host.js';

const { open } = host();
const tags = [
  'activation="LeakyReLU" negative_slope="0.1" shape="4,5" show="curve,tensors,gradient,code" controls',
  'activation="Softmax" dim="1" show="curve,gradient,tensors,cells" controls',
  'activation="GELU" shape="3000" controls compare="ELU,SiLU" show="curve,gradient,differences"',
  'activation="Softmax" input="1,2,3" controls dim="None"',
  'activation="Nothing"',
];
const body = (/** @type {string} */ theme) =>
  [...tags.map((tag) => `loading="eager" theme="${theme}" ${tag}`), 'loading="click" activation="ReLU"']
    .map((attributes) => `<torchlet-figure ${attributes}><p>a still picture</p></torchlet-figure>`)
    .join('');

test.each([
  ['light', 900],
  ['dark', 900],
  ['light', 360],
])('axe finds nothing in %s figures at %i px', async (theme, width) => {
  const page = await open({ html: pageOf(body(theme)) }, { viewport: { width, height: 900 } });
  await expect.poll(() => page.locator('figure').count()).toBe(4);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
  const found = violations.map(
    (/** @type {any} */ { id, nodes }) =>
      `${id}: ${nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary ?? ''}`).join('; ')}`,
  );
  expect(found).toEqual([]);
  expect(passes.length).toBeGreaterThan(20);
});

test('Tab goes through curve, sliders, seed and tensors in their order, and out again', async () => {
  const page = await open({
    html: pageOf(
      `<button>before</button><torchlet-figure loading="eager" ${tags[0]}></torchlet-figure><button>after</button>`,
    ),
  });
  await drawn(page.locator('torchlet-figure'));
  await page.getByText('before').focus();
  const names = [];
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(() => {
        /** @type {Element | null} */ let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return (
          at?.getAttribute('aria-label') ??
          /** @type {any} */ (at?.labels?.[0]?.textContent || at?.textContent) ??
          ''
        ).slice(0, 24);
      }),
    );
    if (names.at(-1) === 'after') break;
  }
  expect(names).toEqual([
    'Point on the curve',
    'x',
    'negative_slope, slider',
    'negative_slope',
    'default 0.01',
    'seed',
    'next seed',
    'input, as PyTorch prints',
    'output, as PyTorch print',
    'input.grad, as PyTorch p',
    'The same in PyTorch',
    'after',
  ]);
});

test('an element that is walked to in the tensor is marked on the curve and in the other tensors', async () => {
  const page = await open({
    html: pageOf(
      '<torchlet-figure loading="eager" activation="Tanh" shape="2,3" show="curve,tensors,gradient"></torchlet-figure>',
    ),
  });
  const figure = page.locator('torchlet-figure');
  await drawn(figure);
  await figure.getByRole('group', { name: /^output, as PyTorch/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => figure.getAttribute('element')).toBe('1,0');
  expect(await figure.locator('torchlet-curve .mark.element').count()).toBe(1);
  expect(await figure.locator('torchlet-tensor .mark:not([hidden])').count()).toBe(3);
  await page.keyboard.press('Escape');
  await expect.poll(() => figure.getAttribute('element')).toBe(null);
});
