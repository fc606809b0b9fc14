// The embedded binary's way into streams and back: it must come back whole whatever another compiler makes of the kernels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined } from '../web/core/wasm_streams.js';
import { separated } from '../web/tools/streams.js';

const binary = readFileSync(join(import.meta.dirname, '../web/build/torchlet.wasm'));

test('streams give the kernels back', () => {
  expect(Buffer.compare(joined(separated(binary)), binary)).toBe(0);
});

/** A number as LEB128. @param {number} value @returns {number[]} */
const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);

/** A module of one function without variables. @param {number[]} body */
const moduleOf = (body) => {
  const code = [1, ...leb(body.length + 1), 0, ...body];
  return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 10, ...leb(code.length), ...code]);
};

test('streams give local variables back whose number takes two bytes', () => {
  const module = moduleOf([0x20, ...leb(200), 0x21, ...leb(3), 0x20, ...leb(200), 0x0b]);
  expect(Buffer.compare(joined(separated(module)), module)).toBe(0);
});

test('streams give operations back that they do not know', () => {
  // Scalars, lanes, tables, calls through tables; no local variables, which must exist.
  const operations = fc.constantFrom(
    [0x28, 2, 16],
    [0x44, 1, 2, 3, 4, 5, 6, 7, 8],
    [0x0e, 2, 0, 1, 0],
    [0x11, 5, 0],
    [0xfc, 10, 0, 0],
    [0xfd, 13, ...Array(16).keys()],
    [0xfd, 21, 3],
    [0xfd, ...leb(0xe4)],
    [0xfd, 12, ...Array(16).keys()],
    [0xfd, 0, 4, ...leb(300)],
    [0x6a],
    [0x10, 7],
    [0x22, 9],
  );
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 60 }), (list) => {
      const module = moduleOf([...list.flat(), 0x0b]);
      return Buffer.compare(joined(separated(module)), module) === 0;
    }),
  );
});
