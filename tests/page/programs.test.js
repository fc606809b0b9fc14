// The programs that the page offers: PyTorch ran them, and printed what the page shows.
import { expect, test } from 'vitest';
import { Model } from '../../web/figure/numbers/model.js';
import { readState } from '../../web/figure/state/vocabulary.js';
import { javascriptCode, pytorchCode } from '../../web/figure/text/code.js';
import torch, { nn } from '../../web/index.js';
import { programs } from '../reference/page.json';

/** What a program of the page prints when torchlet runs it. @param {string} code */
function printedBy(code) {
  /** @type {string[]} */ const lines = [];
  const body = code.replace(/^import .*$/m, '');
  new Function('torch', 'nn', 'console', body)(torch, nn, { log: (/** @type {string} */ text) => lines.push(text) });
  return `${lines.join('\n')}\n`;
}

test.each(programs)('$hash is the same in PyTorch, in JavaScript and on the page', ({ hash, code, printed }) => {
  const { state, problems } = readState(new URLSearchParams(hash));
  expect(problems).toEqual([]);
  const result = new Model().update(state);
  expect(pytorchCode(state, result)).toBe(code);
  expect(`${[result.input, result.output, result.gradient].map(String).join('\n')}\n`).toBe(printed);
  expect(printedBy(javascriptCode(state, result))).toBe(printed);
});
