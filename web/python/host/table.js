// Which modules a program can import: one line each. A module is made once a session.

import '../../core/embedded.js';
import '../text/percent.js';
import { modules } from '../compile/imports.js';
import { numpy } from '../numpy/numpy.js';
import { matplotlib, pyplot } from '../pyplot/api/pyplot.js';
import { machine } from '../session.js';
import { submodule, torchModule } from '../torch/namespaces.js';
import { collections } from './collections.js';
import { copy } from './copying.js';
import { abc, dataclasses, typing } from './dataclasses.js';
import { enumeration } from './enum.js';
import { functools, operator } from './functools.js';
import { itertools } from './itertools.js';
import { math } from './math.js';
import { random } from './random.js';
import { statistics } from './statistics.js';
import { contextlib, os, string, sys, time, warnings } from './system.js';

/** @typedef {import('../session.js').Session} Session */

/** By their names: what makes them. @type {Record<string, (session: Session) => import('../values/containers.js').Module>} */
export const table = {
  abc,
  collections,
  contextlib,
  copy,
  dataclasses,
  enum: enumeration,
  functools,
  itertools,
  math,
  matplotlib,
  'matplotlib.pyplot': pyplot,
  numpy,
  operator,
  os,
  random,
  statistics,
  string,
  sys,
  time,
  torch: torchModule,
  typing,
  warnings,
};

modules.find = (name) =>
  name.startsWith('torch.')
    ? submodule(name)
    : Object.hasOwn(table, name)
      ? machine.session.state(`module ${name}`, () => table[name](machine.session))
      : undefined;

/** Whether there is a module of a name without dots. @param {string} name */
export const hasModule = (name) => Object.hasOwn(table, name);

/** The names that a program finds before it runs. @param {Session} session @param {any[]} body @param {string} filename */
export function prepareGlobals(session, body, filename) {
  const { globals } = session;
  if (!globals.has('__name__')) globals.set('__name__', '__main__').set('__file__', filename).set('__doc__', null);
  if (session.hasImported || importsIn(body)) return;
  const torch = torchModule();
  const nn = /** @type {any} */ (submodule('torch.nn'));
  for (const [name, value] of Object.entries({
    torch,
    nn,
    F: submodule('torch.nn.functional'),
    inf: Number.POSITIVE_INFINITY,
    nan: Number.NaN,
  })) {
    if (!globals.has(name)) globals.set(name, value);
  }
}

/** Whether a program imports something, anywhere. @param {any} node @returns {boolean} */
function importsIn(node) {
  if (node === null || typeof node !== 'object') return false;
  if (node.kind === 'Import' || node.kind === 'ImportFrom') return true;
  return Object.values(node).some(importsIn);
}
