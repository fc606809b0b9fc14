// The package as others get it: packed, and installed into fresh projects. `npm run test:package` tries many more of these.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tarball } from './budgets.js';
import { environments, tried } from './package/environments.js';
import { kit as packed, Untested } from './package/kit.js';

const project = join(import.meta.dirname, '..');
const description = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
/** @type {import('./package/kit.js').Kit} */
let kit;
let folder = '';
beforeAll(async () => {
  kit = await packed();
  folder = await kit.project({});
}, 120_000);
afterAll(() => kit?.close());

const node = (/** @type {string[]} */ ...args) =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('what npm installs', () => {
  test('it brings no other package along', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['torchlet']);
    const dependent = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies'];
    expect(dependent.filter((key) => key in description)).toEqual([]);
  });

  test('the tarball, site included, is within its budget', () => {
    expect(statSync(kit.tarball).size).toBeLessThanOrEqual(tarball);
    expect(existsSync(join(folder, 'node_modules/torchlet/dist/site/index.html'))).toBe(true);
  });

  test('every file that package.json names is there', () => {
    const files = (/** @type {any} */ value) =>
      typeof value === 'string' ? [value] : Object.values(value).flatMap(files);
    const { exports, main, unpkg, jsdelivr, bin } = description;
    const named = /** @type {string[]} */ (files([exports, main, unpkg, jsdelivr, bin]));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(folder, 'node_modules/torchlet', path)))).toEqual([]);
  });

  test('the command torchlet serves the playground from it', async () => {
    const program = join(folder, 'node_modules/.bin/torchlet');
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toBe(`${description.version}\n`);
    const child = spawn(program, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const line = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
      const page = await fetch(line.match(/http:\S+/)[0]);
      expect(await page.text()).toBe(readFileSync(join(project, 'dist/site/index.html'), 'utf8'));
    } finally {
      child.kill();
    }
  });
});

describe('npm run test:package', () => {
  test.each(environments.filter(({ quick }) => quick))(
    '$name computes and prints',
    async (one) => {
      expect(await tried(one, kit)).toEqual({ result: 'passed', reason: '' });
    },
    120_000,
  );

  test('another text is a failure, a program that stops likewise, one that is missing leaves an environment untested', async () => {
    const environment = { name: '', rule: /** @type {const} */ ('must pass') };
    expect(await tried({ ...environment, run: async () => 'tensor([0.])' }, kit)).toMatchObject({ result: 'failed' });
    const stopping = async () => {
      throw new Error('exit code 1');
    };
    expect(await tried({ ...environment, run: stopping }, kit)).toEqual({ result: 'failed', reason: 'exit code 1' });
    const missing = async () => {
      throw new Untested('not for this system');
    };
    expect(await tried({ ...environment, run: missing }, kit)).toEqual({
      result: 'untested',
      reason: 'not for this system',
    });
  });
});

describe('in Node', () => {
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

/** Node as it was when require() took no ES module. */
const old = '--no-experimental-require-module';
const entries = ['torchlet', 'torchlet/slim', 'torchlet/arrays'];

/** What a program of CommonJS prints, as JSON. @param {string} source @param {string[]} flags */
const required = (source, ...flags) =>
  JSON.parse(node('--no-warnings', ...flags, '-e', `(async () => console.log(JSON.stringify(${source})))()`));

describe('by require', () => {
  test.each(entries)('%s has the same names with ES modules and without', (entry) => {
    const shape = `{ type: typeof require('${entry}'), names: Object.keys(require('${entry}')).sort() }`;
    const { type, names } = required(shape);
    expect(required(shape, old)).toEqual({ type, names });
    expect(type).toBe(entry === 'torchlet/slim' ? 'function' : 'object');
    expect(names.length).toBeGreaterThan(0);
  });

  test.each(entries)('%s has the names of import', (entry) => {
    const { own, imported } = required(
      `{ own: Object.keys(require('${entry}')), imported: Object.keys(await import('${entry}')) }`,
      old,
    );
    const expected = entry === 'torchlet/slim' ? ['load'] : imported;
    expect(own.filter((/** @type {string} */ name) => name !== '__esModule').sort()).toEqual(expected);
  });

  test.each([
    ['with ES modules', []],
    ['without', [old]],
  ])('the entries share one torch and its kernels: %s', (_, flags) => {
    const source = `(() => {
      const Module = WebAssembly.Module; let compiled = 0;
      WebAssembly.Module = class extends Module { constructor(bytes) { compiled++; super(bytes); } };
      const { default: torch, nn, F } = require('torchlet');
      String(nn.ReLU()(torch.ones(1))); require('torchlet/arrays').relu(new Float32Array(1));
      const binary = require('fs').readFileSync(require.resolve('torchlet/torchlet.wasm'));
      return [compiled, torch.nn === nn, nn.functional === F, require('torchlet/slim')(new Module(binary)) === torch];
    })()`;
    expect(required(source, ...flags)).toEqual([1, true, true, true]);
  });

  test('where Node takes ES modules it is the instance of import', () => {
    const source = `[
      require('torchlet').Tensor === (await import('torchlet')).Tensor,
      require('torchlet/slim') === (await import('torchlet/slim')).default,
      require('torchlet/arrays').relu === (await import('torchlet/arrays')).relu,
    ]`;
    expect(required(source)).toEqual([true, true, true]);
    expect(required(source, old)).toEqual([false, false, false]);
  });

  test('a tensor of another instance is refused as that', () => {
    const source = `await import('torchlet').then(({ default: torch, nn }) => {
      const calls = [
        (x) => torch.relu(x), (x) => torch.ones(1).add(x), (x) => torch.tensor([x]), (x) => torch.relu(nn.PReLU().weight, { out: x }),
      ];
      const own = require('torchlet');
      return [own.ones(1), own.nn.PReLU().weight].map((x) => calls.map((call) => {
        try { return String(call(x)); } catch (error) { return error.message; }
      }));
    })`;
    const [ofTensor, ofParameter] = required(source, old);
    expect(ofTensor).toEqual([
      "relu(): argument 'input' (position 1) must be Tensor, not Tensor of another torchlet",
      "add(): argument 'other' (position 1) must be Tensor, not Tensor of another torchlet",
      'Could not infer dtype of Tensor of another torchlet',
      "relu(): argument 'out' must be Tensor, not Tensor of another torchlet",
    ]);
    expect(ofParameter[0]).toBe(
      "relu(): argument 'input' (position 1) must be Tensor, not Parameter of another torchlet",
    );
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

test('packing without the generated files stops with the reason', () => {
  const table = join(project, 'web/build/table.js');
  const script = join(project, 'web/tools/prepack.js');
  const copy = join(folder, 'unbuilt');
  mkdirSync(join(copy, 'web/tools'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(copy, 'web/tools/prepack.js'), execFileSync('cat', [script]));
  expect(existsSync(table)).toBe(true);
  expect(() =>
    execFileSync(process.execPath, [join(copy, 'web/tools/prepack.js')], { encoding: 'utf8', stdio: 'pipe' }),
  ).toThrow('The package is not built: there is no web/build/glue.js');
});
