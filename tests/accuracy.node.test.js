// A dense sample of `npm run accuracy`: the promised errors, and the same bits from the native build and the shipped .wasm.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/table.js';
import { outputHash } from './native/hash.js';
import { forwardUlp } from './tolerances.js';

/** A prime, so that the sample meets every pattern of low bits: 4.3 million floats of each function. */
const stride = 997;
const program = join(import.meta.dirname, '../build/native/accuracy');
const rows = JSON.parse(
  execFileSync(program, ['--stride', String(stride)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
);

test('every element-wise activation of the table is measured and has a promised bound', () => {
  const names = activations.filter((one) => one.elementwise).map((one) => one.functional);
  expect(rows.map((/** @type {any} */ row) => row.name)).toEqual(names);
  expect(Object.keys(forwardUlp).sort()).toEqual([...names].sort());
});

describe.each(/** @type {any[]} */ (rows))('$name', (row) => {
  test('stays within its bound', () => {
    expect(row.max_ulp, `at x = ${row.worst}`).toBeLessThanOrEqual(/** @type {any} */ (forwardUlp)[row.name]);
  });

  test('is NaN, infinite and -0 only where it should be', () => {
    expect(row.wrong, `first at x = ${row.first_wrong}`).toBe(0);
  });

  test('has the same bits in the shipped .wasm', () => {
    const activation = activations.find((one) => one.functional === row.name);
    expect(outputHash(/** @type {any} */ (activation), stride)).toBe(row.hash);
  });
});
