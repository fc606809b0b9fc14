// Losses: PyTorch's values and gradients bit for bit where nothing is summed, else to rounding; its words and names.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import torch, { nn } from '../web/index.js';
import { float32Of } from './arrays.js';
import { outcome, recorded } from './cases.js';
import data from './reference/nn.json' with { type: 'json' };
import { kLossRelative } from './tolerances.js';

/** @typedef {import('./cases.js').Case} Case */

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

/** @param {string} js @returns {any} */
function run(js) {
  torch.manual_seed(0);
  return new Function('torch', 'nn', 'F', 'x', 'source', 'return eval(source)')(torch, nn, nn.functional, null, js);
}

/** The name of the step that a text tells. @param {string} text */
const nodeOf = (text) => /grad_fn=<\w+>/.exec(text)?.[0];

describe('losses and their gradients', () => {
  test.each(/** @type {any[]} */ (data.losses))('$js', ({ js, bits, printed }) => {
    const result = run(js);
    const expected = float32Of(bits);
    expect(nodeOf(String(result))).toBe(nodeOf(printed));
    const own = Float32Array.from(result.data);
    expect(own.length).toBe(expected.length);
    const largest = Math.max(...expected.map(Math.abs));
    own.forEach((value, i) => {
      const size = printed.includes('grad_fn') ? Math.abs(expected[i]) : largest;
      expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(kLossRelative * size);
    });
  });
});

describe('errors, texts and odd shapes', () => {
  test.each(/** @type {Case[]} */ (/** @type {unknown} */ (data.lossErrors)))('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

describe('losses as modules', () => {
  test('take what their functions take', () => {
    const [x, t] = [torch.tensor([0.5, -1]), torch.tensor([1, 0])];
    const w = torch.tensor([1, 2]);
    const same = (/** @type {any} */ a, /** @type {any} */ b) => expect(a.tolist()).toEqual(b.tolist());
    const F = nn.functional;
    same(nn.SmoothL1Loss({ beta: 0.5 })(x, t), F.smooth_l1_loss(x, t, { beta: 0.5 }));
    same(nn.BCEWithLogitsLoss({ pos_weight: w })(x, t), F.binary_cross_entropy_with_logits(x, t, { pos_weight: w }));
    same(nn.L1Loss({ reduction: 'none' })(x, t), F.l1_loss(x, t, { reduction: 'none' }));
    expect(Object.keys(nn.CrossEntropyLoss({ weight: w }).state_dict())).toEqual(['weight']);
  });
});
