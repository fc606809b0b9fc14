// The element in Node: imported on a server, its entries and types, and figures drawn on the command line.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stillOf } from '../web/figure/drawing/still.js';
import { activations } from '../web/figure/state/drawn.js';
import { writeElements } from '../web/tools/element.js';

const project = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'torchlet-element-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const node = (/** @type {string} */ source) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', source], { cwd: project, encoding: 'utf8' }).trim();

describe('on a server', () => {
  test.each(['torchlet/figure', 'torchlet/element'])('importing %s gives the class, and touches no page', (entry) => {
    const source = `const { TorchletFigure } = await import('${entry}');
      console.log(typeof TorchletFigure, TorchletFigure.observedAttributes.includes('negative_slope'), typeof document, typeof customElements);`;
    expect(node(source)).toBe('function true undefined undefined');
  });

  test('importing the self-contained file does no harm either', () => {
    expect(node("console.log(Object.keys(await import('./dist/site/element.js')).join())")).toBe('TorchletFigure');
  });

  test('its styles lost no space that parts an element from what stands in it', () => {
    const text = readFileSync(join(project, 'dist/site/element.js'), 'utf8');
    expect(text).toContain('.comparison :last-child');
    expect(text).not.toMatch(/\n {4,}(?:padding|margin): /);
  });

  test('importing compiles nothing', () => {
    const source = `const { Module } = WebAssembly; let compiled = 0;
      WebAssembly.Module = class extends Module { constructor(bytes) { compiled++; super(bytes); } };
      await import('torchlet/element'); console.log(compiled);`;
    expect(node(source)).toBe('0');
  });

  test('torchlet/figure shares its kernels with torchlet, and leaves its random numbers alone', () => {
    const source = `const { Module } = WebAssembly; let compiled = 0;
      WebAssembly.Module = class extends Module { constructor(bytes) { compiled++; super(bytes); } };
      const torch = (await import('torchlet')).default;
      const { figure } = await import('./web/build/figure_command.js');
      torch.manual_seed(0);
      const first = torch.randn(1).item();
      await figure(['Tanh', 'shape=20', 'seed=7'], { write() {} }, process.stderr);
      torch.tanh(torch.zeros(1));
      console.log(compiled, first.toFixed(4), torch.randn(1).item().toFixed(4));`;
    expect(node(source)).toBe('1 1.5410 -0.2934');
  });
});

test('TypeScript knows the properties, the events and the tag', () => {
  const file = join(folder, 'page.ts');
  writeFileSync(
    file,
    `import { TorchletFigure } from '${project}/web/build/types/element.js';
const figure = document.createElement('torchlet-figure');
const same: TorchletFigure = figure;
figure.negative_slope = 0.1;
figure.shape = [4, 5];
figure.seed = 1n;
figure.approximate = 'tanh';
const slope: number | undefined = figure.negative_slope;
figure.addEventListener('change', (event) => event.detail.activation.length);
figure.addEventListener('error', ({ detail }) => detail.problems.join(detail.message));
figure.addEventListener('click', (event: Event) => event.preventDefault());
// @ts-expect-error a slope is a number
figure.negative_slope = 'steep';
// @ts-expect-error there are two approximations
figure.approximate = 'erf';
// @ts-expect-error it is known by the element alone
figure.complete = true;
export { same, slope };
`,
  );
  const tsc = join(project, 'node_modules/.bin/tsc');
  const args = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom', file];
  let said = '';
  try {
    execFileSync(tsc, args, { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    said = /** @type {any} */ (error).stdout;
  }
  expect(said).toBe('');
}, 60_000);

test('every parameter of every activation is a property in the types', () => {
  const types = readFileSync(join(project, 'web/build/types/figure.d.ts'), 'utf8');
  const names = new Set(activations.flatMap((a) => a.parameters.map((p) => p.name)));
  expect([...names].filter((name) => !types.includes(`  ${name}: `))).toEqual([]);
});

describe('the figure command', async () => {
  const { figure } = await import('../web/build/figure_command.js');
  /** @param {string[]} args */
  async function run(args) {
    const said = { out: '', err: '' };
    const sink = (/** @type {'out' | 'err'} */ name) => ({
      write: (/** @type {string} */ text) => (said[name] += text),
    });
    const code = await figure(args, sink('out'), sink('err'));
    return { code, ...said };
  }

  test('writes the figure that the page saves', async () => {
    const words = { activation: 'LeakyReLU', negative_slope: '0.1', shape: '4,5', seed: '0' };
    const { code, out, err } = await run(['LeakyReLU', 'negative_slope=0.1', 'shape=4,5', 'seed=0']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${stillOf(Object.entries(words)).svg}\n`);
    expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* width="720" height="480"/);
  });

  test('takes a size and a shade', async () => {
    const { out } = await run(['Softmax', 'input=1,2,3', '--width=640', '--height', '300', '--dark']);
    expect(out).toContain('width="640" height="300"');
    expect(out).toContain('.paper{fill:#15171a}');
  });

  test.each([
    [['LeakyReL'], 'activation: there is no “LeakyReL” here\n'],
    [['ReLU', 'shape=4,,5'], 'shape: A size is missing between two commas: write 4, 5.\n'],
    [['ReLU', 'slope=1'], 'slope: unknown\n'],
    [['ReLU', 'Tanh'], 'figure takes one activation and then key=value; got Tanh.\n'],
    [['ReLU', '--colour'], 'figure has no option --colour; there are --width, --height and --dark.\n'],
    [['ReLU', '--width', '5'], '--width takes a whole number of pixels from 200 to 4000; got 5.\n'],
    [['Hardtanh', 'min_val=2', 'max_val=1'], 'max_val (1.0) must be greater than min_val (2)\n'],
  ])('says what is wrong with %j, writes nothing and fails', async (args, err) => {
    expect(await run(args)).toEqual({ code: 1, out: '', err });
  });

  test('tells how it is called', async () => {
    expect((await run(['--help'])).out).toContain('torchlet figure ACTIVATION');
    expect(await run([])).toMatchObject({ code: 1, out: '' });
  });

  test('needs no other package once it is built', () => {
    const text = readFileSync(join(project, 'web/build/figure_command.js'), 'utf8');
    const imported = [...text.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, path]) => path);
    expect(imported.length).toBeGreaterThan(3);
    expect(imported.filter((path) => !/^\.\.?\//.test(path))).toEqual([]);
  });
});

describe('oEmbed', () => {
  test('is written with the address of the site, and embed.html names it', async () => {
    const own = mkdtempSync(join(folder, 'site-'));
    await writeElements(own, 'https://example.org/torchlet');
    const { type, version, html, width, height } = JSON.parse(readFileSync(join(own, 'oembed.json'), 'utf8'));
    expect({ type, version }).toEqual({ type: 'rich', version: '1.0' });
    expect(html).toContain(
      'src="https://example.org/torchlet/embed.html?activation=LeakyReLU&amp;negative_slope=0.1&amp;controls"',
    );
    expect(html).toContain(`width="${width}" height="${height}" loading="lazy" title="`);
    expect(readFileSync(join(own, 'embed.html'), 'utf8')).toContain(
      '<link rel="alternate" type="application/json+oembed" href="https://example.org/torchlet/oembed.json" />',
    );
  });

  test('is not written where no address is known', async () => {
    const other = mkdtempSync(join(folder, 'site-'));
    await writeElements(other, '');
    expect(existsSync(join(other, 'oembed.json'))).toBe(false);
    expect(existsSync(join(other, 'element.js'))).toBe(true);
  });
});
