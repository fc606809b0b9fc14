// <torchlet-cell> in other people's pages: run, edited, in order, under a page's own blocks, by keyboard, under a strict policy.
import { basename } from 'node:path';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { host, pageOf } from './host.js';

const { open, forgive } = host();
const script = '<script type="module" src="/cell.js"></script>';

/** @param {string} code @param {string} [attributes] */
const cellOf = (code, attributes = '') => `<torchlet-cell ${attributes}><pre>${code}</pre></torchlet-cell>`;
/** @param {import('playwright').Locator} cell */
const printed = (cell) => cell.locator('.outputs').innerText();
/** @param {import('playwright').Locator} cell */
const run = (cell) => cell.getByRole('button', { name: 'Run', exact: true }).click();

test('a program runs, prints what Python prints, echoes its last value, and draws where it drew', async () => {
  const page = await open({
    html: pageOf(
      cellOf(`torch.manual_seed(0)
m = nn.LeakyReLU(0.1)
print(m(torch.randn(5)))
print(7 // 2, -7 % 3, 1e16, f"{2.675:.2f}")
m`) +
        cellOf(
          'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9], label="squares")\nplt.title("a plot")\nplt.legend()\nplt.show()\nprint("after")',
        ),
      script,
    ),
  });
  const cell = page.locator('torchlet-cell').first();
  expect(await cell.locator('.source').innerText()).toContain('m = nn.LeakyReLU(0.1)');
  expect(await cell.locator('.tok-number').count()).toBeGreaterThan(2);
  expect(await cell.getByRole('link', { name: 'Open' }).getAttribute('href')).toMatch(
    /^http:\S+\/scratch\/#code=torch\.manual_seed/,
  );
  await run(cell);
  await expect
    .poll(() => printed(cell))
    .toBe('tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])\n3 2 1e+16 2.67\nLeakyReLU(negative_slope=0.1)\n');
  const plot = page.locator('torchlet-cell').nth(1);
  await run(plot);
  await expect.poll(() => plot.locator('.plot svg').getAttribute('aria-label')).toBe('a plot; squares');
  expect(await plot.locator('.out').innerText()).toBe('after\n');
  await plot.getByText('Numbers as a table').click();
  await expect.poll(() => plot.locator('tbody tr').allInnerTexts()).toEqual(['0\t1', '1\t4', '2\t9']);
});

test('a module is loaded when a program imports it, and one that cannot be is an ImportError', async () => {
  const page = await open({
    html: pageOf(cellOf('import math\nprint(math.pi)'), ''),
  });
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => asked.push(basename(request.url(), '.js').replace(/-.{8}$/, '')));
  await page.addScriptTag({ url: '/cell.js', type: 'module' });
  const cell = page.locator('torchlet-cell').first();
  await run(cell);
  await expect.poll(() => printed(cell)).toBe('3.141592653589793\n');
  expect(asked.toSorted()).toEqual(['cell', 'language', 'library']);
  forgive(/ERR_FAILED|Failed to load/);
  await page.route(/numpy-/, (route) => route.abort());
  await page.evaluate(() => {
    const cell = document.createElement('torchlet-cell');
    cell.textContent = 'import numpy as np\nprint(np.pi)';
    document.querySelector('main')?.append(cell);
  });
  const second = page.locator('torchlet-cell').nth(1);
  await run(second);
  await expect
    .poll(() => second.locator('.traceback').innerText())
    .toContain('ImportError: numpy could not be loaded: ');
});

test('on a phone a figure of subplots stays as large as can be read, and like wide code it scrolls and shows that it does', async () => {
  const code = `import matplotlib.pyplot as plt
fig, axes = plt.subplots(1, 2, figsize=(10, 4))   # wider than the window of a phone
axes[0].plot([1, 4, 9])
plt.show()`;
  const small = 'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\nplt.show()';
  const page = await open(
    { html: pageOf(cellOf(code) + cellOf(small), script) },
    { viewport: { width: 390, height: 844 } },
  );
  for (const cell of await page.locator('torchlet-cell').all()) {
    await run(cell);
    await cell.locator('.plot svg').waitFor();
  }
  const [wide, own] = await page
    .locator('.plot svg')
    .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width));
  expect(wide).toBe(600);
  expect(own).toBeLessThan(390);
  const scrolled = page.locator('.source, .scroll');
  const found = await scrolled.evaluateAll((all) =>
    all.map((one) => ({
      is: one.scrollWidth > one.clientWidth,
      fades: /local/.test(getComputedStyle(one).backgroundAttachment),
      stop: one.getAttribute('tabindex'),
    })),
  );
  expect(found[0]).toEqual({ is: true, fades: true, stop: '0' });
  expect(found[1]).toEqual({ is: true, fades: true, stop: '0' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a figure beneath many lines is seen whole: the lines scroll, by the keyboard too', async () => {
  const code = 'import matplotlib.pyplot as plt\nfor i in range(200): print(i)\nplt.plot([1, 4, 9])\nplt.show()';
  const page = await open({ html: pageOf(cellOf(code) + cellOf('for i in range(200): print(i)'), script) });
  const [drawn, alone] = await page.locator('torchlet-cell').all();
  for (const cell of [drawn, alone]) await run(cell);
  await drawn.locator('.plot svg').waitFor();
  await expect.poll(() => printed(alone)).toContain('199');
  const scrolls = (/** @type {import('playwright').Locator} */ one) =>
    one.evaluate((box) => [box.scrollHeight > box.clientHeight, box.getAttribute('tabindex')]);
  expect(await scrolls(drawn.locator('.outputs'))).toEqual([false, '0']);
  expect(await scrolls(drawn.locator('.out'))).toEqual([true, '0']);
  expect(await scrolls(alone.locator('.outputs'))).toEqual([true, '0']);
});

test('an error is Python’s traceback, with a line for beginners, and the page goes on', async () => {
  const page = await open({
    html: pageOf(cellOf('x = torch.randn(3)\nprint(nn.ReLU(x))') + cellOf('while True:\n    pass'), script),
  });
  const cell = page.locator('torchlet-cell').first();
  await run(cell);
  await expect.poll(() => cell.locator('.traceback').innerText()).toContain('Traceback (most recent call last):');
  expect(await cell.locator('.status').innerText()).toBe('ran as no. 1, with an error');
  const endless = page.locator('torchlet-cell').nth(1);
  await run(endless);
  await endless.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => endless.locator('.traceback').innerText()).toContain('KeyboardInterrupt');
});

test('cells share names in the order in which they ran, and say which no longer fit', async () => {
  const page = await open({
    html: pageOf(
      cellOf('a = 1') +
        cellOf('b = a + 1\nprint(b)') +
        cellOf('print(b * 10)') +
        cellOf('try:\n    print(b)\nexcept NameError as error:\n    print(error)', 'session="other"'),
      script,
    ),
  });
  const [one, two, three, other] = [0, 1, 2, 3].map((i) => page.locator('torchlet-cell').nth(i));
  await three.getByRole('button', { name: 'Run all above, too' }).click();
  await expect.poll(() => printed(three)).toBe('20\n');
  expect(await one.locator('.status').innerText()).toBe('ran as no. 1');
  await one.evaluate((cell) => {
    /** @type {any} */ (cell).source = 'a = 5';
  });
  await run(one);
  await expect.poll(() => three.locator('.status').innerText()).toBe('ran as no. 3, before something changed');
  await run(two);
  await expect.poll(() => printed(two)).toBe('6\n');
  await run(other);
  await expect.poll(() => printed(other)).toBe("name 'b' is not defined\n");
});

test('it is edited in the editor that is loaded then, run by Shift+Enter, and reset', async () => {
  const page = await open({ html: pageOf(cellOf('print(1)'), script) });
  const cell = page.locator('torchlet-cell');
  await cell.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => cell.locator('.cm-content').innerText()).toBe('print(1)');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nprint(2)');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => printed(cell)).toBe('1\n2\n');
  await cell.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => cell.locator('.cm-content').innerText()).toBe('print(1)');
  expect(await cell.locator('.outputs').count()).toBe(0);
});

/** Code blocks in boxes of a host's, and as a terminal shows them; hosts.test.js has the pages of hosts' tools. @type {[host: string, html: string][]} */
const blocks = [
  [
    'MkDocs Material with colours',
    '<div class="language-python highlight"><pre id="__code_0"><span></span><code><span class="n">x</span> <span class="o">=</span> <span class="mi">2</span>\n<span class="nb">print</span><span class="p">(</span><span class="n">x</span><span class="p">)</span>\n</code></pre></div>',
  ],
  ['a prompt', '<pre><code class="language-python">&gt;&gt;&gt; x = 2\n&gt;&gt;&gt; print(x)\n2\n</code></pre>'],
];

test.each(blocks)('under a block of %s there is Run, and its text stays', async (_, html) => {
  const page = await open({
    html: pageOf(
      `${html}<pre><code class="language-python">import torchvision</code></pre>`,
      '<script type="module" src="/cell.js" data-run="pre"></script>',
    ),
  });
  const before = await page.locator('pre').first().innerHTML();
  const cell = page.locator('torchlet-cell');
  await expect.poll(() => cell.count()).toBe(1);
  await run(cell);
  await expect.poll(() => printed(cell)).toBe('2\n');
  expect(await page.locator('pre').first().innerHTML()).toBe(before);
  expect(await page.locator('main > pre').last().getAttribute('title')).toContain('torchvision is not here');
});

test('Shift+Enter runs from the code itself, all can be reached by Tab, and axe finds nothing', async () => {
  const page = await open({
    html: pageOf(
      `<button>before</button>${cellOf('print(1)\nraise ValueError("no")')}${cellOf('1', 'theme="dark"')}`,
      script,
    ),
  });
  await page.getByText('before').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Enter');
  const cell = page.locator('torchlet-cell').first();
  await expect.poll(() => printed(cell)).toContain('ValueError: no');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
  expect(
    violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
  ).toEqual([]);
});
