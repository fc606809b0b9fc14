// A dense sample of `npm run accuracy`: the promised errors, and the same bits from the native build and the shipped .wasm.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/facts.js';
import { outputHash } from './native/hash.js';
import { measureRows, rowLengths } from './native/rows.js';
import pytorch from './reference/accuracy.json';
import { settings } from './reference/settings.json';
import { backwardUlp, forwardUlp, logSoftmaxLargest, longRowUlp } from './tolerances.js';

/** A prime, so that the sample meets every pattern of low bits: 4.3 million floats of each function. */
const stride = 997;
/** Some seconds each on a busy machine. */
const patience = 120_000;
const program = join(import.meta.dirname, '../build/native/accuracy');

/** @param {string[]} args @returns {any[]} */
function measure(...args) {
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
  return JSON.parse(execFileSync(program, ['--stride', String(stride), ...args], { encoding: 'utf8', stdio }));
}

const kernels = activations.filter((one) => one.kind === 'elementwise').flatMap((one) => one.kernels);
/** Whether PyTorch has it, by a kernel's name. @param {string} name */
const isPyTorchs = (name) =>
  !activations.some((one) => one.origin && one.kernels.some((kernel) => kernel.name === name));
const rows = measure();

test('every element-wise kernel is measured, has a promised bound and a figure of PyTorch', () => {
  expect(rows.map((row) => row.name)).toEqual(kernels.map((kernel) => kernel.name));
  for (const { name } of kernels) {
    expect(name in forwardUlp, name).toBe(true);
    expect(name in pytorch.forward && name in pytorch.backward, name).toBe(isPyTorchs(name));
  }
});

describe.each(rows)('$name', (row) => {
  test('stays within its bound', () => {
    expect(row.max_ulp, `at x = ${row.worst}`).toBeLessThanOrEqual(forwardUlp[row.name]);
  });

  test('is NaN, infinite and -0 only where it should be', () => {
    expect(row.wrong, `first at x = ${row.first_wrong}`).toBe(0);
  });

  test('has the same bits in the shipped .wasm', () => {
    expect(outputHash(row.name, stride)).toBe(row.hash);
  });
});

/** PyTorch's figure of the same job. @param {'forward' | 'backward'} kind @param {string} job @returns {number} */
const theirs = (kind, job) => /** @type {any} */ (pytorch[kind])[job]?.max_ulp ?? 0;

test(
  'with other parameters a kernel errs no more than PyTorch and one ULP',
  () => {
    const jobs = Object.entries(settings).flatMap(([name, list]) => list.map((parameters) => `${name}:${parameters}`));
    for (const row of measure(...jobs)) {
      const most = isPyTorchs(row.name) ? theirs('forward', row.job) + 1 : forwardUlp[row.name];
      expect(row.max_ulp, `${row.job} at x = ${row.worst}`).toBeLessThanOrEqual(most);
      expect(row.wrong, `${row.job} at x = ${row.first_wrong}`).toBe(0);
    }
  },
  patience,
);

test(
  'a gradient errs by no more than 4 ULP, or no more than PyTorch’s',
  () => {
    for (const row of measure('--backward')) {
      expect(row.max_ulp, `${row.job} at x = ${row.worst}`).toBeLessThanOrEqual(
        Math.max(backwardUlp, theirs('backward', row.job)),
      );
      expect(row.wrong, `${row.job} at x = ${row.first_wrong}`).toBe(0);
    }
  },
  patience,
);

test(
  'softmax, softmin and log_softmax stay within 4 ULP over rows of any length, those of fewer than 32 within 10',
  () => {
    for (const [kind, lengths] of Object.entries(rowLengths)) {
      for (const length of lengths) {
        const row = measureRows(kind, length);
        expect(row.wrong, row.job).toBe(0);
        expect(row.max_ulp, row.job).toBeLessThanOrEqual(length < 32 ? forwardUlp[kind] : longRowUlp);
        if (kind === 'log_softmax') expect(row.max_absolute, row.job).toBeLessThanOrEqual(logSoftmaxLargest);
      }
    }
  },
  patience,
);
