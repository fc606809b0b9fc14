// README's example does what README says it prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as torchlet from '../web/index.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the example for JavaScript prints what its comments say', async () => {
  const [, code] = /** @type {RegExpExecArray} */ (/```js\n(import torch[\s\S]*?)```/.exec(readme));
  /** @type {string[]} */
  const printed = [];
  const body = code.replace(/^import .*$/m, 'const { default: torch, nn, F } = torchlet;');
  new Function('torchlet', 'console', body)(torchlet, { log: (/** @type {string} */ line) => printed.push(line) });
  const promised = code
    .split('\n')
    .map((line) => /\/\/ ((?:tensor| {7}).*)$/.exec(line)?.[1])
    .filter((line) => line !== undefined);
  expect(promised.length).toBeGreaterThan(2);
  expect(printed.join('\n')).toBe(promised.join('\n'));
});

test('every script of package.json is explained', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  for (const name of Object.keys(scripts).filter((one) => one !== 'prepack')) {
    expect(readme, name).toMatch(new RegExp(`npm (run )?${name}\\b`));
  }
});
