// What people who met the page for the first time stumbled over: it stays mended.
import { expect, test } from 'vitest';
import { site } from './site.js';

const { open } = site();

/** @param {import('playwright').Page} page */
const reading = (page) => page.getByRole('slider', { name: 'Point on the curve' }).getAttribute('aria-valuetext');

test('what is copied to embed is what is shown, also while its field has the focus', async () => {
  const page = await open('activation=ReLU&input=-1,2');
  await page.getByText('Embed this figure').click();
  const snippet = page.getByRole('group', { name: 'Tag to paste' });
  await expect.poll(() => snippet.textContent()).toContain('input="-1,2"');
  await page.locator('#field-numbers').fill('1, -2, 0.5');
  await expect.poll(() => snippet.textContent()).toContain('input="1,-2,0.5"');
  await page.locator('#field-numbers').fill('1, -2, 0.25');
  await page.getByRole('button', { name: 'Copy tag' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('input="1,-2,0.25"');
});

test('a text that cannot be read says what is still shown', async () => {
  const page = await open('activation=ReLU&input=1,-2,0.5');
  await page.locator('#field-numbers').fill('1, two');
  await expect
    .poll(() => page.locator('#field-numbers-problem').textContent())
    .toMatch(/“two” is not a number.*Still shown: 1, -2, 0\.5\./);
  expect(page.url()).toContain('input=1,-2,0.5');
});

test('copying says so, and moves nothing', async () => {
  const page = await open('activation=ReLU&input=1,-2,0.5');
  await page.getByRole('button', { name: 'Copy code' }).scrollIntoViewIfNeeded();
  const place = () => page.getByLabel('PyTorch code').boundingBox();
  const before = await place();
  await page.getByRole('button', { name: 'Copy code' }).click();
  await page.getByText('Code copied').waitFor();
  expect(await place()).toEqual(before);
});

test('a function is not offered beside itself, and the button that adds stays where it is', async () => {
  const page = await open('activation=ReLU&input=1,-2,0.5');
  const list = page.getByRole('combobox', { name: 'Function to compare with' });
  expect(await list.locator('option').allTextContents()).not.toContain('ReLU');
  const add = page.getByRole('button', { name: 'add', exact: true });
  const place = async () => {
    const box = /** @type {{ x: number, y: number }} */ (await add.boundingBox());
    const top = /** @type {{ x: number, y: number }} */ (await page.locator('.compare').boundingBox());
    return [box.x - top.x, box.y - top.y];
  };
  const before = await place();
  await list.selectOption('SiLU');
  await add.click();
  await page.getByRole('button', { name: 'Remove SiLU' }).waitFor();
  expect(await place()).toEqual(before);
  expect(await page.locator('torchlet-curve .curve-name').textContent()).toBe('ReLU');
});

test('the dead elements are named where they are few, with their values where those are fewer still', async () => {
  const page = await open('activation=ReLU&input=1,-2,0.5,-0.5');
  await expect
    .poll(() => page.locator('.statement').textContent())
    .toContain('are dead (input[1] = −2, [3] = −0.5): slope');
  const more = await open('activation=ReLU&input=1,-2,0.5,-0.5,-1.4033,-3');
  await expect
    .poll(() => more.locator('.statement').textContent())
    .toContain('are dead (input[1], [3], [4], [5]): slope');
  const rows = await open('activation=ReLU&shape=100&seed=0');
  await expect.poll(() => rows.locator('.statement').textContent()).toContain('are dead: slope');
});

test('the smallest slope is said to be so in magnitude where one is negative', async () => {
  const falling = await open('activation=GELU&input=article');
  await expect.poll(() => falling.locator('.statement').textContent()).toMatch(/smallest slope .* in magnitude\./);
  const rising = await open('activation=LeakyReLU&negative_slope=0.1&input=article');
  await expect.poll(() => rising.locator('.statement').textContent()).toMatch(/among them is 0\.1000\./);
});

test('a function is found by the name that others give it', async () => {
  const page = await open();
  await page.getByLabel('find').fill('swish');
  await expect.poll(() => page.locator('.gallery li span').allTextContents()).toContain('SiLU');
});

test('a round number can be pointed at, and what was pressed stays when the pointer leaves', async () => {
  const page = await open('activation=GELU&input=-3');
  const area = page.locator('torchlet-curve .cursor-area');
  const box = /** @type {{ x: number, y: number, width: number }} */ (await area.boundingBox());
  const [from, to] = await Promise.all(
    ['aria-valuemin', 'aria-valuemax'].map(async (name) => Number(await area.getAttribute(name))),
  );
  // The plot reaches from 66 to width - 14.
  const one = box.x + 66 + ((1 - from) / (to - from)) * (box.width - 80);
  for (const off of [-0.5, 0, 0.5]) {
    await page.mouse.move(one + off, box.y + 60);
    await expect.poll(() => reading(page)).toMatch(/^x 1, f of x 0\.8413, slope 1\.0833$/);
  }
  await page.mouse.click(one, box.y + 60);
  await page.mouse.move(10, 10);
  await expect.poll(() => reading(page)).toMatch(/^x 1, /);
  await area.focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => reading(page)).toMatch(/^No point chosen/);
});
