// <torchlet-figure> in a page that is not ours, under a strict policy: what it draws, what it tells, what a reader can do.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import { drawn, host, pageOf, tensorIn } from './host.js';

const { open, put } = host();
put('/before.js', { html: '', type: 'text/javascript' });
const lesson =
  '<torchlet-figure activation="LeakyReLU" negative_slope="0.1" shape="4,5" seed="0" show="curve,tensors,gradient"></torchlet-figure>';

/** @param {string} tag */
async function figureOf(tag, options = {}) {
  const page = await open({ html: pageOf(tag) }, options);
  const figure = page.locator('torchlet-figure');
  await drawn(figure);
  return { page, figure };
}

/** The events of a figure, in the page's list `heard`. */
function listen() {
  const all = /** @type {any} */ (window);
  all.heard = [];
  for (const name of ['ready', 'change', 'error'])
    addEventListener(name, (event) => all.heard.push([name, /** @type {any} */ (event).detail]), { capture: true });
}
const heard = (/** @type {import('playwright').Page} */ page) => page.evaluate(() => /** @type {any} */ (window).heard);

describe('one tag after one script tag', () => {
  test('draws the function, and prints what PyTorch prints for that seed', async () => {
    const { figure } = await figureOf(lesson);
    torch.manual_seed(0);
    const input = torch.randn(4, 5, { requires_grad: true });
    const output = nn.LeakyReLU(0.1)(input);
    expect(await figure.locator('figcaption').textContent()).toBe('LeakyReLU(negative_slope=0.1)');
    expect(await tensorIn(figure, 'input').textContent()).toBe(String(input.detach()));
    expect(await tensorIn(figure, 'output').textContent()).toBe(String(output.detach()));
    output.sum().backward();
    expect(await tensorIn(figure, 'gradient').textContent()).toBe(String(input.grad));
    expect(await figure.locator('torchlet-curve path.curve').first().getAttribute('d')).toMatch(/^M/);
  });

  test("takes the author's own numbers", async () => {
    const { figure } = await figureOf('<torchlet-figure activation="ReLU" input="1.0720,-1.4033"></torchlet-figure>');
    expect(await tensorIn(figure, 'input').textContent()).toBe('tensor([ 1.0720, -1.4033])');
    expect(await tensorIn(figure, 'output').textContent()).toBe('tensor([1.0720, 0.0000])');
  });

  test('shows the parts that it names, by default curve and tensors', async () => {
    const { page, figure } = await figureOf('<torchlet-figure activation="Tanh" shape="5"></torchlet-figure>');
    const parts = () =>
      figure.evaluate((element) =>
        ['torchlet-curve', 'torchlet-tensor', '.code', '.slope'].map(
          (name) =>
            [element.shadowRoot, element.shadowRoot?.querySelector('torchlet-curve')?.shadowRoot].flatMap((root) => [
              ...(root?.querySelectorAll(name) ?? []),
            ]).length,
        ),
      );
    expect(await parts()).toEqual([1, 2, 0, 0]);
    await page.evaluate(() => document.querySelector('torchlet-figure')?.setAttribute('show', 'curve,gradient,code'));
    await expect.poll(parts).toEqual([1, 1, 1, 1]);
    await page.evaluate(() => document.querySelector('torchlet-figure')?.setAttribute('show', 'tensors'));
    await expect.poll(parts).toEqual([0, 2, 0, 0]);
  });

  test('draws rows as cells', async () => {
    const { figure } = await figureOf('<torchlet-figure activation="Softmax" dim="1"></torchlet-figure>');
    expect(await figure.locator('torchlet-rows .cell').count()).toBe(40);
    expect(await figure.locator('figcaption').textContent()).toBe('Softmax(dim=1)');
  });
});

describe('properties', () => {
  test('mirror the attributes, each in the form of its kind', async () => {
    const { page } = await figureOf(lesson);
    const values = await page.evaluate(() => {
      const el = /** @type {any} */ (document.querySelector('torchlet-figure'));
      return [
        el.activation,
        el.negative_slope,
        el.shape,
        String(el.seed),
        typeof el.seed,
        el.show,
        el.theme,
        el.element,
        el.input,
        el.loading,
        el.controls,
        el.complete,
      ];
    });
    expect(values).toEqual([
      'LeakyReLU',
      0.1,
      [4, 5],
      '0',
      'bigint',
      ['curve', 'tensors', 'gradient'],
      'auto',
      null,
      'randn',
      'lazy',
      false,
      true,
    ]);
  });

  test('set the attributes, and the figure follows', async () => {
    const { page, figure } = await figureOf(lesson);
    await page.evaluate(() => {
      const el = /** @type {any} */ (document.querySelector('torchlet-figure'));
      Object.assign(el, {
        negative_slope: 0.25,
        shape: [2, 2],
        seed: 18446744073709551615n,
        controls: true,
        height: 300,
      });
    });
    await expect.poll(() => figure.locator('figcaption').textContent()).toBe('LeakyReLU(negative_slope=0.25)');
    expect(
      await figure.evaluate((el) =>
        ['negative_slope', 'shape', 'seed', 'controls', 'height'].map((name) => el.getAttribute(name)),
      ),
    ).toEqual(['0.25', '2,2', '18446744073709551615', '', '300']);
    torch.manual_seed(18446744073709551615n);
    expect(await tensorIn(figure, 'input').textContent()).toBe(String(torch.randn(2, 2)));
    expect((await figure.locator('torchlet-curve .stage').boundingBox())?.height).toBe(300);
    await page.evaluate(() =>
      Object.assign(document.querySelector('torchlet-figure') ?? {}, {
        input: [1, -2],
        shape: null,
        negative_slope: null,
      }),
    );
    await expect.poll(() => tensorIn(figure, 'output').textContent()).toBe('tensor([ 1.0000, -0.0200])');
  });

  test('set before the script came are taken over', async () => {
    const page = await open({
      html: pageOf('<torchlet-figure></torchlet-figure>', '<script src="/before.js"></script>'),
    });
    await page.evaluate(() =>
      Object.assign(document.querySelector('torchlet-figure') ?? {}, { activation: 'ELU', alpha: 2, input: [-1] }),
    );
    await page.addScriptTag({ url: '/element.js', type: 'module' });
    await expect.poll(() => page.locator('figcaption').textContent()).toBe('ELU(alpha=2)');
  }, 20_000);
});

describe('events', () => {
  test('ready comes once, with the words of the state', async () => {
    const { page } = await figureOf(lesson, { before: listen });
    await expect
      .poll(() => heard(page))
      .toEqual([
        [
          'ready',
          {
            activation: 'LeakyReLU',
            negative_slope: '0.1',
            shape: '4,5',
            seed: '0',
            show: 'curve,tensors,gradient',
            v: '1',
          },
        ],
      ]);
    await page.evaluate(() => document.querySelector('torchlet-figure')?.setAttribute('seed', '1'));
    await page.waitForTimeout(100);
    expect((await heard(page)).length).toBe(1);
  });

  test('a slider, the seed and a pinned element are told and go back to the attributes', async () => {
    const { page, figure } = await figureOf(lesson.replace('show=', 'controls show='), { before: listen });
    const words = (/** @type {string} */ name) => figure.getAttribute(name);
    await figure.getByRole('slider', { name: 'negative_slope, slider' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => words('negative_slope')).toBe('0.11');
    await figure.getByRole('button', { name: 'next seed' }).click();
    await expect.poll(() => words('seed')).toBe('1');
    await figure.getByRole('slider', { name: 'Point on the curve' }).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => words('element')).toBe('0,0');
    await page.keyboard.press('+');
    await expect.poll(() => words('window')).toMatch(/^-?[\d.]+,/);
    await figure.getByRole('button', { name: 'whole curve' }).click();
    await expect.poll(() => words('window')).toBe(null);
    const changes = (await heard(page)).filter(([name]) => name === 'change');
    expect(changes.length).toBeGreaterThanOrEqual(5);
    expect(changes.at(-1)[1]).toMatchObject({
      activation: 'LeakyReLU',
      negative_slope: '0.11',
      seed: '1',
      element: '0,0',
    });
    torch.manual_seed(1);
    expect(await tensorIn(figure, 'input').textContent()).toBe(String(torch.randn(4, 5)));
  });

  test('setting an attribute to what it says already, or what a change wrote, starts nothing anew', async () => {
    const { page, figure } = await figureOf(lesson.replace('show=', 'controls show='));
    await figure.evaluate((el) => {
      const all = /** @type {any} */ (window);
      all.changes = 0;
      el.addEventListener('change', () => {
        all.changes++;
        // A framework that renders what it heard.
        el.setAttribute('negative_slope', /** @type {any} */ (el).negative_slope);
      });
    });
    await figure.getByRole('slider', { name: 'negative_slope, slider' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => /** @type {any} */ (window).changes)).toBeLessThanOrEqual(2);
    expect(await figure.getAttribute('negative_slope')).toBe('0.11');
  });

  test('the dimension of Softmax is chosen by its control', async () => {
    const { figure } = await figureOf(
      '<torchlet-figure activation="Softmax" dim="1" controls="dim"></torchlet-figure>',
    );
    await figure.getByRole('radio', { name: '0' }).check();
    await expect.poll(() => figure.getAttribute('dim')).toBe('0');
    expect(await figure.locator('figcaption').textContent()).toBe('Softmax(dim=0)');
  });
});
