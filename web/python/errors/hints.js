// One more line for beginners, clearly ours, beside an error: what was probably meant.

import { nearest } from '../../torch/arguments/signature.js';
import { kDict } from '../values/types.js';
import { messageOf, suggestionFor } from './traceback.js';

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
  collections: 'import collections',
  os: 'import os',
  sys: 'import sys',
  copy: 'import copy',
  partial: 'from functools import partial',
};

/** Modules that are out of reach in a page. */
const outOfReach =
  /^(torchvision|torchaudio|sklearn|scipy|pandas|seaborn|tqdm|tensorflow|keras|jax|transformers|cv2|PIL|requests|torchsummary|plotly|sympy)$/;

/** @param {Exception} error @param {string} name */
function ofName(error, name) {
  const known = imports[name];
  if (known !== undefined) return `${name} is not imported: put \`${known}\` at the top.`;
  const near = suggestionFor(error);
  if (near !== '') return `Did you mean \`${near}\`?`;
  return `Nothing is called ${name} yet: give it a value first, or put quotes around it if it is meant as text.`;
}

/** The line where an error arose. @param {Exception} error @param {string} text */
function lineOf(error, text) {
  const line = error.traceback[0]?.line ?? Number(error[kDict].get('lineno') ?? 0);
  return text.split('\n')[line - 1]?.trim() ?? '';
}

/** @param {string} message @param {string} line */
function ofSyntax(message, line) {
  if (
    /^[\w.]+\(.*\)\s+[A-Za-z_]\w*\s*(=|\(|\.)/.test(line) ||
    /^\w+\s*=\s*\S.*[\w)\]'"]\s+[A-Za-z_][\w.]*\s*[=(]/.test(line)
  ) {
    return 'Two statements stand on one line: put each on a line of its own.';
  }
  if (/^from .* import .*\bimport\b|^import .*\bimport\b/.test(line))
    return 'Two imports stand on one line: put each on a line of its own.';
  if (/expected ':'/.test(message)) return 'A line that opens a block ends with a colon.';
  if (/unexpected indent/.test(message))
    return 'The line begins further right than the one before: take its leading blanks away.';
  if (/expected an indented block/.test(message))
    return 'What belongs to the block stands on the next lines, four blanks further right.';
  if (/was never closed/.test(message)) return 'A bracket is open here: close it.';
  if (/forgot a comma/.test(message)) return 'Between two things in brackets stands a comma.';
  if (/unterminated/.test(message)) return 'The text has no closing quote.';
  return null;
}

/** @param {string} message @param {string} line */
function ofMessage(message, line) {
  const module = /\bnn\.([A-Z]\w*)\(/.exec(line)?.[1];
  if (
    module &&
    /must be (bool|a bool|Number|float)|Boolean value of Tensor|not Tensor|__init__\(\)|has no attribute/.test(
      message,
    ) &&
    /nn\.[A-Z]\w*\([^()]*[a-z_]/.test(line)
  ) {
    return `nn.${module} makes a module, which is then called with the tensor: \`nn.${module}()(x)\`.`;
  }
  if (/object is not callable/.test(message))
    return 'Parentheses call a function; what stands before them here is a value. Has its name been given to something else?';
  if (/mat1 and mat2 shapes cannot be multiplied/.test(message))
    return "The last size of the input must be the layer's in_features: print(x.shape) shows it.";
  if (/must match the size of tensor b|Sizes of tensors must match/.test(message))
    return 'The two tensors have sizes that do not go together: print their .shape.';
  if (/can only concatenate str|unsupported operand type\(s\) for \+: '(int|float)' and 'str'/.test(message))
    return 'A text and a number do not add up: write f"{text}{number}" or str(number).';
  if (/does not require grad and does not have a grad_fn/.test(message))
    return 'No gradient can flow: make the input with requires_grad=True, and call .backward() on what is computed from it.';
  if (/grad can be implicitly created only for scalar/.test(message))
    return 'backward() starts from one number: call it on .sum() or .mean().';
  if (/a leaf Variable that requires grad is being used in an in-place/.test(message))
    return 'Change parameters inside `with torch.no_grad():`.';
  if (/Can't call numpy\(\) on Tensor that requires grad/.test(message)) return 'Write x.detach().numpy().';
  if (/'NoneType' object/.test(message))
    return 'The value is None: a function without return gives None, and .grad is None before backward().';
  if (/backward through the graph a second time/.test(message))
    return 'Compute the result anew before each backward(), or pass retain_graph=True.';
  return null;
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
      return ofName(error, error[kDict].get('name') ?? '');
    case 'SyntaxError':
    case 'IndentationError':
      return ofSyntax(message, line);
    case 'ModuleNotFoundError': {
      const name = error[kDict].get('name') ?? '';
      if (outOfReach.test(name))
        return `${name} is out of reach in a page: torch, numpy, matplotlib.pyplot and Python's own modules are there.`;
      const near = nearest(
        Object.keys(imports).filter((one) => imports[one] === `import ${one}`),
        name,
      );
      return near === '' ? null : `Did you mean \`import ${near}\`?`;
    }
    case 'AttributeError': {
      const near = suggestionFor(error);
      return near === '' ? ofMessage(message, line) : `Did you mean \`${near}\`?`;
    }
    default:
      return ofMessage(message, line);
  }
}
