// The page of an element-wise function, used by pointer and by keyboard.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import article from '../reference/article_tensors.json';
import { markedNumber, marker, pointAtText, site, tensor, title } from './site.js';

const { open } = site();
const slider = (/** @type {import('playwright').Page} */ page) =>
  page.locator('.parameters torchlet-number input[type=range]');
const box = (/** @type {import('playwright').Page} */ page) =>
  page.locator('.parameters torchlet-number input[type=text]');
const choose = (/** @type {import('playwright').Page} */ page, /** @type {string} */ name) =>
  page.getByRole('button', { name, exact: true }).first().click();

/** The numbers of a printed tensor. */
const numbers = (/** @type {string | null} */ text) => (text?.match(/-?\d+\.\d*(e[-+]\d+)?/g) ?? []).map(Number);

/** A slider's handle, dragged to a share of its way. */
async function drag(
  /** @type {import('playwright').Page} */ page,
  /** @type {number} */ from,
  /** @type {number} */ to,
) {
  const room = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await slider(page).boundingBox()
  );
  const at = (/** @type {number} */ share) => room.x + 8 + share * (room.width - 16);
  await page.mouse.move(at(from), room.y + room.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++)
    await page.mouse.move(at(from + ((to - from) * step) / 8), room.y + room.height / 2);
  await page.mouse.up();
}

describe('the first visit', () => {
  test('shows LeakyReLU at 0.1 on the tutorial’s eighteen numbers, and its output', async () => {
    const page = await open();
    expect(await title(page).textContent()).toBe('LeakyReLU(negative_slope=0.1)');
    const { input, output } = article.LeakyReLU;
    expect(numbers(await tensor(page, 'input').textContent())).toEqual(input);
    expect(numbers(await tensor(page, 'output').textContent())).toEqual(output);
    expect(await page.locator('.statement').textContent()).toContain('smallest slope among them is 0.1000');
  });

  test('shows the formula as mathematics', async () => {
    const page = await open();
    await expect.poll(() => page.locator('.formula math').count()).toBe(2);
    expect(await page.locator('.formula mi.parameter').first().textContent()).toBe('negative_slope');
  });

  test('marks PyTorch’s slope at the corner with a filled dot and the other side’s with an open one', async () => {
    const page = await open();
    await expect.poll(() => page.locator('torchlet-curve .kink').count()).toBe(2);
    expect(await page.locator('torchlet-curve .kink.open').count()).toBe(1);
  });
});

describe('the tutorial’s tensors', () => {
  for (const name of /** @type {const} */ (['ReLU', 'Sigmoid', 'Tanh'])) {
    test(`${name} gives the tutorial’s output to four decimals`, async () => {
      const page = await open();
      await choose(page, name);
      await expect.poll(() => title(page).textContent()).toBe(`${name}()`);
      // The numbers stay as they were until others are asked for by name.
      await page.getByLabel('numbers', { exact: true }).selectOption(name);
      await expect.poll(() => tensor(page, 'input').textContent()).toBe(String(torch.tensor(article[name].input)));
      const expected = [...article[name].output];
      if (name === 'Tanh') expected[0] = -0.6092; // the note in the data: its input had more digits
      expect(numbers(await tensor(page, 'output').textContent())).toEqual(expected);
    });
  }
});

describe('a parameter', () => {
  test('follows the slider, with a ghost of the default', async () => {
    const page = await open();
    await drag(page, 0.4, 0.8);
    await expect.poll(() => title(page).textContent()).toMatch(/negative_slope=0\.(6|7|8)/);
    const slope = Number(/slope=(.*)\)/.exec((await title(page).textContent()) ?? '')?.[1]);
    const expected = nn.LeakyReLU(slope)(torch.tensor(article.LeakyReLU.input));
    expect(await tensor(page, 'output').textContent()).toBe(String(expected));
    expect(await page.locator('torchlet-curve path.ghost').count()).toBe(2);
  });

  test('makes one history entry of a drag, which the back button undoes', async () => {
    const page = await open('activation=LeakyReLU&negative_slope=0.1');
    const before = await page.evaluate(() => history.length);
    await drag(page, 0.4, 0.8);
    await expect.poll(() => page.url()).toMatch(/negative_slope=0\.[678]/);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => title(page).textContent()).toBe('LeakyReLU(negative_slope=0.1)');
    await page.goForward();
    await expect.poll(() => title(page).textContent()).toMatch(/negative_slope=0\.[678]/);
  });

  test('follows the arrow keys and the number box', async () => {
    const page = await open();
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => title(page).textContent()).toBe('LeakyReLU(negative_slope=0.11)');
    await box(page).fill('2.5');
    await expect.poll(() => title(page).textContent()).toBe('LeakyReLU(negative_slope=2.5)');
    await page.getByRole('button', { name: 'default 0.01' }).click();
    await expect.poll(() => title(page).textContent()).toBe('LeakyReLU(negative_slope=0.01)');
    expect(await box(page).inputValue()).toBe('0.01');
  });

  test('that is no number is explained beside the box, and the last good one stays', async () => {
    const page = await open();
    await box(page).fill('0.1x');
    await expect
      .poll(() => page.locator('.parameters torchlet-number .problem').textContent())
      .toContain('“0.1x” is not a number');
    expect(await title(page).textContent()).toBe('LeakyReLU(negative_slope=0.1)');
  });

  test('beyond float32 is refused, and the largest within it is drawn', async () => {
    const page = await open();
    const problem = page.locator('.parameters torchlet-number .problem');
    await box(page).fill('1e39');
    await expect.poll(() => problem.textContent()).toContain('must lie between');
    expect(await title(page).textContent()).toBe('LeakyReLU(negative_slope=0.1)');
    await box(page).fill('-3.4e38');
    await expect.poll(() => tensor(page, 'output').textContent()).toContain('inf');
    expect(await problem.textContent()).toBe('');
  });

  test('that could not be read gives way to one that comes from elsewhere', async () => {
    const page = await open();
    await box(page).fill('NaN');
    await page.getByRole('button', { name: 'slope 0' }).click();
    await expect.poll(() => box(page).inputValue()).toBe('0');
    expect(await page.locator('.parameters torchlet-number .problem').textContent()).toBe('');
  });
});

describe('numbers that are not numbers', () => {
  test('are counted, not called gradients', async () => {
    const page = await open('activation=Sigmoid&input=nan,1');
    expect(await page.locator('.statement').textContent()).toContain('1 of 2 elements has nan for a slope');
  });
});

describe('pointing', () => {
  test('at a printed number marks its point, its tick and the same element everywhere', async () => {
    const page = await open();
    await pointAtText(page, 'output', 0, 18);
    await expect.poll(() => markedNumber(page, 'output')).toBe('-0.2469');
    expect(await markedNumber(page, 'input')).toBe('-2.4688');
    expect(await markedNumber(page, 'gradient')).toBe('0.1000');
    expect(await page.locator('torchlet-curve .mark.element').count()).toBe(1);
    expect(await page.locator('torchlet-curve .readout').textContent()).toMatch(/input\[1\]\s*output\[1\]\s*-0\.2469/);
    expect(await page.locator('torchlet-curve #place').inputValue()).toBe('-2.4688');
  });

  test('at a tick of the figure marks the printed number', async () => {
    const page = await open('activation=ReLU&input=-3,2');
    const area = /** @type {{ x: number, y: number, width: number, height: number }} */ (
      await page.locator('torchlet-curve .cursor-area').boundingBox()
    );
    // The plot reaches from 66 to width - 14 and shows at least -5 to 5; the tick's place is read from the drawing.
    const tick = await page.locator('torchlet-curve path.tick.input').getAttribute('d');
    const [, second] = [...(tick ?? '').matchAll(/M([\d.]+) /g)].map((m) => Number(m[1]));
    await page.mouse.move(area.x + second, area.y + 60);
    await expect.poll(() => markedNumber(page, 'output')).toBe('2.');
    await page.mouse.move(area.x + second - 40, area.y + 60);
    await expect.poll(() => marker(page, 'output').isVisible()).toBe(false);
  });

  test('with the keyboard walks along the curve and from element to element', async () => {
    const page = await open('activation=ReLU&input=-3,2');
    await page.getByRole('slider', { name: 'Point on the curve' }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(() => page.getByRole('slider', { name: 'Point on the curve' }).getAttribute('aria-valuetext'))
      .toBe('x 1, f of x 1, slope 1');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect.poll(() => markedNumber(page, 'input')).toBe('2.');
    await page.keyboard.press('Escape');
    await expect.poll(() => markedNumber(page, 'input')).toBe(null);
  });

  test('with the keyboard walks through a printed tensor', async () => {
    const page = await open();
    await page.locator('torchlet-tensor[kind=input] .panel').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => markedNumber(page, 'input')).toBe('0.7853');
    expect(await markedNumber(page, 'output')).toBe('0.7853');
    expect(page.url()).toContain('element=9');
  });
});

describe('random input', () => {
  test('is PyTorch’s for the seed, and the next seed’s after it', async () => {
    const page = await open();
    await page.getByLabel('randn').check();
    await expect.poll(() => page.url()).toContain('shape=18&seed=0');
    const expected = (/** @type {number} */ seed) => {
      torch.manual_seed(seed);
      return String(torch.randn(18));
    };
    await expect.poll(() => tensor(page, 'input').textContent()).toBe(expected(0));
    await page.getByRole('button', { name: 'next seed' }).click();
    await expect.poll(() => tensor(page, 'input').textContent()).toBe(expected(1));
    expect(await page.getByLabel('seed', { exact: true }).inputValue()).toBe('1');
    await page.getByLabel('seed', { exact: true }).fill('18446744073709551615');
    await expect.poll(() => page.url()).toContain('seed=18446744073709551615');
  });

  test('of a hundred thousand elements is summarised in text and drawn as histograms', async () => {
    const page = await open('activation=ReLU&shape=100000&seed=0');
    expect(await tensor(page, 'output').textContent()).toBe(
      'tensor([0.0000, 0.0000, 0.0000,  ..., 0.5858, 1.5073, 0.9557])',
    );
    await expect.poll(() => page.locator('torchlet-curve .histogram').count()).toBe(3);
    await expect.poll(() => page.locator('torchlet-curve .spike').textContent()).toBe('about 50 % at 0');
    await expect.poll(() => page.locator('.statement').textContent()).toContain('50,017 of 100,000 elements are dead');
  });

  test('of a million keeps its gradient whole after a drag', async () => {
    const page = await open('activation=LeakyReLU&shape=1000000&seed=0&negative_slope=0.1');
    await drag(page, 0.4, 0.6667);
    await expect.poll(() => tensor(page, 'gradient').textContent()).toMatch(/^tensor\(\[0\.[45]\d00, /);
    await expect.poll(() => page.locator('.statement').textContent()).toMatch(/All 1,000,000 elements .* 0\.[45]\d00/);
  });
});

describe('a field in error', () => {
  const cases = [
    ['4,,x', 'A size is missing'],
    ['-3', 'cannot be negative'],
    ['1000000, 1000000', '1,000,000,000,000 elements'],
    ['2,2,2,2,2', 'up to 4 dimensions'],
    ['', 'Write the sizes'],
  ];
  test('says what is wrong with a shape, and the last good figure stays', async () => {
    const page = await open('activation=ReLU&shape=5&seed=0');
    const good = await tensor(page, 'input').textContent();
    for (const [text, words] of cases) {
      await page.getByLabel('shape', { exact: true }).fill(text);
      await expect.poll(() => page.locator('#field-shape-problem').textContent()).toContain(words);
      expect(await tensor(page, 'input').textContent()).toBe(good);
    }
    await page.getByLabel('shape', { exact: true }).fill('2, 2');
    await expect.poll(() => page.locator('#field-shape-problem').textContent()).toBe('');
    await expect.poll(() => page.locator('torchlet-tensor[kind=input] .size').textContent()).toBe('torch.Size([2, 2])');
  });

  test('says what is wrong with typed numbers', async () => {
    const page = await open('activation=ReLU&input=1,2');
    await page.getByRole('textbox', { name: 'numbers' }).fill('1, two');
    await expect.poll(() => page.locator('#field-numbers-problem').textContent()).toContain('“two” is not a number');
    await page.getByRole('textbox', { name: 'numbers' }).fill('tensor([[1., -2.], [nan, inf]])');
    await expect.poll(() => tensor(page, 'output').textContent()).toBe('tensor([[1., 0.],\n        [nan, inf]])');
  });
});

test('a claim’s button sets the page to show it', async () => {
  const page = await open('activation=Sigmoid');
  await page.getByRole('button', { name: 'where it becomes exactly 1' }).click();
  await expect.poll(() => markedNumber(page, 'output')).toBe('1.0000e+00');
  expect(await page.locator('.statement').textContent()).toContain('dead');
});

describe('a function', () => {
  test('is found by its name, and opened from the keyboard', async () => {
    const page = await open();
    await page.getByLabel('find').focus();
    await page.keyboard.type('soft');
    const names = () => page.locator('.gallery ul button span').allTextContents();
    await expect
      .poll(names)
      .toEqual(['Softsign', 'Softplus', 'Softshrink', 'Softmax', 'Softmin', 'LogSoftmax', 'Softmax2d']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page).textContent()).toBe('Softplus(beta=1.0, threshold=20.0)');
    await page.getByLabel('find').fill('hard_x');
    expect(await page.locator('.search [role="status"]').textContent()).toContain('Nothing here is called “hard_x”');
    await page.getByLabel('find').fill('leaky_relu');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page).textContent()).toContain('LeakyReLU');
  });

  test('with a choice shows its formula, its curve and the default’s', async () => {
    const page = await open('activation=GELU&input=-3,1');
    expect(await tensor(page, 'output').textContent()).toBe('tensor([-0.0040,  0.8413])');
    await page.getByLabel('none', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => title(page).textContent()).toBe("GELU(approximate='tanh')");
    expect(await tensor(page, 'output').textContent()).toBe('tensor([-0.0036,  0.8412])');
    expect(await page.locator('.formula').first().textContent()).toContain('tanh');
    expect(page.url()).toContain('approximate=tanh');
  });

  test('whose slope is learned or drawn shows it as one number, and code that gives the same', async () => {
    const page = await open('activation=PReLU&weight=0.5&input=-2,1');
    expect(await title(page).textContent()).toBe('PReLU(num_parameters=1)');
    expect(await tensor(page, 'output').textContent()).toBe('tensor([-1.,  1.])');
    expect(await page.locator('.code pre').textContent()).toContain(
      'm = nn.PReLU(init=0.5)\noutput = m(input).detach()',
    );
    const other = await open('activation=RReLU&lower=0.25&upper=0.75&input=-2,1');
    expect(await tensor(other, 'output').textContent()).toBe('tensor([-1.,  1.])');
    expect(await other.locator('.code pre').textContent()).toContain('m = nn.RReLU(lower=0.25, upper=0.75).eval()');
  });
});
