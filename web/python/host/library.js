// Python's own modules: what makes each, once a session.

import { collections } from './collections.js';
import { copy } from './copying.js';
import { dataclasses } from './dataclasses.js';
import { enumeration } from './enum.js';
import { functools, operator } from './functools.js';
import { itertools } from './itertools.js';
import { math } from './math.js';
import { random } from './random.js';
import { statistics } from './statistics.js';
import { contextlib, os, string, sys, time, traceback } from './system.js';
import { abc, typing } from './typing.js';
import { warnings } from './warnings.js';

/** @type {import('./table.js').Makers} */
export const makers = {
  abc,
  collections,
  contextlib,
  copy,
  dataclasses,
  enum: enumeration,
  functools,
  itertools,
  math,
  operator,
  os,
  random,
  statistics,
  string,
  sys,
  time,
  traceback,
  typing,
  warnings,
};
