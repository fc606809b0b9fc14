// <torchlet-figure> under policies of trusted types: where it may make no policy of its own, and where its policy is named.
import { expect, test } from 'vitest';
import { drawn, host, pageOf, strict, tensorIn } from './host.js';

const { open, forgive } = host();
const body = '<torchlet-figure loading="eager" activation="ReLU" input="-1,2" controls></torchlet-figure>';

test.each([
  ["script-src 'self' 'wasm-unsafe-eval'; trusted-types site"],
  [`${strict}; trusted-types site`],
  [`${strict}; trusted-types 'none'`],
  [`${strict}; require-trusted-types-for 'script'`],
  [`${strict}; require-trusted-types-for 'script'; trusted-types lit-html site`],
])('draws under %s', async (policy) => {
  // The refusal is the browser's to tell.
  forgive(/TrustedTypePolicy|trusted-types/);
  const page = await open({ html: pageOf(body), policy });
  const figure = page.locator('torchlet-figure');
  await drawn(figure);
  expect(await tensorIn(figure, 'output').textContent()).toBe('tensor([0., 2.])');
  await page.locator('torchlet-curve .stage svg text').first().waitFor();
});
