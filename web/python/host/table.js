// Which modules a program can import, and where each is: the code of a module is loaded when a program first imports it.

import { importModule, modules } from '../compile/imports.js';
import { machine } from '../session.js';
import { raised } from '../values/exceptions.js';

/** @typedef {import('../session.js').Session} Session */
/** @typedef {Record<string, (session: Session) => import('../values/containers.js').Module>} Makers by the names of modules: what makes them, once a session */

/** @returns {Promise<Makers>} */
const torch = async () => ({ torch: (await import('../torch/namespaces.js')).torchModule });
/** @returns {Promise<Makers>} */
const numpy = async () => ({ numpy: (await import('../numpy/numpy.js')).numpy });
/** With NumPy, whose arrays ticks, sizes and counts of histograms are. @returns {Promise<Makers>} */
const plots = async () => (await Promise.all([import('../pyplot/api/pyplot.js'), numpy()]))[0].makers;
/** @returns {Promise<Makers>} */
const library = async () => (await import('./library.js')).makers;

/** @returns {Promise<Makers>} */
const json = async () => ({ json: (await import('./json/json.js')).json });

/** @returns {Promise<Makers>} */
const heaps = async () => {
  const { bisect, heapq } = await import('./heaps.js');
  return { bisect, heapq };
};

/** Parts of torch that few programs use, by names of theirs. @type {[names: RegExp, part: () => Promise<any>][]} */
const partsOfTorch = [
  [/\b(distributions|func|special|testing|vmap)\b/, () => import('../torch/more.js')],
  [/Conv[12]d|conv[12]d|Pool[12]d|pool[12]d|[Dd]ropout[12]d/, () => import('../torch/windows.js')],
  [/\b(RNN|GRU|LSTM)(Cell)?\b/, () => import('../torch/recurrent.js')],
  [/\bLBFGS\b/, () => import('../torch/lbfgs.js')],
];

/** @returns {Promise<Makers>} */
const small = async () => {
  const { gc, io, timeit, types } = await import('./small.js');
  return { gc, io, timeit, types };
};

/** @returns {Promise<Makers>} */
const texts = async () => {
  const [{ pprint }, { textwrap }] = await Promise.all([import('./pprint.js'), import('./textwrap.js')]);
  return { pprint, textwrap };
};

/** @returns {Promise<Makers>} */
const scripts = async () => {
  const [{ argparse }, { logging }] = await Promise.all([import('./argparse.js'), import('./logging.js')]);
  return { argparse, logging };
};

/** Where the modules are, by their names. @type {Record<string, () => Promise<Makers>>} */
export const places = {
  abc: library,
  argparse: scripts,
  bisect: heaps,
  collections: library,
  contextlib: library,
  copy: library,
  cycler: plots,
  dataclasses: library,
  enum: library,
  functools: library,
  gc: small,
  heapq: heaps,
  io: small,
  itertools: library,
  json,
  logging: scripts,
  math: library,
  matplotlib: plots,
  mpl_toolkits: plots,
  numpy,
  operator: library,
  os: library,
  pprint: texts,
  random: library,
  statistics: library,
  string: library,
  sys: library,
  textwrap: texts,
  time: library,
  timeit: small,
  torch,
  traceback: library,
  types: small,
  typing: library,
  warnings: library,
};

/** What is loaded. @type {Makers} */
const made = {};

modules.find = (name) =>
  Object.hasOwn(made, name) ? machine.session.state(`module ${name}`, () => made[name](machine.session)) : undefined;

/** Whether there is a module of a name without dots. @param {string} name */
export const hasModule = (name) => Object.hasOwn(places, name);

/** Names of all modules that a program imports, wherever it does. @param {any} node @returns {string[]} */
export function importedBy(node) {
  if (node === null || typeof node !== 'object') return [];
  if (node.kind === 'Import') return node.names.map((/** @type {{ name: string }} */ { name }) => name);
  if (node.kind === 'ImportFrom') return [node.module];
  return Object.values(node).flatMap(importedBy);
}

/**
 * Loads what a program imports; torch, which one without imports finds; and NumPy where its name is there at all: `tensor.numpy()`.
 * @param {string[]} imports
 * @param {string} source
 */
export async function loadFor(imports, source) {
  const names = imports.map((name) => name.split('.')[0]);
  if (names.length === 0) names.push('torch');
  if (/\bnumpy\b/.test(source)) names.push('numpy');
  const needed = new Set(names.filter((name) => hasModule(name) && !Object.hasOwn(made, name)));
  await Promise.all([...needed].map(load));
  if (!Object.hasOwn(made, 'torch')) return;
  await Promise.all(partsOfTorch.map(([names, part]) => (names.test(source) ? part() : undefined)));
}

/** @param {string} name */
async function load(name) {
  try {
    Object.assign(made, await places[name]());
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw raised('ImportError', `${name} could not be loaded: ${why}`);
  }
}

/** The names that a program finds before it runs. @param {Session} session @param {string[]} imports of it @param {string} filename @param {string | null} doc */
export function prepareGlobals(session, imports, filename, doc) {
  const { globals } = session;
  if (!globals.has('__name__')) globals.set('__name__', '__main__').set('__file__', filename).set('__doc__', doc);
  if (session.hasImported || imports.length > 0) return;
  for (const [name, value] of Object.entries({
    torch: importModule('torch'),
    nn: importModule('torch.nn'),
    F: importModule('torch.nn.functional'),
    inf: Number.POSITIVE_INFINITY,
    nan: Number.NaN,
  })) {
    if (!globals.has(name)) globals.set(name, value);
  }
}
