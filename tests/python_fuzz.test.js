// A sample of the generated programs that tests/tools/python_fuzz.js compares with CPython by the ten thousand.
import { expect, test } from 'vitest';
import { agree, outcomeOf } from './python_outcome.js';
import recorded from './reference/python/fuzz.json' with { type: 'json' };

test('generated programs print, fail and trace as in CPython', async () => {
  const apart = [];
  for (const right of recorded.cases) {
    const got = await outcomeOf(right.source);
    if (agree(got, right) !== true) apart.push({ source: right.source, got, right });
  }
  expect(apart).toEqual([]);
});
