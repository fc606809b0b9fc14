// The documentation's programs that Node runs as an author would, in a folder of its own: by `require`, through torchlet/slim.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import torch, { nn, Tensor } from '../web/index.js';

const project = join(import.meta.dirname, '..');
const docs = join(project, 'web/docs');
const folder = mkdtempSync(join(tmpdir(), 'torchlet-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(project, join(folder, 'node_modules/torchlet'), 'junction');

/** Programs whose names are those of Node's kinds of modules. */
const programs = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...readFileSync(join(docs, name), 'utf8').matchAll(/```(cjs|js)\n([\s\S]*?)```/g)].map(([, kind, program]) => ({
      name,
      kind,
      program,
    })),
  )
  .filter(({ kind, program }) => kind === 'cjs' || /'torchlet\/slim'/.test(program));

test('there are a program for require and one for torchlet/slim', () => {
  expect(programs.map(({ kind }) => kind).sort()).toEqual(['cjs', 'js']);
});

test.each(programs)('the $kind program of $name prints what it says', ({ kind, program }) => {
  const file = join(folder, kind === 'cjs' ? 'program.cjs' : 'program.mjs');
  writeFileSync(file, program);
  const printed = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  const expected = [...program.matchAll(/console\.log.*; \/\/ (.*)$/gm)].map(([, text]) => text);
  expect(expected.length).toBeGreaterThan(0);
  expect(printed.trim().split('\n')).toEqual(expected);
});

const page = (/** @type {string} */ name) => readFileSync(join(project, `dist/site/docs/api-${name}.html`), 'utf8');
/** Names that a page has an entry for. @param {string} name */
const entries = (name) => new Set([...page(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

/** Those that are a page themselves, and what a tensor has for its own kin alone. */
const without = [
  ...['torch.optim', 'torch.utils', 'nn.init', 'nn.utils'],
  ...[
    'torch.nn',
    'torch.linalg',
    'torch.__version__',
    'torch.autograd',
    'torch.Tensor',
    'nn.functional',
    'Tensor.make',
    'Tensor.half',
    'Tensor.bfloat16',
    'Tensor.short',
  ],
  // Other names of what has an entry, the one layout, and dtypes that no tensor has.
  ...['double', 'float', 'int', 'long', 'half', 'short', 'concat', 'concatenate', 'inference_mode', 'strided'].map(
    (name) => `torch.${name}`,
  ),
  'F.cosine_similarity',
  'F.pairwise_distance',
  ...['int8', 'int16', 'float16', 'bfloat16', 'complex64', 'complex128'].map((name) => `torch.${name}`),
];

/** What anybody may name: own properties that are no private ones, of an object or of its class. @param {object} of */
const names = (of) => Object.getOwnPropertyNames(of).filter((one) => !/^_|^constructor$/.test(one));

test('every name of torch, of nn, of nn.functional and of a tensor has its entry in the API', () => {
  const all = new Set([...entries('functions'), ...entries('activations'), ...entries('tensor')]);
  const wanted = [
    ...names(torch).map((name) => `torch.${name}`),
    ...names(nn).map((name) => `nn.${name}`),
    ...names(nn.functional).map((name) => `F.${name}`),
    ...names(Tensor.prototype).map((name) => `Tensor.${name}`),
    ...names(Object.getPrototypeOf(Tensor.prototype)).map((name) => `Tensor.${name}`),
  ];
  expect(wanted.length).toBeGreaterThan(150);
  expect(wanted.filter((name) => !all.has(name) && !without.includes(name))).toEqual([]);
});
