// torch.save and torch.load. A page has no disk: what a program saves is kept in its session, under the path that it names.

import { isModule } from '../../torch/nn/members.js';
import { isTensor } from '../../torch/storage/base.js';
import { open } from '../builtins/files.js';
import { deepCopy } from '../host/copying.js';
import { filesOf } from '../host/files.js';
import { fn } from '../operations/arguments.js';
import { exceptions, raised } from '../values/exceptions.js';
import { Instance, Type, typeOf } from '../values/types.js';
import { leafOf } from './copies.js';

const unpicklingError = new Type('UnpicklingError', [exceptions.Exception], new Map(), '_pickle');

/** What is copied already; a tensor is saved as a leaf without its gradient, whatever made it. */
class Pickled extends Map {
  /** The first class that weights_only refuses. @type {string | null} */ refused = null;
  /** @param {any} value */
  has(value) {
    if (super.has(value)) return true;
    if (!isTensor(value)) {
      const { module, qualname } = typeOf(value);
      if (isModule(value) || value instanceof Instance) this.refused ??= `${module}.${qualname}`;
      return false;
    }
    this.set(value, leafOf(value));
    return true;
  }
}

/** @param {any} value @returns {{ value: any, refused: string | null }} */
function pickled(value) {
  const memo = new Pickled();
  return { value: deepCopy(value, memo), refused: memo.refused };
}

/** The words with which weights_only refuses a class. @param {string} name */
const refusal = (name) =>
  `Weights only load failed. This file can still be loaded, to do so you have two options, \x1b[1mdo those steps only if you trust the source of the checkpoint\x1b[0m. \n\t(1) In PyTorch 2.6, we changed the default value of the \`weights_only\` argument in \`torch.load\` from \`False\` to \`True\`. Re-running \`torch.load\` with \`weights_only\` set to \`False\` will likely succeed, but it can result in arbitrary code execution. Do it only if you got the file from a trusted source.\n\t(2) Alternatively, to load with \`weights_only=True\` please check the recommended steps in the following error message.\n\tWeightsUnpickler error: Unsupported global: GLOBAL ${name} was not an allowed global by default. Please use \`torch.serialization.add_safe_globals([${name}])\` or the \`torch.serialization.safe_globals([${name}])\` context manager to allowlist this global if you trust this class/function.\n\nCheck the documentation of torch.load to learn more about types accepted by default with weights_only https://pytorch.org/docs/stable/generated/torch.load.html.`;

/** @param {string} name @param {any[]} args @param {Map<string, any>} keywords @param {string[]} names of those that it needs */
function needed(name, args, keywords, names) {
  const missing = names.filter((one, i) => i >= args.length && !keywords.has(one)).map((one) => `'${one}'`);
  if (missing.length > 0)
    throw raised(
      'TypeError',
      `${name}() missing ${missing.length} required positional argument${missing.length > 1 ? 's' : ''}: ${missing.join(' and ')}`,
    );
  const given = names.map((one, i) => args[i] ?? keywords.get(one) ?? null);
  if (typeof given.at(-1) !== 'string')
    throw raised('NotImplementedError', `torch.${name}() takes a path as a str, not '${typeOf(given.at(-1)).name}'`);
  return given;
}

export const save = fn('save', (args, keywords) => {
  const [value, path] = needed('save', args, keywords, ['obj', 'f']);
  filesOf().set(path, pickled(value));
  return null;
});

export const load = fn('load', (args, keywords) => {
  const [path] = needed('load', args, keywords, ['f']);
  const file = filesOf().get(path);
  if (!file) return open.call([path, 'rb'], new Map());
  if (file.refused !== null && keywords.get('weights_only') !== false)
    throw raised(unpicklingError, refusal(file.refused));
  return pickled(file.value).value;
});
