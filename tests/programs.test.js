// Generated programs of torch's operations, as PyTorch answered them: shapes, dtypes, broadcasting, views, in place, masks, gradients.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { agrees } from './agreement.js';
import { outcome, recorded } from './cases.js';
import programs from './reference/programs.json';

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

test('there are a thousand of them', () => expect(programs.cases.length).toBeGreaterThanOrEqual(1000));

// In tens: a test for each would be most of all tests.
const groups = Array.from({ length: Math.ceil(programs.cases.length / 10) }, (_, i) =>
  programs.cases.slice(10 * i, 10 * i + 10),
);
test.each(groups.map((cases, i) => ({ from: 10 * i, cases })))(
  'from number $from on, ten give what PyTorch gives',
  ({ cases }) => {
    for (const entry of /** @type {import('./cases.js').Case[]} */ (/** @type {unknown} */ (cases))) {
      const [got, right] = [outcome(entry), recorded(entry)];
      expect(agrees(got, right) ? right : got, `${entry.js}`).toEqual(right);
    }
  },
);
