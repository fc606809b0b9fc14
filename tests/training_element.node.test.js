// The training element in Node: imported on a server, its entry and types, one torch beside the package's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { trainable } from '../web/training/state/activations.js';
import { vocabulary } from '../web/training/state/vocabulary.js';

const project = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'torchlet-training-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const node = (/** @type {string} */ source) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', source], { cwd: project, encoding: 'utf8' }).trim();

/** Counts what is compiled. */
const counting = `const { Module } = WebAssembly; let compiled = 0;
  WebAssembly.Module = class extends Module { constructor(bytes) { compiled++; super(bytes); } };`;

describe('on a server', () => {
  test.each(['torchlet/training', './dist/site/training.js'])(
    'importing %s gives the class, touches no page and compiles nothing',
    (entry) => {
      const source = `${counting}
        const all = await import('${entry}');
        console.log(Object.keys(all).join(), typeof all.TorchletTraining, typeof document, typeof customElements, compiled);`;
      expect(node(source)).toBe('TorchletTraining function undefined undefined 0');
    },
  );

  test('beside torchlet and torchlet/element there is one torch, whose random numbers it leaves alone', () => {
    const source = `${counting}
      const torch = (await import('torchlet')).default;
      torch.manual_seed(0);
      const first = torch.randn(1).item();
      await import('torchlet/element');
      await import('torchlet/training');
      torch.tanh(torch.zeros(1));
      console.log(compiled, first.toFixed(4), torch.randn(1).item().toFixed(4));`;
    expect(node(source)).toBe('1 1.5410 -0.2934');
  });
});

test('a bundler finds the package’s own core and torch beside the module, and no other package', () => {
  const text = readFileSync(join(project, 'web/build/training.js'), 'utf8');
  const imported = [...text.matchAll(/^(?:import|export) .*"([^"]+)";$/gm)].map(([, path]) => path);
  expect(imported.filter((path) => !/^\.\.\/(?:core|torch)\/|^\.\//.test(path))).toEqual([]);
});

test('TypeScript knows the properties, the events and the tag', () => {
  const file = join(folder, 'page.ts');
  writeFileSync(
    file,
    `import { TorchletTraining } from '${project}/web/build/types/training.js';
const training = document.createElement('torchlet-training');
const same: TorchletTraining = training;
training.lesson = 'vanishing';
training.lr = 0.5;
training.seed = 1n;
training.batch = 'all';
training.negative_slope = 0.1;
training.addEventListener('change', (event) => event.detail.activation.length + Number(event.moving));
training.addEventListener('error', ({ detail }) => detail.problems.join(detail.message));
// @ts-expect-error there are four lessons
training.lesson = 'exploding';
// @ts-expect-error it is known by the element alone
training.complete = true;
export { same };
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

test('every key of the vocabulary is a property in the types, and every parameter', () => {
  const types = readFileSync(join(project, 'web/build/types/training.d.ts'), 'utf8');
  const names = new Set([...vocabulary, ...trainable.flatMap((a) => a.parameters.map((p) => p.name))]);
  expect([...names].filter((name) => !types.includes(`  ${name}: `))).toEqual([]);
});
