// What PyTorch answered to several hundred pieces of code, good and bad: the same text, the same errors, the same bits.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isOffered, outcome, recorded } from './cases.js';
import errors from './reference/errors.json';
import operations from './reference/operations.json';
import printed from './reference/print_examples.json';
import tensors from './reference/tensors.json';

/** @typedef {import('./cases.js').Case} Case */

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

/** Cases that need what torchlet does not offer (other dtypes, activations still to come) are left out. */
const offered = (/** @type {unknown[]} */ list) => /** @type {Case[]} */ (list).filter(isOffered);

describe.each([
  { title: 'errors, reprs and results', cases: offered(errors.cases), least: 2364 },
  { title: 'printed examples', cases: offered(printed.cases), least: 55 },
  { title: 'more operations', cases: offered(operations.cases), least: 1559 },
  { title: 'tensor operations', cases: offered(tensors.exact), least: 380 },
])('$title', ({ cases, least }) => {
  test(`at least ${least} recorded cases can be said with what torchlet offers`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(least);
  });
  test.each(cases)('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

test('what JavaScript cannot say is listed with its reason', () => {
  const lists = [errors, printed, operations].map(({ notExpressible }) => notExpressible);
  for (const { python, reason } of lists.flat()) expect(reason, python).toMatch(/\w/);
  expect(printed.cases.length + printed.notExpressible.length).toBe(58);
});

describe('operations whose last bit depends on the order of a sum', () => {
  test.each(offered(tensors.rounded))('$js', (entry) => {
    expect(outcome({ ...entry, bits: undefined })).toEqual(recorded({ ...entry, bits: undefined }));
  });
});
