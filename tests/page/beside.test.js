// What stands beside the figure: the code, the files, the gradient through many layers, the speed.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stillOf } from '../../web/figure/drawing/still.js';
import { activations } from '../../web/figure/state/drawn.js';
import torch, { nn } from '../../web/index.js';
import { site, tensor } from './site.js';

const { open } = site();

test('the PyTorch code is copied, and the button says so', async () => {
  const page = await open('activation=LeakyReLU&negative_slope=0.2&shape=2,3&seed=4');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => page.locator('.said').textContent()).toBe('Code copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator('.code pre').textContent());
  expect(copied).toContain('torch.manual_seed(4)\ninput = torch.randn(2, 3)\nm = nn.LeakyReLU(negative_slope=0.2)\n');
});

/** What a program of the page prints when torchlet runs it. @param {string} code */
function printedBy(code) {
  /** @type {string[]} */ const lines = [];
  const body = code.replace(/^import .*$/m, '');
  new Function('torch', 'nn', 'console', body)(torch, nn, { log: (/** @type {string} */ text) => lines.push(text) });
  return lines;
}

test('the JavaScript code prints what the page shows', async () => {
  const hashes = [
    'activation=LeakyReLU&negative_slope=0.2&shape=2,3&seed=4',
    'activation=Softplus&input=nan,-inf,1.5,-0',
    'activation=Threshold&threshold=1&value=-2&input=article',
    'activation=GELU&approximate=tanh&shape=&seed=18446744073709551615',
    'activation=PReLU&weight=0.125&input=-2,4',
    'activation=RReLU&lower=0.5&upper=1&input=-2,4',
    'activation=LogSoftmax&dim=0&shape=2,3&seed=1&element=1,2',
    'activation=Softmax2d&input=article',
  ];
  for (const hash of hashes) {
    const page = await open(hash);
    await page.getByLabel('PyTorch', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    const code = (await page.getByLabel('JavaScript code').textContent()) ?? '';
    const shown = [];
    for (const kind of ['input', 'output', 'gradient']) shown.push(await tensor(page, kind).textContent());
    expect(printedBy(code)).toEqual(shown);
  }
});

test('all numbers are saved as a table and for programs', async () => {
  const page = await open('activation=ReLU&input=tensor([[-0.1, inf], [nan, 2]])');
  const saved = async (/** @type {string} */ name) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).press('Enter'),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const table = await saved('Save CSV');
  expect(table.name).toBe('ReLU.csv');
  expect(table.text.split('\r\n')).toEqual([
    'dim 0,dim 1,input,output,input.grad',
    '0,0,-0.1,0,0',
    '0,1,inf,inf,1',
    '1,0,nan,nan,1',
    '1,1,2,2,1',
    '',
  ]);
  const all = JSON.parse((await saved('Save JSON')).text);
  expect(all).toMatchObject({
    module: 'ReLU',
    shape: [2, 2],
    input: [-0.1, 'inf', 'nan', 2],
    output: [0, 'inf', 'nan', 2],
  });
});

describe('the gradient through many layers', () => {
  const words = (/** @type {import('playwright').Page} */ page) => page.locator('.chain .reading').textContent();

  test('is the product of the slopes that the median element meets', async () => {
    const page = await open('activation=Sigmoid&input=0.5,-1.5,3&show=layers3');
    const x = torch.tensor([0.5, -1.5, 3], { requires_grad: true });
    const chain = nn.Sigmoid()(nn.Sigmoid()(nn.Sigmoid()(x)));
    chain.backward(torch.ones_like(chain));
    const [, median] = [.../** @type {any} */ (x.grad).data].sort((a, b) => a - b);
    expect(await words(page)).toContain(`Back through 3 layers of Sigmoid alone`);
    expect(await words(page)).toContain(`multiplied by ${Number(median.toPrecision(2))}.`);
  });

  test('is followed from the keyboard, and says where it is exactly 0', async () => {
    const page = await open('activation=ReLU&input=-1,2,3&show=layers49');
    await page.locator('.chain input[type=range]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('show=layers50');
    await expect.poll(() => words(page)).toMatch(/through 50 layers of ReLU alone.*multiplied by 1\./);
    expect(await words(page)).toMatch(/For\s+1 of 3\s+it is exactly 0/);
  });

  test('is that of an element, also where two are in the middle', async () => {
    const page = await open('activation=LeakyReLU&negative_slope=0.1&input=-1,1&show=layers2');
    expect(await words(page)).toContain('multiplied by 0.01.');
  });

  test('may outgrow every number', async () => {
    const page = await open('activation=LeakyReLU&negative_slope=1e38&input=-1');
    expect(await words(page)).toContain('multiplied by more than any number');
  });

  test('is drawn layer by layer, 0 on a line of its own, and read at each point', async () => {
    const page = await open('activation=ReLU&input=-1,-2,3');
    const points = page.locator('.chain-drawing :is(.point, .at)');
    expect(await points.count()).toBe(50);
    const zero = await page.locator('.chain-drawing .zero').getAttribute('y1');
    const heights = await points.evaluateAll((all) => [...new Set(all.map((e) => e.getAttribute('cy')))]);
    expect(heights).toEqual([zero]);
    // Sigmoid's are ever lower, and above 0; LeakyReLU's end there, where float32 does.
    const falling = await open('activation=LeakyReLU&negative_slope=0.01&input=-1&show=layers22');
    const places = await falling
      .locator('.chain-drawing :is(.point, .at)')
      .evaluateAll((all) => all.map((e) => Number(e.getAttribute('cy'))));
    const bottom = Number(await falling.locator('.chain-drawing .zero').getAttribute('y1'));
    expect(places.indexOf(bottom)).toBe(22);
    expect(places.slice(0, 22)).toEqual([...places.slice(0, 22)].sort((a, b) => a - b));
    await falling.locator('.chain-drawing').scrollIntoViewIfNeeded();
    const box = /** @type {any} */ (await falling.locator('.chain-drawing .point').nth(2).boundingBox());
    await falling.mouse.move(box.x + box.width / 2, box.y + 2);
    await expect.poll(() => words(falling)).toContain('through 3 layers');
    await falling.mouse.click(box.x + box.width / 2, box.y + 2);
    await expect.poll(() => falling.url()).toContain('show=layers3');
  });

  test('has the compared functions’ medians, named at their ends, none over another', async () => {
    for (const width of [390, 1280]) {
      const page = await open('activation=Sigmoid&input=0.5,-1.5,3&show=layers3&compare=ELU,SELU,CELU', {
        viewport: { width, height: 844 },
      });
      const names = page.locator('.chain-drawing .end-name');
      expect((await names.allTextContents()).sort()).toEqual(['CELU', 'ELU', 'SELU', 'Sigmoid']);
      const boxes = await names.evaluateAll((all) =>
        all.map((e) => e.getBoundingClientRect()).map(({ top, bottom, right }) => ({ top, bottom, right })),
      );
      boxes.sort((a, b) => a.top - b.top);
      const drawing = /** @type {any} */ (await page.locator('.chain-drawing').boundingBox());
      for (const [i, { top, bottom, right }] of boxes.entries()) {
        if (i > 0) expect(top - boxes[i - 1].bottom).toBeGreaterThanOrEqual(-4);
        expect(bottom).toBeLessThanOrEqual(drawing.y + drawing.height);
        expect(right).toBeLessThanOrEqual(drawing.x + drawing.width + 1);
      }
      const lines = await page
        .locator('.chain-drawing .other')
        .evaluateAll((all) => all.map((e) => getComputedStyle(e).strokeDasharray));
      expect(new Set(lines).size).toBe(3);
      const x = torch.tensor([0.5, -1.5, 3], { requires_grad: true });
      const chain = nn.ELU()(nn.ELU()(nn.ELU()(x)));
      chain.backward(torch.ones_like(chain));
      const [, median] = [.../** @type {any} */ (x.grad).data].sort((a, b) => a - b);
      expect(await words(page)).toMatch(new RegExp(`Beside it: ELU ${Number(median.toPrecision(2))}, SELU`));
    }
  });

  test('is not drawn for rows', async () => {
    const page = await open('activation=Softmax&input=article');
    expect(await page.locator('.chain').count()).toBe(0);
  });
});

test('the speed on this machine is measured on request, beside plain JavaScript where that is right', async () => {
  const page = await open('activation=Tanh&shape=70000&seed=1');
  const words = page.getByRole('region', { name: 'Speed' }).getByRole('status');
  expect(await words.textContent()).toBe('');
  await page.getByRole('button', { name: 'Measure' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => words.textContent(), { timeout: 20_000 })
    .toMatch(/^70,000 elements: [\d.,]+ (µs|ms) in C\+\+ SIMD, [\d.]+ ns each/);
  expect(await words.textContent()).toMatch(/Plain JavaScript takes [\d.,]+ (µs|ms)/);
  await page.getByRole('button', { name: 'LeakyReLU', exact: true }).click();
  await expect.poll(() => words.textContent()).toBe('');
  const other = await open('activation=LeakyReLU&negative_slope=0.3&input=nan,1,-inf');
  await other.getByRole('button', { name: 'Measure' }).click();
  await expect
    .poll(() => other.getByRole('region', { name: 'Speed' }).getByRole('status').textContent(), { timeout: 20_000 })
    .toContain('for PyTorch’s defaults only');
});

describe('the figure as a picture', () => {
  const saved = async (/** @type {import('playwright').Page} */ page, /** @type {string} */ name) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).press('Enter'),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  test('is an SVG that stands alone: no variable, no script, nothing from elsewhere', async () => {
    const page = await open('activation=GELU&input=article&compare=SiLU&theme=dark');
    const { name, bytes } = await saved(page, 'Save SVG');
    const text = bytes.toString();
    expect(name).toBe('GELU.svg');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 720 480"/);
    expect(text).toContain("<title>GELU(approximate='none')</title>");
    expect(text).toContain('fill:#15171a');
    for (const odd of ['var(', 'light-dark', '<script', 'undefined', 'NaN', '[object']) expect(text).not.toContain(odd);
    expect(text.match(/<path class="(curve|slope|other other-1)"/g)).toHaveLength(4);
  });

  test('is a PNG of twice the size', async () => {
    const page = await open('activation=Softmax&dim=1&input=article');
    const { name, bytes } = await saved(page, 'Save PNG');
    expect(name).toBe('Softmax.png');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1440, 960]);
  });
});

test('every function has its picture, also without a page', () => {
  for (const { module } of activations) {
    const { svg, problems } = stillOf([['activation', module]]);
    expect(problems).toEqual([]);
    expect(svg).toContain(`<title>${module}(`);
    expect(svg).not.toMatch(/undefined|NaN|var\(|\[object/);
  }
});

test('tensors can stand in shaded cells with their values, walked by keys; a vector is wrapped', async () => {
  const page = await open('activation=ReLU&input=article');
  await page.getByLabel('tensors as shaded cells').press('Space');
  const cells = (/** @type {string} */ kind) => page.locator(`torchlet-tensor[kind=${kind}] .cell`);
  await expect.poll(() => cells('input').count()).toBe(5);
  expect(await cells('output').locator('text').allTextContents()).toEqual(
    Array.from(nn.ReLU()(torch.tensor([1.072, -1.4033, -0.6637, 1.2851, -0.5382])).data, (v) =>
      v === 0 ? '0.' : v.toFixed(4),
    ),
  );
  expect(page.url()).toContain('show=cells');
  await page.locator('torchlet-tensor[kind=input] .panel').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('element=1');
  await expect.poll(() => page.locator('torchlet-tensor[kind=gradient] .cell.marked').count()).toBe(1);
  await cells('output').nth(3).hover();
  await expect.poll(() => page.locator('torchlet-tensor[kind=input] .cell.marked').getAttribute('data-flat')).toBe('3');
  const long = await open('activation=ReLU&shape=30&seed=1&show=cells');
  const tops = await long
    .locator('torchlet-tensor[kind=input] .cell rect')
    .evaluateAll((rects) => new Set(rects.map((r) => r.getAttribute('y'))).size);
  expect(tops).toBeGreaterThan(1);
});
