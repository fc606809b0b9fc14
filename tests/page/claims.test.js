// What the page says of each function: that it is there, and that each button's state can be computed and survives a link.
import { expect, test } from 'vitest';
import { Model } from '../../web/figure/numbers/model.js';
import { activations } from '../../web/figure/state/drawn.js';
import { consistent, defaultParameters, hashOf, readState } from '../../web/figure/state/vocabulary.js';
import torch, { F } from '../../web/index.js';
import { claims } from '../../web/playground/words/claims.js';
import { others } from '../../web/playground/words/claims_others.js';
import { rules } from '../../web/playground/words/rules.js';
import { readState as readLesson } from '../../web/training/state/vocabulary.js';
import lessons from '../reference/lessons.json' with { type: 'json' };
import { site, title } from './site.js';

const { open } = site();
const all = /** @type {Record<string, any>} */ ({ ...others, ...claims });

test('every function has its words', () => {
  expect(Object.keys(all).sort()).toEqual(activations.map((one) => one.module).sort());
  for (const { lead, good, bad, said, elsewhere } of Object.values(all)) {
    for (const part of [lead, good[0], bad[0], said?.[0] ?? elsewhere]) expect(part).toBeTruthy();
  }
});

test.each(Object.keys(all))('the buttons of %s show what can be computed and linked to', (module) => {
  const { good, bad, said = [] } = all[module];
  const patches = [...good, ...bad, ...said.map((/** @type {any} */ one) => one.truth)].flatMap(
    (claim) => claim.patch ?? [],
  );
  for (const patch of patches) {
    const { state } = readState([['activation', module]]);
    const parameters = { ...defaultParameters(module), ...patch.parameters };
    const shown = consistent({ ...state, ...patch, parameters });
    const result = new Model().update(shown);
    expect(result.activation.module).toBe(patch.activation ?? module);
    expect(readState(new URLSearchParams(hashOf(shown)))).toEqual({ state: shown, problems: [] });
  }
});

/** What PyTorch printed of dead units at a run's end. @param {string} name */
const deadAtEnd = (name) =>
  JSON.parse(
    /** @type {any} */ (lessons.runs.find((run) => run.name === name)).printed.at(-1).replace('dead at the end: ', ''),
  );

test('the lessons that words lead to are as the page of lessons reads them, and their numbers PyTorch’s', () => {
  const own = Object.values(all).flatMap(({ good, bad, said = [] }) => [
    ...good,
    ...bad,
    ...said.map((/** @type {any} */ one) => one.truth),
  ]);
  const linked = [...own, ...rules.map(({ claim }) => claim)].flatMap(({ trained }) => trained ?? []);
  expect(linked.length).toBeGreaterThan(6);
  for (const { state } of linked) expect(readLesson(new URLSearchParams(state)).problems, state).toEqual([]);
  const words = linked.map(({ show }) => show).join('; ');
  expect(words).toContain(`${deadAtEnd('dying_SGD_5')[0]} of 32 die in training`);
  expect(words).toContain(`${deadAtEnd('dying_SGD_0.5')[0]} of 32 dead instead of ${deadAtEnd('dying_SGD_5')[0]}`);
  expect(deadAtEnd('dying_LeakyReLU')).toEqual([0, 0]);
});

/** The largest difference of two functions on a fine grid. @param {(x: any) => any} f @param {(x: any) => any} g */
function difference(f, g) {
  const x = torch.linspace(-8, 8, 16_001);
  return f(x)
    .sub(g(x))
    .data.reduce((/** @type {number} */ most, /** @type {number} */ d) => Math.max(most, Math.abs(d)), 0);
}

/** Where a function is least, and how much it is there. @param {(x: any) => any} f */
function least(f) {
  const x = torch.linspace(-3, 0, 3001);
  const { values, indices } = torch.min(f(x), 0);
  return [x.data[Number(indices.item())], values.item()];
}

test('the numbers that the words give are the functions’ own', () => {
  expect(difference(F.gelu, (x) => F.gelu(x, { approximate: 'tanh' }))).toBeLessThan(0.0005);
  expect(difference(F.hardswish, F.silu)).toBeLessThan(0.15);
  expect(difference(F.celu, F.elu)).toBe(0);
  expect(least(F.silu)).toEqual([expect.closeTo(-1.278, 2), expect.closeTo(-0.2785, 4)]);
  expect(least(F.mish)).toEqual([expect.closeTo(-1.192, 2), expect.closeTo(-0.3088, 4)]);
  expect(least(F.gelu)[0]).toBeCloseTo(-0.75, 2);
  const slopes = (/** @type {(x: any) => any} */ f, /** @type {number[]} */ at) => {
    const x = torch.tensor(at, { requires_grad: true });
    f(x).backward(torch.ones_like(x));
    return /** @type {any} */ (x.grad).tolist();
  };
  expect(slopes(F.softsign, [10])[0]).toBeCloseTo(0.0083, 4);
  expect(slopes(F.elu, [-6.9, -7])).toEqual([expect.closeTo(0.001, 4), expect.closeTo(0.0009, 4)]);
  expect(slopes(F.selu, [0, 1e-9])).toEqual([expect.closeTo(1.7581, 4), expect.closeTo(1.0507, 4)]);
  torch.manual_seed(0);
  const y = F.selu(torch.randn(10_000));
  expect(Math.abs(y.mean().item())).toBeLessThan(0.05);
  expect(Math.abs(y.std().item() - 1)).toBeLessThan(0.05);
  expect(F.logsigmoid(torch.tensor([-200])).item()).toBe(-200);
  expect(F.log_softmax(torch.tensor([0, 200]), 0).tolist()).toEqual([-200, 0]);
});

test('what is often said names what it speaks of', () => {
  for (const { said = [] } of Object.values(all))
    for (const { claim } of said) expect(claim).not.toMatch(/^(It|Its|So|This|That)\b/);
});

test('they stand beside the figure, with what other libraries mean', async () => {
  const page = await open('activation=GELU&input=article');
  expect(await page.locator('.words').textContent()).toContain('JAX’s default is the tanh form');
  await page.getByRole('button', { name: 'the tanh form' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page).textContent()).toBe("GELU(approximate='tanh')");
  await page.getByRole('button', { name: 'ReLU', exact: true }).click();
  await page.getByRole('link', { name: '22 of 32 die in training' }).click();
  await page.getByRole('heading', { name: 'Why do units die?' }).waitFor();
});
