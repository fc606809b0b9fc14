// A process that measures in Node: the bench sends { op, n, options }, this answers with { row } or { error }.
import { absent } from './contenders.js';
import { measure } from './measure.js';

process.on('message', async (/** @type {any} */ { op, n, options }) => {
  try {
    process.send?.({ row: await measure(op, n, options) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.send?.({ version: process.version, absent: absent() });
