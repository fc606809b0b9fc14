// What the entries weigh when a page bundles them: minified by esbuild, compressed by zlib, as servers do, and by gzip.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { embedded } from '../web/core/unpack.js';
import { gzipped } from './budgets.js';

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

test.each(/** @type {const} */ (['training', 'cell']))('%s.js for a script tag is within its budget', (name) => {
  const script = readFileSync(join(root, `dist/site/${name}.js`));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(gzipped[name]);
});

test('the embedded binary decodes to the one that the package ships beside it', () => {
  expect(Buffer.compare(embedded(), readFileSync(join(root, 'web/build/torchlet.wasm')))).toBe(0);
});
