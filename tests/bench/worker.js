// A process that measures in Node: the bench sends { op, n, options }, this answers with { row } or { error }.
import { offered } from './contenders.js';
import { measure } from './measure.js';
import { ops } from './ops.js';

process.on('message', async (/** @type {any} */ { op, n, options }) => {
  try {
    process.send?.({ row: await measure(op, n, options) });
  } catch (error) {
    process.send?.({ error: String(error instanceof Error ? error.stack : error) });
  }
});
process.send?.({ version: process.version, offered: Object.keys(ops).filter(offered) });
