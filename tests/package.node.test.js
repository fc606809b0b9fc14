// The package as others get it: packed, installed into an empty project, imported in Node and, through Vite, in a browser.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.js';

const project = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'torchlet-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const npm = (/** @type {string[]} */ args, cwd = folder) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const node = (/** @type {string[]} */ ...args) =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const lesson = `
  const m = nn.LeakyReLU(0.1);
  torch.manual_seed(0);
  const input = torch.randn(5);`;
const printed = 'tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])';

beforeAll(() => {
  npm(['pack', '--pack-destination', folder], project);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  npm(['install', '--offline', `./${tarball}`]);
}, 120_000);

test('it brings no other package along', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['torchlet']);
});

describe('in Node', () => {
  test('import gives tensors and modules, with no call to begin with', () => {
    const source = `import torch, { nn } from 'torchlet'; ${lesson} console.log(m(input));`;
    expect(node('--input-type=module', '-e', source).trim()).toBe(printed);
  });

  test('require gives the same instance as import', () => {
    const source = `const { nn, ...torch } = require('torchlet'); ${lesson} console.log(String(m(input)));
      import('torchlet').then((module) => console.log(module.nn === nn, module.default.randn === torch.randn));`;
    expect(node('--no-warnings', '-e', source).trim()).toBe(`${printed}\ntrue true`);
  });

  test('importing compiles nothing', () => {
    const source = `const Module = WebAssembly.Module; let compiled = 0;
      WebAssembly.Module = class extends Module { constructor(bytes) { compiled++; super(bytes); } };
      const torch = (await import('torchlet')).default;
      const before = compiled; torch.relu(torch.zeros(1)); console.log(before, compiled);`;
    expect(node('--input-type=module', '-e', source).trim()).toBe('0 1');
  });

  test.each([
    ['there is no WebAssembly', 'delete globalThis.WebAssembly;', 'this environment has no WebAssembly'],
    [
      'compiling is barred',
      "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder'); } };",
      "allow 'wasm-unsafe-eval' in its script-src",
    ],
    [
      'SIMD is missing',
      "WebAssembly.validate = () => false; WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('invalid opcode'); } };",
      'lacks SIMD',
    ],
  ])('where %s, import succeeds and the first use says why', (_, before, words) => {
    const source = `${before} const { default: torch, nn } = await import('torchlet');
      const x = torch.randn(3); console.log(String(x.shape), torch.available());
      try { nn.ReLU()(x); } catch (error) { console.log(error.name, error.message); }`;
    const lines = node('--input-type=module', '-e', source).trim().split('\n');
    expect(lines[0]).toBe('torch.Size([3]) false');
    expect(lines[1]).toMatch(/^RuntimeError torchlet cannot start its WebAssembly kernels: /);
    expect(lines[1]).toContain(words);
  });
});

/** What TypeScript says of a file in the project. @param {string} file */
function complaints(file) {
  const settings = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom'];
  const { stdout, stderr } = spawnSync(join(project, 'node_modules/.bin/tsc'), [...settings, '--types', '', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

test('TypeScript knows tensors, modules, functions and methods', () => {
  writeFileSync(
    join(folder, 'lesson.ts'),
    `import torch, { nn, F, Tensor } from 'torchlet';
const m = nn.LeakyReLU(0.1);
const n = new nn.Softmax({ dim: 1 });
const slope: number = m.negative_slope;
const y: Tensor = n(m(torch.randn(2, 3)));
const z: Tensor = F.leaky_relu(y, { negative_slope: slope, out: y });
const text: string = z.relu().softmax(0).toString();
const data: Float32Array | unknown = torch.sigmoid(y).data;
const weight: Tensor = nn.PReLU({ num_parameters: 2 }).weight;
const shared: Tensor = F.gelu(F.prelu(y, weight, { out: z }), { approximate: 'tanh', out: z });
const halves: Tensor = F.glu(F.threshold(shared, 0.1, 20, true), 1, { out: z });
const drawn: Tensor = torch.rrelu_(F.leaky_relu(halves, 0.1, { out: z }), 0.1, 0.3, nn.RReLU().eval().training);
const logits: Tensor = F.gumbel_softmax(drawn, { hard: true, dim: 0 }).log_softmax(0).hardshrink(0.1);
// @ts-expect-error a module's parameter is a number
nn.LeakyReLU('0.1');
// @ts-expect-error a threshold must be given
nn.Threshold(0.1);
// @ts-expect-error there are two approximations
F.gelu(logits, { approximate: 'erf' });
// @ts-expect-error there is no such module
nn.LeakyRelu();
export { text, data };
`,
  );
  expect(complaints('lesson.ts')).toBe('');
}, 60_000);

test('TypeScript knows the same of require, and of torchlet/slim', () => {
  writeFileSync(
    join(folder, 'lesson.cts'),
    `import torchlet = require('torchlet');
import createTorch = require('torchlet/slim');
import torch, { nn } from 'torchlet';
const output: torchlet.Tensor = nn.LeakyReLU(0.1)(torchlet.randn(5));
const same: boolean = torchlet.default === torch;
const loaded: Promise<typeof torch> = createTorch.load(new Uint8Array(8));
const injected: typeof torch = createTorch(new WebAssembly.Module(new Uint8Array(8)));
// @ts-expect-error there is no such module
nn.LeakyRelu();
// @ts-expect-error a module must be given
createTorch();
// @ts-expect-error an address is text or a URL
createTorch.load(42);
export { output, same, loaded, injected };
`,
  );
  expect(complaints('lesson.cts')).toBe('');
}, 60_000);

test('through Vite it runs in a browser, from any folder of a server', async () => {
  mkdirSync(join(folder, 'page'), { recursive: true });
  writeFileSync(
    join(folder, 'page/index.html'),
    '<!doctype html><title>a page</title><pre id="output"></pre><script type="module" src="main.js"></script>',
  );
  writeFileSync(
    join(folder, 'page/main.js'),
    `import torch, { nn } from 'torchlet'; ${lesson} document.querySelector('#output').textContent = String(m(input));`,
  );
  const settings = {
    root: join(folder, 'page'),
    base: './',
    configFile: /** @type {false} */ (false),
    logLevel: /** @type {const} */ ('error'),
  };
  await build({ ...settings, build: { outDir: join(folder, 'served/some/where'), emptyOutDir: true } });
  const server = await preview({
    ...settings,
    build: { outDir: join(folder, 'served') },
    preview: { port: 0, open: false },
  });
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    const requests = /** @type {string[]} */ ([]);
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${server.resolvedUrls?.local[0]}some/where/`);
    await page.waitForFunction(() => document.querySelector('#output')?.textContent);
    expect(await page.textContent('#output')).toBe(printed);
    expect(requests.filter((path) => path.endsWith('.wasm'))).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 120_000);

test('packing without the generated files stops with the reason', () => {
  const table = join(project, 'web/build/table.js');
  const script = join(project, 'cpp/toolchain/prepack.js');
  const copy = join(folder, 'unbuilt');
  mkdirSync(join(copy, 'cpp/toolchain'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(copy, 'cpp/toolchain/prepack.js'), execFileSync('cat', [script]));
  expect(existsSync(table)).toBe(true);
  expect(() =>
    execFileSync(process.execPath, [join(copy, 'cpp/toolchain/prepack.js')], { encoding: 'utf8', stdio: 'pipe' }),
  ).toThrow('The package is not built: there is no web/build/glue.js');
});
