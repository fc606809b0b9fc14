// What the entries weigh when a page bundles them: minified by esbuild, compressed by zlib, as servers do, and by gzip.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { embedded } from '../web/core/unpack.js';
import { cell, gzipped } from './budgets.js';

const root = join(import.meta.dirname, '..');

/** @param {string} source a module of somebody's page */
async function bundled(source) {
  const result = await build({
    stdin: { contents: source, resolveDir: join(root, 'web') },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return result.outputFiles[0].contents;
}

const uses = {
  torchlet: "import torch from './index.js'; console.log(String(torch.nn.ReLU()(torch.randn(5))));",
  arrays: "import { relu } from './arrays.js'; console.log(relu(new Float32Array(5)));",
};

test.each(Object.entries(uses))('%s with everything embedded is within its budget', async (name, source) => {
  const bundle = await bundled(source);
  const limit = gzipped[/** @type {keyof typeof uses} */ (name)];
  expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(limit);
  const gzip = spawnSync('gzip', ['-9', '-c'], { input: bundle });
  if (!gzip.error) expect(gzip.stdout.length).toBeLessThanOrEqual(limit);
});

test('the file for a script tag weighs no more than 300 bytes above that', () => {
  const script = readFileSync(join(root, 'web/build/torchlet.iife.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(gzipped.torchlet + 300);
});

test('training.js for a script tag is within its budget', () => {
  const script = readFileSync(join(root, 'dist/site/training.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(gzipped.training);
});

/** A file and all that it imports before it can run. @param {string} file @param {Set<string>} [found] */
function loadedWith(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, to] of readFileSync(file, 'utf8').matchAll(/\bfrom\s*"(\.[^"]+)"/g))
    loadedWith(join(dirname(file), to), found);
  return found;
}

test.each(Object.entries(cell))('what cell.js loads is within its budget: %s', (name, limit) => {
  const site = join(root, 'dist/site');
  const first = loadedWith(join(site, 'cell.js'));
  const part = readdirSync(join(site, 'cell')).find((file) => file.startsWith(`${name}-`));
  const own = part ? [...loadedWith(join(site, 'cell', part))].filter((file) => !first.has(file)) : [...first];
  // NumPy needs torch, which has a row of its own.
  const counted = own.filter((file) => name === 'torch' || !/torch-[^/]*$/.test(file));
  const bytes = counted.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  expect(counted.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(limit);
});

test('the embedded binary decodes to the one that the package ships beside it', () => {
  expect(Buffer.compare(embedded(), readFileSync(join(root, 'web/build/torchlet.wasm')))).toBe(0);
});
