// One more line for beginners, clearly ours, beside an error: what was probably meant.

import { namesOf } from '../builtins/objects.js';
import { kDict } from '../values/types.js';
import { keywords, sayings } from './sayings.js';
import { messageOf } from './traceback.js';

/** @typedef {import('../values/exceptions.js').Exception} Exception */

/** What modules are called when programs forget to import them. @type {Record<string, string>} */
const imports = {
  torch: 'import torch',
  nn: 'from torch import nn',
  F: 'import torch.nn.functional as F',
  optim: 'from torch import optim',
  np: 'import numpy as np',
  numpy: 'import numpy',
  plt: 'import matplotlib.pyplot as plt',
  math: 'import math',
  random: 'import random',
  time: 'import time',
  DataLoader: 'from torch.utils.data import DataLoader',
  TensorDataset: 'from torch.utils.data import TensorDataset',
  Dataset: 'from torch.utils.data import Dataset',
  OrderedDict: 'from collections import OrderedDict',
  defaultdict: 'from collections import defaultdict',
  Counter: 'from collections import Counter',
  dataclass: 'from dataclasses import dataclass',
  functools: 'import functools',
  itertools: 'import itertools',
  json: 'import json',
  collections: 'import collections',
  os: 'import os',
  sys: 'import sys',
  copy: 'import copy',
  partial: 'from functools import partial',
};

/** Modules that are out of reach in a page. */
const outOfReach =
  /^(torchvision|torchaudio|sklearn|scipy|pandas|seaborn|tqdm|tensorflow|keras|jax|transformers|cv2|PIL|requests|torchsummary|plotly|sympy)$/;

/** Words of other languages. @type {Record<string, string>} */
const constants = { true: 'True', false: 'False', null: 'None', none: 'None', nil: 'None', undefined: 'None' };

/** How many letters are other, more, less or have changed places (Damerau). @param {string} a @param {string} b */
function changes(a, b) {
  /** @type {number[][]} */ const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + cost,
        isSwapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[a.length][b.length];
}

/** The name that was meant: one with few changes, which CPython's own suggestion may lose to. @param {Iterable<string>} names @param {string} name */
function meant(names, name) {
  let [found, least] = ['', Math.floor(name.length / 3) + 1];
  for (const one of names) {
    const count = one === name ? Infinity : changes(name.toLowerCase(), one.toLowerCase());
    if (count < least) [found, least] = [one, count];
  }
  return found;
}

/** Modules of Python's own that programs import most, and that are not here. */
const notHere =
  /^(asyncio|csv|datetime|decimal|fractions|glob|inspect|pathlib|pickle|queue|re|subprocess|threading|unittest)$/;

/** @param {Exception} error @param {string} name @param {string} text */
function ofName(error, name, text) {
  const known = imports[name];
  if (known !== undefined) return `${name} is not imported: put \`${known}\` at the top.`;
  if (Object.hasOwn(constants, name)) return `Python writes ${constants[name]}.`;
  if (name === 'self') return "self is a method's first parameter: def f(self).";
  if (new RegExp(`\\bself\\.${name}\\b`).test(text)) return `Inside a class the object's own ${name} is self.${name}.`;
  for (const names of error.candidates?.() ?? []) {
    const near = meant(names, name);
    if (near !== '') return `Did you mean \`${near}\`?`;
  }
  if (new RegExp(`(^[ \\t]+|:[ \\t]*)${name}\\s*=[^=]`, 'm').test(text))
    return `${name} is known only inside its function: return the value, and name what the call gives.`;
  return `Nothing is called ${name} yet: give it a value first, or put quotes around it if it is meant as text.`;
}

/** The line where an error arose. @param {Exception} error @param {string} text */
function lineOf(error, text) {
  const line = error.traceback[0]?.line ?? Number(error[kDict].get('lineno') ?? 0);
  return text.split('\n')[line - 1]?.trim() ?? '';
}

/** @param {string} message @param {string} line */
function ofSyntax(message, line) {
  const first = /^(\w+\s*=\s*(?:\S.*)?[\w)\]'"]|[\w.]+\(.*\))\s+[A-Za-z_][\w.]*\s*[=(.]/.exec(line)?.[1];
  const isWhole = first !== undefined && first.split(/[([{]/).length === first.split(/[)\]}]/).length;
  if (isWhole && !/\b(for|in|if|else|and|or|not|is|lambda)$/.test(first))
    return 'Two statements stand on one line: put each on a line of its own.';
  if (/^from .* import .*\bimport\b|^import .*\bimport\b/.test(line))
    return 'Two imports stand on one line: put each on a line of its own.';
  if (/expected ':'/.test(message)) return 'A line that opens a block ends with a colon.';
  if (/unexpected indent/.test(message))
    return 'The line begins further right than the one before: take its leading blanks away.';
  if (/expected an indented block/.test(message))
    return 'What belongs to the block stands on the next lines, four blanks further right.';
  if (/was never closed/.test(message)) return 'A bracket is open here: close it.';
  if (/forgot a comma/.test(message)) return 'Between two things in brackets stands a comma.';
  if (
    /^f-string: (unmatched|expecting|unterminated)/.test(message) &&
    /\bf"[^"{]*\{[^"}]*"|\bf'[^'{]*\{[^'}]*'/i.test(line)
  )
    return `Within the braces stand other quotes than around the text: f"{d['key']}".`;
  if (/unterminated/.test(message)) return 'The text has no closing quote.';
  if (/invalid character '[“”‘’]'/.test(message)) return 'Quotes of programs are straight: " or \'.';
  if (/invalid decimal literal/.test(message)) return 'A name does not begin with a digit.';
  if (/Maybe you meant '=='/.test(message)) return 'One = gives a name a value, == compares.';
  if (/unindent does not match|tabs and spaces/.test(message))
    return 'The lines of a block begin below one another, all with blanks.';
  if (/positional argument follows/.test(message)) return 'Arguments by name stand behind the others.';
  if (/\+\+|&&|\|\||^else if\b|\?.*:/.test(line)) return 'Python writes x += 1, and, or, elif, `a if test else b`.';
  return null;
}

/** @param {string} message @param {string} line @param {string} text */
function ofMessage(message, line, text) {
  for (const [pattern, saying] of sayings) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const hint = typeof saying === 'string' ? saying : saying({ line, text, groups: found.slice(1) });
    if (hint !== null) return hint;
  }
  const keyword = /unexpected keyword argument '(\w+)'|'(\w+)' is an invalid keyword/.exec(message);
  const near = keyword ? meant(keywords, keyword[1] ?? keyword[2]) : '';
  return near === '' ? null : `Did you mean \`${near}=\`?`;
}

/**
 * A line of ours on an error, or null.
 * @param {Exception} error
 * @param {string} text the program
 * @returns {string | null}
 */
export function hintFor(error, text) {
  const message = messageOf(error);
  const line = lineOf(error, text);
  switch (error.type.name) {
    case 'NameError':
      return ofName(error, error[kDict].get('name') ?? '', text);
    case 'SyntaxError':
    case 'IndentationError':
      return ofSyntax(message, line);
    case 'FileNotFoundError':
      return 'open() finds no files here: write the data into the program as a list or a str.';
    case 'KeyError':
      return 'There is no such key: print the .keys(), or ask by .get(key), which gives None.';
    case 'ModuleNotFoundError': {
      const name = error[kDict].get('name') ?? '';
      if (outOfReach.test(name))
        return `${name} is out of reach in a page: torch, numpy, matplotlib.pyplot and Python's own modules are there.`;
      if (notHere.test(name)) return `${name} is one of Python's modules that are not here.`;
      const near = meant(
        Object.keys(imports).filter((one) => imports[one] === `import ${one}`),
        name,
      );
      return near === '' ? null : `Did you mean \`import ${near}\`?`;
    }
    case 'AttributeError': {
      const { name, obj } = Object.fromEntries(error[kDict]);
      const known = typeof name === 'string' && obj !== undefined ? meant(namesOf(obj), name) : '';
      return known === '' ? ofMessage(message, line, text) : `Did you mean \`${known}\`?`;
    }
    default:
      return ofMessage(message, line, text);
  }
}
