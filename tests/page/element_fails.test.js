// Where <torchlet-figure> cannot be drawn: what stands between the tags is shown, with the reason; and hostile attributes are data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gzipped } from '../budgets.js';
import { drawn, host, pageOf, strict, tensorIn } from './host.js';

const { open, put, forgive } = host();
const inside = '<p>a still picture</p>';
const tag = (/** @type {string} */ attributes) =>
  `<torchlet-figure loading="eager" ${attributes}>${inside}</torchlet-figure>`;

/** The events called error, in the page's list `errors`. */
function listen() {
  /** @type {any} */ (window).errors = [];
  addEventListener('error', (event) => /** @type {any} */ (window).errors.push(/** @type {any} */ (event).detail), {
    capture: true,
  });
}
const errors = (/** @type {import('playwright').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (window).errors);

describe('the fallback is shown', () => {
  test.each([
    ['an unknown activation', 'activation="Sigmoyd"', 'activation: there is no “Sigmoyd” here'],
    ['unreadable numbers', 'activation="ReLU" input="1,two"', 'input: “two” is not a number.'],
    [
      'a parameter that is no number',
      'activation="LeakyReLU" negative_slope="steep"',
      'negative_slope: “steep” is not a number',
    ],
    [
      'a parameter that the function does not have',
      'activation="ReLU" negative_slope="0.1"',
      'negative_slope: ReLU has no such parameter',
    ],
    ['a misspelt parameter', 'activation="LeakyReLU" negativ_slope="0.1"', 'negativ_slope: unknown'],
    [
      'a shape that does not fit the numbers',
      'activation="ReLU" input="1,2,3" shape="2,2"',
      'shape: [2, 2] has 4 elements, the input 3',
    ],
    [
      'a seed beyond 64 bits',
      'activation="ReLU" seed="18446744073709551616"',
      'seed: PyTorch takes seeds from -2^63 to 2^64 - 1.',
    ],
    ['a dimension that is not there', 'activation="Softmax" dim="7" shape="2,3"', 'dim: 7 is out of range'],
    [
      'what PyTorch refuses',
      'activation="Hardtanh" min_val="2" max_val="1"',
      'max_val (1.0) must be greater than min_val (2)',
    ],
  ])('with %s', async (_, attributes, words) => {
    const page = await open({ html: pageOf(tag(attributes)) }, { before: listen });
    await page.getByText('a still picture').waitFor();
    await expect.poll(() => page.locator('.message').textContent()).toContain(words);
    expect(await page.locator('figure').count()).toBe(0);
    const [{ message, problems }] = await errors(page);
    expect([message, ...problems].join(' ')).toContain(words);
  });

  test('after a good state too, and gives way again when the attribute is mended', async () => {
    const page = await open({ html: pageOf(tag('activation="ELU" input="-1,2"')) }, { before: listen });
    const figure = page.locator('torchlet-figure');
    await drawn(figure);
    await figure.evaluate((el) => el.setAttribute('alpha', 'much'));
    await page.getByText('a still picture').waitFor();
    expect(await page.locator('figure').count()).toBe(0);
    await figure.evaluate((el) => el.setAttribute('alpha', '2'));
    await drawn(figure);
    expect(await tensorIn(figure, 'output').textContent()).toBe('tensor([-1.2642,  2.0000])');
    expect(await page.getByText('a still picture').isVisible()).toBe(false);
  });

  test('not for what decides only how the numbers are looked at: that is told, and the figure drawn', async () => {
    const page = await open(
      { html: pageOf(tag('activation="ELU" theme="pink" window="1,2" element="9" v="2" input="-1,2"')) },
      { before: listen },
    );
    await drawn(page.locator('torchlet-figure'));
    const [{ problems }] = await errors(page);
    expect(problems.map((/** @type {string} */ problem) => problem.split(':')[0]).sort()).toEqual([
      'element',
      'theme',
      'v',
      'window',
    ]);
  });

  test('with a word, where nothing stands between the tags', async () => {
    const page = await open({ html: pageOf('<torchlet-figure loading="eager" activation="None"></torchlet-figure>') });
    await expect.poll(() => page.locator('.message').textContent()).toContain('there is no “None” here');
  });

  test('without JavaScript', async () => {
    const page = await open({ html: pageOf(tag('activation="ReLU"')) }, { javaScriptEnabled: false });
    expect(await page.getByText('a still picture').isVisible()).toBe(true);
  });
});

describe('where WebAssembly cannot run', () => {
  test('a policy that bars it is named, and no number is shown', async () => {
    forgive(/Content Security Policy|WebAssembly/);
    const page = await open(
      { html: pageOf(tag('activation="ReLU"')), policy: strict.replace(" 'wasm-unsafe-eval'", '') },
      { before: listen },
    );
    await page.getByText('a still picture').waitFor();
    await expect.poll(() => page.locator('.message').textContent()).toContain("'wasm-unsafe-eval'");
    expect(await page.locator('torchlet-tensor').count()).toBe(0);
    expect((await errors(page)).length).toBe(1);
  });

  test.each([
    ['there is none', () => Reflect.deleteProperty(window, 'WebAssembly'), 'no WebAssembly'],
    [
      'it has no SIMD',
      () => {
        WebAssembly.validate = () => false;
        // @ts-expect-error
        WebAssembly.Module = class {
          constructor() {
            throw new WebAssembly.CompileError('invalid opcode');
          }
        };
      },
      'lacks SIMD',
    ],
  ])('%s', async (_, before, words) => {
    const page = await open({ html: pageOf(tag('activation="ReLU"')) }, { before });
    await page.getByText('a still picture').waitFor();
    await expect.poll(() => page.locator('.message').textContent()).toContain(words);
    expect(await page.locator('figure').count()).toBe(0);
  });

  test('kernels that compute wrongly are found by the probe, and no number is shown', async () => {
    const page = await open(
      { html: pageOf(tag('activation="ReLU"')) },
      {
        before: () => {
          // A memory in which one number is not what was written to it.
          const { slice } = Float32Array.prototype;
          Float32Array.prototype.slice = function (...args) {
            const result = slice.apply(this, args);
            if (result.length === 5) result[3] *= 1 + 2 ** -20;
            return result;
          };
        },
      },
    );
    await page.getByText('a still picture').waitFor();
    await expect.poll(() => page.locator('.message').textContent()).toContain('otherwise than PyTorch');
    expect(await page.locator('figure').count()).toBe(0);
  });
});

describe('hostile attributes', () => {
  const bomb =
    '&quot;&gt;&lt;img src=x onerror=&quot;window.pwned=1&quot;&gt;&lt;script&gt;window.pwned=1&lt;/script&gt;';
  const names = [
    'activation',
    'shape',
    'seed',
    'input',
    'negative_slope',
    'compare',
    'show',
    'hide',
    'window',
    'element',
    'upstream',
    'theme',
    'dtype',
    'controls',
    'height',
    'loading',
    'dim',
  ];

  test('are never interpreted', async () => {
    const tags = names.map((name) =>
      tag(`${name === 'activation' ? '' : 'activation="LeakyReLU"'} ${name === 'loading' ? '' : `${name}="${bomb}"`}`),
    );
    const page = await open({ html: pageOf(tags.join('')), policy: '' });
    await page.waitForTimeout(500);
    const found = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('torchlet-figure')].map(
        (el) => /** @type {ShadowRoot} */ (el.shadowRoot),
      );
      return [
        /** @type {any} */ (window).pwned ?? 0,
        roots.reduce((sum, root) => sum + root.querySelectorAll('img, script').length, 0),
      ];
    });
    expect(found).toEqual([0, 0]);
  });

  test('as properties likewise, and names of prototypes are no activations or keys', async () => {
    const page = await open({
      html: pageOf(
        ['constructor', '__proto__', 'toString', 'hasOwnProperty']
          .map(
            (name) =>
              tag(`activation="${name}"`) +
              tag(`activation="ReLU" compare="${name}(${name}=1)" show="${name}" ${name}="1" upstream="${name}"`),
          )
          .join(''),
      ),
    });
    await expect.poll(() => page.locator('.message').count()).toBe(8);
    expect(await page.locator('.message').first().textContent()).toContain('there is no “constructor” here');
  });

  test('of a megabyte cost no time, and their message is short', async () => {
    const page = await open({ html: pageOf('<div></div>') });
    await page.waitForFunction(() => customElements.get('torchlet-figure'));
    const rows = await page.evaluate(async (names) => {
      const rows = [];
      for (const name of names) {
        for (const text of [
          ' '.repeat(2 ** 20),
          '['.repeat(2 ** 20),
          '1,'.repeat(2 ** 19),
          `1${' '.repeat(2 ** 15)}x`,
          '9'.repeat(2 ** 20),
          '('.repeat(40_000),
        ]) {
          const el = /** @type {any} */ (document.createElement('torchlet-figure'));
          el.setAttribute('loading', 'eager');
          if (name !== 'activation') el.setAttribute('activation', 'LeakyReLU');
          if (name !== 'loading') el.setAttribute(name, text);
          const start = performance.now();
          document.querySelector('div')?.append(el);
          await el.updateComplete;
          const words = el.shadowRoot.querySelector('.message')?.textContent ?? '';
          rows.push({ name, start: text.slice(0, 3), time: performance.now() - start, length: words.length });
          el.remove();
        }
      }
      return rows;
    }, names);
    expect(rows.filter(({ time }) => time > 500)).toEqual([]);
    expect(rows.filter(({ length }) => length > 620)).toEqual([]);
  }, 60_000);

  test('a message from another window changes nothing', async () => {
    const page = await open({ html: pageOf(tag('activation="ReLU" input="-1,2"')) });
    await drawn(page.locator('torchlet-figure'));
    const before = await page.locator('torchlet-figure').evaluate((el) => el.outerHTML);
    await page.evaluate(() => {
      for (const data of [
        { type: 'torchlet:height', height: 1e9 },
        { type: 'torchlet:set', activation: 'Tanh' },
        '<img onerror=1>',
      ])
        window.postMessage(data, '*');
    });
    await page.waitForTimeout(100);
    expect(await page.locator('torchlet-figure').evaluate((el) => el.outerHTML)).toBe(before);
  });
});

describe('print', () => {
  test('shows the figures that were not yet seen', async () => {
    put('/far.css', { html: 'div { height: 4000px }', type: 'text/css' });
    const page = await open({
      html: pageOf(
        `<div></div><torchlet-figure activation="ReLU">${inside}</torchlet-figure>`,
        '<link rel="stylesheet" href="/far.css"><script type="module" src="/element.js"></script>',
      ),
    });
    await page.waitForFunction(() => customElements.get('torchlet-figure'));
    await page.waitForTimeout(100);
    expect(await page.locator('figure').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await drawn(page.locator('torchlet-figure'));
  });
});

test('the file is within its budget, and asks for nothing else', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../dist/site/element.js'));
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(gzipped.element);
  const page = await open({ html: pageOf(tag('activation="ReLU"')) });
  await drawn(page.locator('torchlet-figure'));
  const paths = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(paths.filter((path) => path !== '/favicon.ico')).toEqual(['/element.js']);
});
