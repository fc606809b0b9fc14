// The rows of networks: steps of training and matrix products, each in a process of its own, and what is said of them.
import { program, started } from '../node.js';
import { digits } from '../report.js';
import { parametersOf, products, trainings } from './settings.js';

/** @typedef {import('./measure.js').NetworkRow} NetworkRow */
/** @typedef {{ title: string, rows: NetworkRow[], failed: string[] }} NetworkPart */

/** The names by which they are asked for, and how many settings each has. */
export const networkRows = { training: trainings.length, products: products.length };

/** The peers that train or multiply. */
const kPeers = ['tfjs', 'jax'];

/** @param {'training' | 'products'} kind @param {number} index */
function titleOf(kind, index) {
  if (kind === 'products') return products[index].join(' x ');
  const { layers, batch, activation } = trainings[index];
  return `${layers.join('-')}, ${activation}, batch ${batch} (${parametersOf(trainings[index])} parameters)`;
}

/** @param {{ networks: ('training' | 'products')[], peers: string[], turns: number, node?: string }} options @returns {Promise<NetworkPart>} */
export async function measureNetworks({ networks, peers: asked, turns, node }) {
  const peers = asked.filter((name) => kPeers.includes(name));
  const path = program(peers, node);
  /** @type {NetworkPart} */ const part = { title: '', rows: [], failed: [] };
  for (const kind of networks) {
    for (let index = 0; index < networkRows[kind]; index++) {
      const { child, answer, hello } = await started(path, 'networks/worker.js');
      part.title = `Node ${hello.version}`;
      child.send({ kind, index, peers, turns });
      const { row, error } = /** @type {any} */ (await answer());
      if (row) part.rows.push(row);
      else part.failed.push(`${kind} ${titleOf(kind, index)}: ${error}`);
      child.kill();
    }
  }
  return part;
}

/** @param {NetworkRow} row */
function line({ kind, index, ns, absent }) {
  const said = (/** @type {number} */ one) => {
    if (kind === 'training') return `${(1e9 / one).toFixed(0)} steps/s`;
    const [rows, depth, columns] = products[index];
    return `${digits(one / 1000)} µs (${digits((2 * rows * depth * columns) / one)} GFLOP/s)`;
  };
  const others = Object.entries(ns).filter(([name]) => name !== 'torchlet' && name !== 'pinned');
  const [, best] = others.reduce((a, b) => (b[1] < a[1] ? b : a));
  const ours = Math.min(ns.torchlet, ns.pinned ?? ns.torchlet);
  const figures = Object.entries(ns).map(([name, one]) => `${name} ${said(one)}`);
  const lacking = absent.map(({ name, why }) => `${name} is left out: ${why}`);
  return [`  ${titleOf(kind, index)}: ${figures.join(', ')}; best/torchlet ${digits(best / ours)}x`, ...lacking].join(
    '\n    ',
  );
}

/** A goal: ahead of every library, and of a number of steps a second. @param {NetworkRow} row */
function verdict({ kind, index, ns }) {
  const ours = Math.min(ns.torchlet, ns.pinned ?? ns.torchlet);
  const behind = Object.keys(ns).filter((name) => name !== 'plain' && ns[name] < ours && name !== 'torchlet');
  const least = kind === 'training' ? trainings[index].least : 0;
  const holds = behind.length === 0 && 1e9 / ours >= least;
  const steps = least > 0 ? ` and at least ${least} steps/s` : '';
  return `    ${holds ? 'holds' : 'DOES NOT HOLD'}: ahead of every library${steps}${behind.length > 0 ? `; behind ${behind.join(', ')}` : ''}`;
}

/** @param {NetworkPart} part */
export function networkSummary({ title, rows, failed }) {
  console.log(
    `\n${title}: training (forward, BCEWithLogitsLoss, backward, Adam) and matrix products, medians of turns`,
  );
  for (const row of rows) console.log(`${line(row)}\n${verdict(row)}`);
  for (const failure of failed) console.log(`  FAILED: ${failure}`);
}
