// torch.nn.functional, and the activations that PyTorch also has as torch.NAME and tensor.NAME, built from the table.
import { elementwise, rowwise } from './activation.js';
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { checkedOut, isNumber, outKeyword, swift } from './call.js';
import { AttributeError } from './errors.js';
import { glu } from './glu.js';
import { gumbel_softmax } from './gumbel.js';
import { checkRange } from './hardtanh.js';
import { namespace } from './namespace.js';
import { NativeParser } from './native.js';
import { prelu } from './prelu.js';
import { rrelu } from './rrelu.js';
import { bindPython, noArguments, truth, typeName } from './signature.js';
import { warn } from './warning.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {import('./activation.js').Call} Call
 * @typedef {import('./call.js').Argument} Argument
 * @typedef {(...args: any[]) => Tensor} Operation
 */

/** What is called otherwise than in nn.functional: by C++, and by Python in the errors of one function. @type {Record<string, string>} */
const nativeNames = { logsigmoid: 'log_sigmoid', softmin: 'softmax' };
/** @type {Record<string, string>} */
const pythonNames = { threshold: '_threshold' };

/** What carries out a call of the C++ function: of one activation or of a kind; the others work along rows. @type {Record<string, (activation: Activation, call: Call, isInplace: boolean) => Tensor>} */
const operations = { elementwise, glu, prelu, rrelu };

/** @param {string} name @param {string} type @param {unknown} [fallback] @returns {Argument} */
const argument = (name, type, fallback = null) => ({ name, type, default: fallback });
const training = argument('training', 'bool', false);
const dtype = argument('dtype', 'dtype');

/** The arguments of the C++ function after the input. @param {Activation} activation @returns {Argument[]} */
function nativeArguments({ functional, kind, parameters }) {
  if (kind === 'prelu') return [{ name: 'weight', type: 'Tensor' }];
  if (functional === 'rrelu') return [...parameters, training, argument('generator', 'Generator')];
  return kind in operations ? parameters : [{ name: 'dim', type: 'dim' }, dtype];
}

/** PyTorch's notation of types and defaults. @type {Record<string, string>} */
const notation = { float: 'Scalar', dim: 'int', choice: '*, str', null: 'None', false: 'False' };
const written = (/** @type {unknown} */ word) => notation[String(word)] ?? word;

/** A C++ function, which checks the types of its arguments. */
class Native {
  /** @param {string} name @param {Argument[]} list @param {(call: Call) => Tensor} run @param {boolean} takesOut */
  constructor(name, list, run, takesOut) {
    const texts = list.map(
      (a) => `${written(a.type)} ${a.name}${a.default === undefined ? '' : `=${written(a.default)}`}`,
    );
    const out = takesOut ? ['*, Tensor out=None'] : [];
    this.run = run;
    this.parser = new NativeParser([`${name}(${['Tensor input', ...texts, ...out].join(', ')})`]);
    /** The arguments of the method. */
    this.rest = new NativeParser([`${name}(${texts.join(', ')})`]);
    /** @type {Operation} */
    this.operation = (...args) => {
      const call = swift(list, args, takesOut);
      if (call !== null) return run(call);
      const values = this.parser.bind(args);
      return run([takesOut ? values.pop() : null, ...values]);
    };
    /** @param {Tensor} self @param {unknown[]} args */
    this.method = (self, args) => {
      if (list.length === 0) noArguments(name, args);
      return run([null, self, ...(list.length === 0 ? [] : this.rest.bind(args))]);
    };
  }
}

/** @param {unknown} value @param {string} name */
function requireMethod(value, name) {
  if (!isTensor(value)) throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
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
 * @param {Native} plain
 * @param {Native | undefined} changing
 * @returns {Operation}
 */
function pythonForm({ functional = '', kind, parameters, inplace, calls }, plain, changing) {
  const isRows = !(kind in operations);
  const method = kind === 'glu' ? 'dim' : calls;
  /** @type {Argument[]} */
  const list = [...parameters];
  if (isRows) list.push(argument('_stacklevel', 'any'), dtype);
  if (functional === 'rrelu') list.push(training);
  /** Where a call has its inplace; beyond its end where there is none. */
  const at = list.length + 2;
  if (inplace) list.push(argument('inplace', 'bool', false));
  const name = pythonNames[functional] ?? functional;
  const bound = /** @type {any[]} */ (['input', ...list.map((a) => (a.default === undefined ? a.name : a)), outKeyword]);
  /** Arguments that need a second look. @param {any[]} args @returns {Call} */
  const bind = (args) => {
    const values = bindPython(name, bound, args);
    const call = [checkedOut(values.pop(), functional), ...values];
    const input = call[1];
    if (isRows) call[2] ??= implicitDim(functional, input);
    if (kind === 'softmin' && !isTensor(input) && !isNumber(input)) {
      throw new TypeError(`bad operand type for unary -: '${typeName(input)}'`);
    }
    if (method) requireMethod(input, method);
    refuse(call);
    if (isRows) plain.rest.bind([call[2], { dtype: call[4] }]);
    else formOf(call).parser.bind(call.slice(1, at));
    return call;
  };
  const refuse = (/** @type {Call} */ call) => {
    if (functional === 'hardtanh') checkRange(call[2], call[3], parameters);
  };
  const formOf = (/** @type {Call} */ call) => (changing && truth(call[at]) ? changing : plain);
  return (...args) => {
    const call = swift(list, args, true) ?? bind(args);
    refuse(call);
    const result = formOf(call).run(call);
    return call[0] === null || call[0] === result ? result : call[0].copy_(result);
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
      (call) => operation(activation, call, isInplace),
      !isInplace,
    );
  const plain = form(false);
  const changing = inplace || inplace_saves ? form(true) : undefined;
  const offer = (/** @type {string} */ name, /** @type {Native} */ native) => {
    if (in_torch) besides[name] = native.operation;
    if (in_tensor) methods[name] = native.method;
  };
  offer(functional, plain);
  if (inplace || calls || kind === 'glu') functions[functional] = pythonForm(activation, plain, inplace && changing);
  else if (module) functions[functional] = plain.operation;
  if (!changing) continue;
  if (underscore) functions[`${functional}_`] = changing.operation;
  if (inplace_saves) offer(`${functional}_`, changing);
}
functions.gumbel_softmax = gumbel_softmax;
for (const [name, value] of Object.entries({ ...besides, ...functions })) {
  Object.defineProperty(value, 'name', { value: name });
}

/** torch.nn.functional. @type {import('./build/activations.js').ActivationFunctions} */
export const functional = namespace('torch.nn.functional', /** @type {any} */ (functions));

/** What torch has beside nn.functional: relu, sigmoid, tanh, softmax, exp and others, and in-place forms. */
export const torchFunctions = /** @type {import('./build/activations.js').TorchFunctions} */ (
  /** @type {unknown} */ (besides)
);
