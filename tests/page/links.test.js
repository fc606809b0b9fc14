// Links: every state survives the way to the address and back, and a damaged one keeps what is intact.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleExample } from '../../web/figure/state/article.js';
import { activations, isGated, shapeProblem } from '../../web/figure/state/drawn.js';
import {
  activationOf,
  consistent,
  defaultParameters,
  hashOf,
  isSeeded,
  readState,
} from '../../web/figure/state/vocabulary.js';
import { readNumber, shortest } from '../../web/figure/text/numbers.js';
import article from '../reference/article_tensors.json';
import { site, tensor, title } from './site.js';

const { open } = site();
const names = Object.keys(article).filter((name) => name in { ReLU: 1, LeakyReLU: 1, Sigmoid: 1, Tanh: 1, Softmax: 1 });

/** Functions to compare, with defaults and without. */
const compared = activations
  .filter((one) => one.elementwise)
  .flatMap(({ module: activation, parameters }) => {
    const defaults = defaultParameters(activation);
    const others = parameters.filter((p) => p.type !== 'choice').map((p) => [p.name, 0.375]);
    return [defaults, { ...defaults, ...Object.fromEntries(others) }].map((values) => ({
      activation,
      parameters: values,
    }));
  });

const states = fc
  .record({
    activation: fc.constantFrom(...activations.map((one) => one.module)),
    source: fc.constantFrom('article', 'random', 'rand', 'linspace', 'typed'),
    shape: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
    seed: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map(String),
    slope: fc.double({ noNaN: true, noDefaultInfinity: true, min: -3.4e38, max: 3.4e38 }),
    choice: fc.nat({ max: 1 }),
    dim: fc.option(fc.integer({ min: -4, max: 3 })),
    values: fc.array(fc.float(), { minLength: 1, maxLength: 20 }),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    mean: fc.constantFrom(0, -0.1, 1e-30, 7),
    ends: fc.option(fc.constantFrom([-1, 1], [0, 1], [3.5, -2])),
    temperature: fc.constantFrom(1, 0.1, 12.5),
    upstream: fc.constantFrom('', 'ones', 'random', 'typed'),
    compare: fc.array(fc.constantFrom(...compared), { maxLength: 3 }),
    window: fc.option(fc.constantFrom([-1, 1, -0.5, 0.25], [1e-3, 2e-3, 0, 100])),
    hide: fc.constantFrom([], ['f'], ['slope']),
    show: fc.constantFrom([], ['equal'], ['layers3', 'arrows'], ['differences']),
  })
  .map(({ activation, source: asked, shape, seed, slope, choice, dim, values, upstream, ...others }) => {
    const one = activationOf(activation);
    const own = one.parameters.map((p) => [
      p.name,
      p.type === 'dim'
        ? isGated(one)
          ? -1
          : dim
        : p.type === 'choice'
          ? p.choices?.[choice]
          : slope === 0
            ? 0
            : slope,
    ]);
    const odd = shapeProblem(one, asked === 'typed' ? [values.length] : shape);
    const source = odd ? 'article' : asked;
    return consistent(
      /** @type {any} */ ({
        activation,
        parameters: { ...defaultParameters(activation), ...Object.fromEntries(own) },
        source,
        shape: source === 'typed' ? [values.length] : source === 'article' ? [18] : shape,
        seed: isSeeded(source) ? seed : '0',
        scale: 1 - others.mean,
        // As few digits as tell the float32 apart, which is all that a tensor keeps of a number.
        numbers: source === 'typed' ? values.map((value) => readNumber(shortest(value))) : [],
        upstream,
        upstreamNumbers: upstream === 'typed' ? [1, -0.5] : [],
        element: null,
        carried: {},
        ...others,
      }),
    );
  });

const read = (/** @type {string} */ hash) => readState(new URLSearchParams(hash));

describe('a link', () => {
  test('gives any state back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(hashOf(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  /** What of the state each key decides, where it decides nothing else. @type {Record<string, string[]>} */
  const decided = {
    negative_slope: ['parameters'],
    theme: ['theme'],
    v: [],
    element: ['element'],
    compare: ['compare'],
    window: ['window'],
    upstream: ['upstream', 'upstreamNumbers'],
    mean: ['mean'],
    scale: ['scale'],
    from: ['ends'],
    temperature: ['temperature'],
    hide: ['hide'],
    show: ['show'],
    other: [],
  };

  test('that is damaged never throws, and keeps every other key', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...Object.keys(decided)), fc.string(), (state, key, text) => {
        const pairs = new URLSearchParams(hashOf(state));
        pairs.set(key, text);
        const without = (/** @type {any} */ one) =>
          Object.fromEntries(Object.entries(one).filter(([field]) => !decided[key].includes(field)));
        expect(without(readState(pairs).state)).toEqual(without(state));
      }),
      { numRuns: 1000 },
    );
  });

  test('whose function, shape or numbers are damaged keeps the seed and the theme', () => {
    fc.assert(
      fc.property(states, fc.constantFrom('activation', 'shape', 'input', 'dim'), fc.string(), (state, key, text) => {
        const pairs = new URLSearchParams(hashOf(state));
        const seed = pairs.get('seed');
        pairs.set(key, text);
        const reading = readState(pairs);
        if (seed !== null) expect(reading.state.seed).toBe(seed);
        expect(reading.state.theme).toBe(state.theme);
      }),
      { numRuns: 1000 },
    );
  });

  test('cut off anywhere opens with what stands before the cut', () => {
    fc.assert(
      fc.property(states, fc.double({ min: 0, max: 1, noNaN: true }), (state, share) => {
        const hash = hashOf(state);
        const { state: read } = readState(new URLSearchParams(hash.slice(0, Math.floor(share * hash.length))));
        if (share > hash.indexOf('&') / hash.length) expect(read.activation).toBe(state.activation);
      }),
      { numRuns: 1000 },
    );
  });

  test('names the keys that it could not read and shows the rest', async () => {
    const page = await open('activation=ReLU&shape=4,,x&seed=3&flavour=sour&v=1');
    const notice = await page.getByRole('alert').textContent();
    expect(notice).toContain('shape: A size is missing');
    expect(notice).toContain('flavour: unknown');
    expect(await title(page).textContent()).toBe('ReLU()');
    expect(await page.getByLabel('seed', { exact: true }).inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  });

  test('with a choice or a shape that the function does not take shows another and says why', async () => {
    const page = await open('activation=GELU&approximate=erf&input=1');
    expect(await page.getByRole('alert').textContent()).toContain('approximate: “erf” is none of none, tanh');
    expect(await title(page).textContent()).toBe("GELU(approximate='none')");
    const other = await open('activation=Softmax2d&shape=4,5');
    expect(await other.getByRole('alert').textContent()).toContain(
      'Softmax2d takes tensors of 3 or 4 dimensions, not 2',
    );
    expect(await title(other).textContent()).toBe('Softmax2d()');
  });

  test('with a parameter beyond float32 shows the default and says why', async () => {
    const page = await open('activation=LeakyReLU&negative_slope=1e39&seed=3');
    expect(await page.getByRole('alert').textContent()).toContain('negative_slope: it must lie between');
    expect(await title(page).textContent()).toBe('LeakyReLU(negative_slope=0.01)');
  });

  test('opens with all that it says', async () => {
    const page = await open('activation=Tanh&input=0.5,-0.5&theme=dark');
    expect(await tensor(page, 'output').textContent()).toBe('tensor([ 0.4621, -0.4621])');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 26)');
  });
});

test('the tutorial’s numbers are those of the reference data', () => {
  for (const name of names) {
    const { input } = /** @type {any} */ (article)[name];
    expect(articleExample(name).numbers).toEqual(input.flat());
  }
});
