// torch.nn.functional, and the activations that PyTorch also has as torch.NAME and tensor.NAME, built from the table.

import { activations } from '../../build/table.js';
import { argument, outKeyword, requireMethod, requireTensor, swift } from '../arguments/call.js';
import { namespace } from '../arguments/namespace.js';
import { NativeParser, withoutInput } from '../arguments/native.js';
import { bindPython, isNumber, noArguments, truth, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { linear } from '../operations/products/matmul.js';
import { isTensor } from '../storage/base.js';
import { elementwise, rowwise } from './activation.js';
import { glu } from './glu.js';
import { gumbel_softmax } from './gumbel.js';
import { checkRange } from './hardtanh.js';
import { prelu } from './prelu.js';
import { rrelu } from './rrelu.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 * @typedef {import('./activation.js').Call} Call
 * @typedef {import('../arguments/call.js').Argument} Argument
 * @typedef {(...args: any[]) => Tensor} Operation
 */

/** What is called otherwise than in nn.functional: by C++, and by Python in the errors of one function. @type {Record<string, string>} */
const nativeNames = { logsigmoid: 'log_sigmoid', softmin: 'softmax' };
/** @type {Record<string, string>} */
const pythonNames = { threshold: '_threshold' };

/** What carries out a call of the C++ function: of one activation or of a kind; the others work along rows. @type {Record<string, (activation: Activation, call: Call, isInplace: boolean) => Tensor>} */
const operations = { elementwise, glu, prelu, rrelu };

const training = argument('training', 'bool', false);
const dtype = argument('dtype', 'dtype', null);

/** The arguments of the C++ function after the input. @param {Activation} activation @returns {Argument[]} */
function nativeArguments({ functional, kind, parameters }) {
  if (kind === 'prelu') return [argument('weight', 'Tensor', undefined)];
  if (!(kind in operations)) return [argument('dim', 'dim', undefined), dtype];
  const list = parameters.map((p) => argument(p.name, p.type, p.default, p.type === 'choice'));
  return functional === 'rrelu' ? [...list, training, argument('generator', 'Generator', null)] : list;
}

/** PyTorch's notation of types and defaults. @type {Record<string, string>} */
const notation = { float: 'Scalar', dim: 'int', choice: 'str', null: 'None', false: 'False' };
const written = (/** @type {unknown} */ word) => notation[String(word)] ?? word;

/** A C++ function, which checks the types of its arguments. */
class Native {
  /** @param {string} name @param {Argument[]} list @param {Argument[]} out @param {(call: Call) => Tensor} run */
  constructor(name, list, out, run) {
    const all = [...list, ...out];
    const texts = all.map(
      (a) =>
        `, ${a.keyword ? '*, ' : ''}${written(a.type)} ${a.name}${a.default === undefined ? '' : `=${written(a.default)}`}`,
    );
    const source = `${name}(Tensor input${texts.join('')})`;
    this.run = run;
    this.parser = new NativeParser([source]);
    /** The arguments of the method. */
    this.rest = new NativeParser([withoutInput(source)]);
    /** @type {Operation} */
    this.operation = (...args) => run(swift(all, args) ?? this.parser.bind(args));
    /** @param {Tensor} self @param {unknown[]} args */
    this.method = (self, args) => {
      if (list.length === 0) noArguments(name, args);
      return run([self, ...this.rest.bind(args), null]);
    };
  }
}

/**
 * What PyTorch falls back to without `dim`: a deprecated guess, with its warning.
 * @param {string} name
 * @param {any} input
 */
function implicitDim(name, input) {
  requireMethod(input, 'dim');
  warn(
    'UserWarning',
    `Implicit dimension choice for ${name} has been deprecated. Change the call to include dim=X as an argument.`,
  );
  return [0, 1, 3].includes(input.shape.length) ? 0 : 1;
}

/**
 * A Python function of nn.functional around C++ functions.
 * @param {Activation} activation
 * @param {string | undefined} method that it calls, or with which it begins
 * @param {Native} plain
 * @param {Native | undefined} changing
 * @returns {Operation}
 */
function pythonForm({ functional = '', kind, parameters, inplace }, method, plain, changing) {
  const isRows = !(kind in operations);
  /** @type {Argument[]} */
  const list = parameters.map((p) => argument(p.name, p.type, p.default));
  if (isRows) list.push(argument('_stacklevel', 'any', null), dtype);
  if (functional === 'rrelu') list.push(training);
  /** Where a call has its inplace; its `out` where there is none. */
  const at = list.length + 1;
  if (inplace) list.push(argument('inplace', 'bool', false));
  list.push(outKeyword);
  const name = pythonNames[functional] ?? functional;
  const bound = /** @type {any[]} */ (['input', ...list.map((a) => (a.default === undefined ? a.name : a))]);
  /** Arguments that need a second look. @param {any[]} args @returns {Call} */
  const bind = (args) => {
    /** @type {any[]} */
    const call = bindPython(name, bound, args);
    const [input, first, second] = call;
    requireTensor(call[list.length], functional);
    if (isRows && first === null) call[1] = implicitDim(functional, input);
    if (kind === 'softmin' && !isTensor(input) && !isNumber(input)) {
      throw new TypeError(`bad operand type for unary -: '${typeName(input)}'`);
    }
    if (method) requireMethod(input, method);
    if (functional === 'hardtanh') checkRange(first, second, parameters);
    if (isRows) plain.rest.bind([call[1], { dtype: call[3] }]);
    else formOf(call).parser.bind(call.slice(0, at));
    return call;
  };
  const formOf = (/** @type {Call} */ call) => (changing && truth(call[at]) ? changing : plain);
  return (...args) => {
    let call = swift(list, args);
    // Without a dimension, or with an empty range of hardtanh, a call is not plainly right.
    if (call === null || call[1] === null || (functional === 'hardtanh' && call[1] > call[2])) call = bind(args);
    const result = formOf(call).run(call);
    const out = call[list.length];
    return out === null || out === result ? result : out.copy_(result);
  };
}

/** @type {Record<string, Operation>} */
const functions = {};
/** @type {Record<string, Operation>} */
const besides = {};
/** The same as methods: (self, args) => result. @type {Record<string, (self: Tensor, args: unknown[]) => Tensor>} */
export const methods = {};

for (const activation of activations) {
  const { functional, kind, module, inplace, underscore, in_torch, in_tensor, inplace_saves, calls } = activation;
  if (!functional) continue;
  const operation = operations[functional] ?? operations[kind] ?? rowwise;
  const form = (/** @type {boolean} */ isInplace) =>
    new Native(
      (nativeNames[functional] ?? functional) + (isInplace ? '_' : ''),
      nativeArguments(activation),
      isInplace ? [] : [outKeyword],
      (call) => operation(activation, call, isInplace),
    );
  const plain = form(false);
  const changing = inplace || inplace_saves ? form(true) : undefined;
  const offer = (/** @type {string} */ name, /** @type {Native} */ native) => {
    if (in_torch) besides[name] = native.operation;
    if (in_tensor) methods[name] = native.method;
  };
  offer(functional, plain);
  const method = kind === 'glu' ? 'dim' : calls;
  if (inplace || method) functions[functional] = pythonForm(activation, method, plain, inplace && changing);
  else if (module) functions[functional] = plain.operation;
  if (!changing) continue;
  if (underscore) functions[`${functional}_`] = changing.operation;
  if (inplace_saves) offer(`${functional}_`, changing);
}
functions.gumbel_softmax = gumbel_softmax;
functions.linear = linear;
for (const [name, value] of Object.entries({ ...besides, ...functions })) {
  Object.defineProperty(value, 'name', { value: name });
}

/** torch.nn.functional. @type {import('../../build/activations.js').ActivationFunctions} */
export const functional = namespace('torch.nn.functional', /** @type {any} */ (functions));

/** What torch has beside nn.functional: relu, sigmoid, tanh, softmax, exp and others, and in-place forms. */
export const torchFunctions = /** @type {import('../../build/activations.js').TorchFunctions} */ (
  /** @type {unknown} */ (besides)
);
