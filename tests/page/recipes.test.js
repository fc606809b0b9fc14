// Every example of HTML in the documentation, opened: it does what its page says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { which } from '../../cpp/toolchain/shell.js';
import torch, { F, nn } from '../../web/index.js';
import { drawn, kOutput, output } from '../hosts/checks.js';
import { blocks, figuresOf } from '../hosts/recipes.js';
import { shown } from '../hosts/shown.js';
import { written } from '../package/kit.js';

const { show, kit } = shown();
const root = join(import.meta.dirname, '../..');
/** Examples by page and number, whole or to be put into a body. @type {Map<string, string>} */
const examples = new Map();
for (const name of [...readdirSync(join(root, 'web/docs')), '../../README.md'].filter((one) => one.endsWith('.md'))) {
  const page = name.replace(/\.md$/, '');
  // Templates are for their tools: hosts.test.js has what those make of them.
  const own = blocks(page).filter(({ language, text }) => language === 'html' && !text.includes('{% '));
  own.forEach(({ text }, i) => examples.set(`${page.replace('../../', '')} ${i + 1}`, text));
}

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('../hosts/kit.js').Opened} Opened */

/** @param {string} text @returns {string} a page */
const pageOf = (text) =>
  text.startsWith('<!doctype')
    ? text
    : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An example</title></head><body>${text}</body></html>`;

/** @param {Page} page @param {'gradient'} kind @param {number} [at] */
const printed = (page, kind, at = 0) =>
  page.locator('torchlet-figure').nth(at).locator(`torchlet-tensor[kind=${kind}] pre`).first().textContent();

/** @param {Page} page @param {number} [at] */
const figureIn = (page, at = 0) => page.locator('torchlet-figure').nth(at);
const framedIn = (/** @type {Page} */ page) => page.frameLocator('iframe').locator('torchlet-figure');

/** @param {import('playwright').Locator} figure @param {string} text */
async function says(figure, text) {
  await drawn(figure);
  expect(await output(figure)).toBe(text);
}

function seeded() {
  torch.manual_seed(0);
  return torch.randn(5);
}

/** What an example does. @type {Record<string, (opened: Opened) => Promise<void>>} */
const does = {
  'README 1': async ({ page }) => {
    torch.manual_seed(0);
    await says(figureIn(page), String(F.leaky_relu(torch.randn(4, 5), 0.1)));
  },
  'README 2': async ({ page }) => {
    // The tag alone: a page with no block of code has nothing to run.
    expect(await page.locator('torchlet-cell').count()).toBe(0);
  },
  'README 3': async ({ said }) => expect(said).toEqual([String(nn.LeakyReLU(0.1)(seeded()))]),
  'embed 1': ({ page }) => says(figureIn(page), kOutput),
  'embed 2': async ({ page, said }) => {
    await says(figureIn(page), String(F.elu(torch.tensor([-1, 0, 1]), 0.5)));
    expect(said).toEqual(['0.5 -1,0,1']);
  },
  'embed 3': async ({ page }) => {
    await drawn(figureIn(page));
    const gap = await page.locator('torchlet-figure + figcaption').evaluate((caption) => {
      const frame = caption.previousElementSibling?.shadowRoot?.querySelector('figure');
      return caption.getBoundingClientRect().top - (frame?.getBoundingClientRect().bottom ?? 0);
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(10);
  },
  'html 1': async ({ page }) => {
    for (const at of [0, 1]) await drawn(figureIn(page, at));
    expect(await printed(page, 'gradient', 0)).toBe('tensor([0., 0., 0., 1., 1.])');
    expect(await printed(page, 'gradient', 1)).toBe('tensor([0.1000, 0.1000, 0.1000, 1.0000, 1.0000])');
  },
  'html 2': ({ page }) => says(figureIn(page), String(F.softmax(torch.tensor([1, 2, 4]), { dim: 0 }))),
  'html 3': async ({ page }) => {
    await drawn(figureIn(page));
    const before = await printed(page, 'gradient');
    await page.locator('#saturate').click();
    torch.manual_seed(0);
    const input = torch.randn(50).mul(10).requires_grad_();
    torch.sigmoid(input).sum().backward();
    await expect.poll(() => printed(page, 'gradient')).toBe(String(input.grad));
    expect(before).not.toBe(String(input.grad));
  },
  'iframe 1': ({ page }) => says(framedIn(page), kOutput),
  'iframe 2': ({ page }) => says(framedIn(page), String(F.softmax(torch.tensor([1, 2, 4]), { dim: 0 }))),
  'iframe 3': async ({ page }) => {
    await drawn(framedIn(page));
    const inside = () => framedIn(page).evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const height = () => page.locator('iframe').evaluate((el) => el.getBoundingClientRect().height);
    await expect.poll(async () => (await height()) - (await inside())).toBeLessThanOrEqual(4);
    expect(await height()).not.toBe(640);
  },
  'index 1': async ({ page }) => {
    await page.locator('a').click();
    await page.locator('torchlet-tensor[kind=gradient] pre').waitFor();
    expect(await page.locator('h1').textContent()).toBe('LeakyReLU(negative_slope=0.1)');
  },
  'install 1': async ({ said }) => expect(said).toEqual([String(nn.LeakyReLU(0.1)(seeded()))]),
  'python 1': async ({ page }) => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(() => page.locator('torchlet-cell .out').innerText()).toBe(`${nn.LeakyReLU(0.1)(seeded())}\n`);
  },
  'python 2': async ({ page }) => {
    expect(await page.locator('torchlet-cell').count()).toBe(0);
  },
  'training 1': async ({ page }) => {
    await page.getByText(/^Dead after 300 steps: 2[123] of 32 in layer 1/).waitFor();
  },
  'training 2': async ({ page }) => {
    await page.locator('a').click();
    await page.getByRole('heading', { name: 'Why do units die?' }).waitFor();
    await expect.poll(() => page.locator('torchlet-training').getAttribute('lr')).toBe('0.5');
  },
  'training 3': async ({ page, said }) => {
    await page.getByRole('button', { name: 'Adam, lr 0.01' }).click();
    await expect.poll(() => said).toEqual(['now by Adam']);
  },
};

test('every example is opened here', () => expect([...examples.keys()].sort()).toEqual(Object.keys(does).sort()));

test.each(Object.entries(does))('%s does what it says', async (name, check) => {
  const text = examples.get(name) ?? '';
  const files = { 'torchlet.iife.js': readFileSync(join(root, 'web/build/torchlet.iife.js'), 'utf8') };
  await check(await show(pageOf(text), { files: text.includes('torchlet.iife.js') ? files : {} }));
});

const withFallback = [...examples].filter(([, text]) => figuresOf(text).some((one) => one.includes('<p>')));

test.each(withFallback)('%s shows its fallback without scripts', async (_, text) => {
  const { page } = await show(pageOf(text), { javaScriptEnabled: false });
  const paragraphs = page.locator('torchlet-figure p');
  expect(await paragraphs.count()).toBe(figuresOf(text).length);
  for (const paragraph of await paragraphs.all()) expect(await paragraph.isVisible()).toBe(true);
});

describe('a copy of one’s own', () => {
  const [commands] = blocks('hosting').filter(
    ({ language, text }) => language === 'sh' && text.includes('npm install'),
  );
  const [hash] = blocks('hosting').filter(({ text }) => text.startsWith('openssl'));
  const [tag] = blocks('hosting').filter(({ text }) => text.includes('integrity="sha384-…"'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const copy = `torchlet-${version}`;

  /** The author's public folder, made by the page's own command from an installed package. */
  function made() {
    const folder = kit().folder('author');
    mkdirSync(join(folder, 'public'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/torchlet'));
    const copying = commands.text.split('\n').filter((line) => line.startsWith('cp '));
    expect(copying).toHaveLength(1);
    execFileSync('sh', ['-c', copying[0]], { cwd: folder });
    return join(folder, 'public');
  }

  test('in a folder with its version in the name has playground, frame, one file, documentation and tutorial', async () => {
    await kit().visited(made(), async (open) => {
      const pages = /** @type {const} */ ([
        ['index.html#activation=ELU&input=-1,2', 'torchlet-tensor[kind=gradient] pre'],
        ['embed.html?activation=ELU&input=-1,2', 'torchlet-figure figure'],
        ['standalone.html#activation=ELU', 'torchlet-tensor[kind=gradient] pre'],
        ['docs/hosting.html', 'h1'],
        ['docs/embed.html', 'torchlet-figure figure'],
      ]);
      for (const [path, sign] of pages) {
        const { page, complaints } = await open(`${copy}/${path}`);
        if (path.startsWith('docs/embed')) await drawn(figureIn(page));
        await page.locator(sign).first().waitFor();
        expect(complaints, path).toEqual([]);
      }
    });
  });

  test.runIf(which('openssl'))('is believed by the hash that openssl makes, and refused by another one', async () => {
    const folder = made();
    const integrity = execFileSync('sh', ['-c', hash.text], { cwd: join(folder, copy), encoding: 'utf8' });
    const figure =
      '<torchlet-figure activation="LeakyReLU" negative_slope="0.1" input="-2,-1,0,1,2"></torchlet-figure>';
    const page = (/** @type {string} */ value) =>
      pageOf(`${tag.text.replace('sha384-…', `sha384-${value}`).replace('https://example.org/', '/')}${figure}`);
    written(folder, {
      'good.html': page(integrity),
      'bad.html': page(integrity.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))),
    });
    await kit().visited(folder, async (open) => {
      await says(figureIn((await open('good.html')).page), kOutput);
      const { page: refused, complaints } = await open('bad.html');
      await expect.poll(() => complaints.join()).toContain('integrity');
      expect(await refused.evaluate(() => customElements.get('torchlet-figure') === undefined)).toBe(true);
    });
  });
});
