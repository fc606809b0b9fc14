// A process that measures networks: the bench sends { kind, index, peers, turns }, this answers with { row } or { error }.
import { measureNetwork } from './measure.js';

process.on('message', async (/** @type {any} */ task) => {
  try {
    process.send?.({ row: await measureNetwork(task) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.send?.({ version: process.version });
