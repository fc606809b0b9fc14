// What the bench is asked to measure.
import { parseArgs } from 'node:util';
import { Explained } from '../../cpp/toolchain/shell.js';
import { browsers } from './browser.js';
import { networkRows } from './networks/networks.js';
import { functions, ops } from './ops.js';
import { pageRows } from './page.js';
import { peers } from './peers/peers.js';
import { programRows } from './programs.js';

/** Where functions are measured. */
const places = ['node', ...Object.keys(browsers)];

export const usage = `npm run bench [-- [names] [options]]
  names               functions: ${Object.keys(ops).join(' ')}
                      of the page: ${Object.keys(pageRows).join(' ')}, in Chromium
                      of networks: ${Object.keys(networkRows).join(' ')}, in Node
                      of programs: ${Object.keys(programRows).join(' ')}, in Chromium
                      first: the first kernel of a fresh page, or of a fresh process
                      start: from the script tag to the first figure, in the browsers of --in
  --sizes 5,1024      elements; by default 5,1024,65536,1048576,16777216 for functions, 10^6 and 10^7 for the page
  --in node,chromium  where functions are measured: of ${places.join(', ')}
  --peers a,b         of ${Object.keys(peers).join(',')}; none for plain JavaScript and the copy alone
  --node here|FILE    the Node that runs this, or another, without the peers that need a newer one
  --turns 9           of each contender; fewer where a call takes long
  --json FILE         writes what was measured
  --from FILE         reads it instead of measuring
  --markdown          prints README's tables as well`;

const kStart = 'start';
const kFirst = 'first';
const kSizes = '5,1024,65536,1048576,16777216';

/** @param {string} text */
const list = (text) => text.split(',').filter((one) => one !== '' && one !== 'none');

/** @param {string[]} given @param {string[]} right */
const wrong = (given, right) => given.filter((one) => !right.includes(one));

/** @typedef {ReturnType<typeof options>} Options */

/** @param {string[]} [args] the command line's */
export function options(args = process.argv.slice(2)) {
  const { values, positionals: names } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      in: { type: 'string', default: 'node,chromium' },
      peers: { type: 'string', default: Object.keys(peers).join(',') },
      node: { type: 'string' },
      turns: { type: 'string', default: '9' },
      json: { type: 'string' },
      from: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = list(values.sizes ?? kSizes).map(Number);
  const chosen = (/** @type {string[]} */ all) => (names.length > 0 ? all.filter((name) => names.includes(name)) : all);
  const all = {
    ...values,
    ops: names.length > 0 ? chosen(Object.keys(ops)) : functions,
    networks: /** @type {('training' | 'products')[]} */ (chosen(Object.keys(networkRows))),
    page: chosen(Object.keys(pageRows)),
    programs: /** @type {('cell' | 'loop')[]} */ (chosen(Object.keys(programRows))),
    start: names.length === 0 || names.includes(kStart),
    first: names.length === 0 || names.includes(kFirst),
    sizes,
    pageSizes: values.sizes ? sizes : null,
    in: list(values.in),
    peers: list(values.peers),
    turns: Number(values.turns),
  };
  const unknown = [
    ...wrong(names, [
      ...Object.keys(ops),
      ...Object.keys(networkRows),
      ...Object.keys(pageRows),
      ...Object.keys(programRows),
      kStart,
      kFirst,
    ]),
    ...wrong(all.peers, Object.keys(peers)),
    ...wrong(all.in, places),
    ...sizes.filter((n) => !Number.isInteger(n) || n < 2),
    ...(all.turns >= 1 ? [] : [values.turns]),
  ];
  if (unknown.length > 0) throw new Explained(`bench does not know ${unknown.join(', ')}.\n${usage}`);
  return { ...all, browsers: browsersOf(all.in) };
}

/** The browsers that pages are measured in: Chromium where none is named. @param {string[]} places */
function browsersOf(places) {
  const named = places.filter((one) => one in browsers);
  return named.length > 0 ? named : ['chromium'];
}
