// Programs as tutorials of activations and networks have them print what PyTorch prints, warnings and errors included.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { formatFloat } from '../web/core/text/format.js';
import torch, { F, nn, optim } from '../web/index.js';
import tutorials from './reference/tutorials.json' with { type: 'json' };

/** What both languages print of a value. @param {any} value @param {boolean} [isInner] @returns {string} */
function textOf(value, isInner = false) {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'number') return formatFloat(value).replace(/\.0?$/, '');
  if (typeof value === 'string') return isInner ? `'${value}'` : value;
  if (Array.isArray(value) && !Object.isFrozen(value)) return `[${value.map((one) => textOf(one, true)).join(', ')}]`;
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `'${key}': ${textOf(one, true)}`)
    .join(', ')}}`;
}

/** @type {string[]} */ let lines = [];
// torchlet warns once for a text, in whichever program.
const warned = new Set();

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation((text) => {
    lines.push(text);
    warned.add(text);
  });
});
afterAll(() => void vi.restoreAllMocks());

/** @param {any[]} values */
const print = (...values) => {
  lines.push(values.map((value) => textOf(value)).join(' '));
};

/** @param {() => any} f */
function attempt(f) {
  try {
    print(f());
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    print(`${name}: ${message}`);
  }
}

test.each(tutorials.programs)('$name', ({ js, printed }) => {
  lines = [];
  const before = new Set(warned);
  torch.manual_seed(0);
  torch.set_printoptions({ profile: 'default' });
  const scope = { torch, nn, F, optim, print, attempt, inf: Number.POSITIVE_INFINITY, nan: Number.NaN };
  new Function(...Object.keys(scope), js)(...Object.values(scope));
  const expected = printed.split('\n').filter((line) => !before.has(line));
  expect(lines.join('\n')).toBe(expected.join('\n'));
});
