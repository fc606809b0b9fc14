// torch.nn.functional, and the activations that PyTorch also has as torch.NAME and tensor.NAME, built from the table.
import { elementwise, elementwise_, rowwise } from './activation.js';
import { neg } from './arithmetic.js';
import { needsGrad } from './autograd.js';
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { swift } from './call.js';
import { AttributeError, NotImplementedError, RuntimeError } from './errors.js';
import { glu } from './glu.js';
import { gumbelParameters, gumbelSoftmax } from './gumbel.js';
import { checkRange } from './hardtanh.js';
import { namespace } from './namespace.js';
import { NativeParser, withoutInput } from './native.js';
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
 * @typedef {(call: Call) => Tensor} Run
 */

/** What is called otherwise than in nn.functional: by C++, and by Python in the errors of one function. @type {Record<string, string>} */
const nativeNames = { logsigmoid: 'log_sigmoid', softmin: 'softmax' };
/** @type {Record<string, string>} */
const pythonNames = { threshold: '_threshold' };

const inplaceFlag = /** @type {Argument} */ ({ name: 'inplace', type: 'bool', default: false });
const dtype = /** @type {Argument} */ ({ name: 'dtype', type: 'dtype', default: null });
const training = /** @type {Argument} */ ({ name: 'training', type: 'bool', default: false });

/** The arguments of the C++ function after the input. @param {Activation} activation @returns {Argument[]} */
function nativeArguments({ functional, kind, parameters }) {
  if (kind === 'prelu') return [{ name: 'weight', type: 'Tensor' }];
  if (functional === 'rrelu') return [...parameters, training, { name: 'generator', type: 'Generator', default: null }];
  return kind === 'elementwise' ? parameters : [{ name: 'dim', type: 'dim' }, dtype];
}

/** The arguments of the Python function after the input, where there is one around the C++ one. @param {Activation} activation @returns {Argument[]} */
function pythonArguments({ functional, kind, parameters, inplace }) {
  if (kind === 'elementwise') {
    return [...parameters, ...(functional === 'rrelu' ? [training] : []), ...(inplace ? [inplaceFlag] : [])];
  }
  return kind === 'glu' ? parameters : [...parameters, { name: '_stacklevel', type: 'any', default: null }, dtype];
}

/** PyTorch's notation of the types. @type {Record<string, string>} */
const notation = { float: 'Scalar', dim: 'int', choice: '*, str' };
const pythonText = (/** @type {unknown} */ value) =>
  value === null ? 'None' : value === false ? 'False' : String(value);

/** @param {string} name @param {Argument[]} list */
const signature = (name, list) =>
  `${name}(Tensor input${list.map((a) => `, ${notation[a.type] ?? a.type} ${a.name}${a.default === undefined ? '' : `=${pythonText(a.default)}`}`).join('')})`;

const out = ', *, Tensor out=None)';

/** @param {unknown} value the `out` keyword @param {string} name of the function @returns {Tensor | null} */
function checkedOut(value, name) {
  if (value === null || value === undefined || isTensor(value)) return value ?? null;
  throw new TypeError(`${name}(): argument 'out' must be Tensor, not ${typeName(value)}`);
}

/** A C++ function, which checks the types of its arguments. */
class Native {
  /** @param {string} name @param {Argument[]} list @param {Run} run @param {boolean} takesOut */
  constructor(name, list, run, takesOut) {
    const source = signature(name, list);
    const keyword = source.includes('*') ? out.replace(' *,', '') : out;
    this.run = run;
    this.parser = new NativeParser([takesOut ? source.replace(/\)$/, keyword) : source]);
    this.method = new NativeParser([withoutInput(source)]);
    this.takesOut = takesOut;
    /** @type {Operation} */
    this.operation = (...args) => run(swift(list, args, takesOut) ?? this.bind(args));
  }

  /** @param {unknown[]} args @returns {Call} */
  bind(args) {
    const values = this.parser.bind(args);
    return [this.takesOut ? values.pop() : null, ...values];
  }
}

/**
 * A Python function of nn.functional.
 * @param {Activation} activation
 * @param {(call: Call) => Call} check what its body does before it calls C++
 * @param {Run} run
 * @returns {Operation}
 */
function pythonForm(activation, check, run) {
  const functional = /** @type {string} */ (activation.functional);
  const list = pythonArguments(activation);
  const parameters = ['input', ...list.map((a) => (a.default === undefined ? a.name : a)), outKeyword];
  const name = pythonNames[functional] ?? functional;
  return (...args) => {
    const swiftly = swift(list, args, true);
    if (swiftly !== null) return run(swiftly);
    const values = bindPython(name, /** @type {any} */ (parameters), args);
    return run(check([checkedOut(values.pop(), functional), ...values]));
  };
}
/** Our own keyword of every activation: the tensor that the result is written to. */
const outKeyword = { name: 'out', default: null, keyword: true };

/** @param {unknown} value @param {string} name */
function requireMethod(value, name) {
  if (!isTensor(value)) throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
}

/** @param {Activation} activation @param {Native} plain @param {Native | undefined} changing */
function elementwiseForm(activation, plain, changing) {
  const { functional, calls } = activation;
  const at = pythonArguments(activation).indexOf(inplaceFlag) + 2;
  const count = nativeArguments(activation).length;
  const refuse =
    functional === 'hardtanh'
      ? (/** @type {Call} */ call) => checkRange(call[2], call[3], activation.parameters)
      : undefined;
  const check = (/** @type {Call} */ call) => {
    if (calls) requireMethod(call[1], calls);
    refuse?.(call);
    const inplace = at > 1 && truth(call[at]);
    const native = /** @type {Native} */ (inplace ? changing : plain);
    const bound = native.bind(call.slice(1, Math.min(at > 1 ? at : call.length, count + 2)));
    bound[0] = call[0];
    if (at > 1) bound[at] = inplace;
    return bound;
  };
  const run = (/** @type {Call} */ call) => {
    refuse?.(call);
    if (at < 2 || !call[at]) return plain.run(call);
    const result = /** @type {Native} */ (changing).run(call);
    return call[0] === null || call[0] === result ? result : call[0].copy_(result);
  };
  return pythonForm(activation, check, run);
}

/** @param {any} dtype that the input is to be converted to, or null @param {Tensor} input @param {Activation} activation */
function requireSame(dtype, input, activation) {
  if (dtype !== null && dtype !== input.dtype) {
    throw new NotImplementedError(`"${activation.kernel}" not implemented for '${dtype.short}'`);
  }
}

/** softmax and its kin, as torch.softmax. @param {Activation} activation @returns {Run} */
function rowwiseRun(activation) {
  const { kind } = activation;
  const softmax = /** @type {Activation} */ (activations.find((a) => a.kind === 'softmax'));
  return ([out, input, dim, dtype]) => {
    requireSame(dtype, input, activation);
    // Recorded, softmin is PyTorch's softmax of -x; otherwise one kernel.
    if (kind === 'softmin' && out === null && needsGrad(input))
      return rowwise(softmax, 'softmax', null, neg(input), Number(dim));
    return rowwise(activation, kind, out, input, Number(dim));
  };
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

/** F.softmax and its kin. @param {Activation} activation @param {Native} native */
function rowwiseForm(activation, native) {
  const { functional = '', kind, calls = '' } = activation;
  const run = (/** @type {Call} */ [out, input, dim, , dtype]) => native.run([out, input, dim, dtype]);
  return pythonForm(
    activation,
    ([target, input, dim, , type]) => {
      const chosen = dim === null ? implicitDim(functional, input) : dim;
      if (kind === 'softmin' && !isTensor(input) && !['int', 'float', 'bool'].includes(typeName(input))) {
        throw new TypeError(`bad operand type for unary -: '${typeName(input)}'`);
      }
      requireMethod(input, calls);
      const [at, dtype] = native.method.bind(type === null ? [chosen] : [chosen, { dtype: type }]);
      return [target, input, at, null, dtype];
    },
    run,
  );
}

/** F.glu. @param {Activation} activation @returns {Operation} */
function gluForm(activation) {
  const native = new Native('glu', activation.parameters, (call) => glu(activation, call), true);
  const refuse = (/** @type {Call} */ call) => {
    requireMethod(call[1], 'dim');
    if (call[1].shape.length > 0) return call;
    throw new RuntimeError('glu does not support scalars because halving size must be even');
  };
  const check = (/** @type {Call} */ call) => {
    const [, ...bound] = native.bind(refuse(call).slice(1));
    return [call[0], ...bound.slice(0, 2)];
  };
  return pythonForm(activation, check, (call) => native.run(refuse(call)));
}

/** What carries out a call of the C++ function. @param {Activation} activation @returns {Run} */
function runOf(activation) {
  const { functional, kind } = activation;
  if (kind === 'prelu') return (call) => prelu(activation, call);
  if (functional === 'rrelu') return (call) => rrelu(activation, call);
  return kind === 'elementwise' ? (call) => elementwise(activation, call) : rowwiseRun(activation);
}

/** @type {Record<string, Operation>} */
const functions = {};
/** @type {Record<string, Operation>} */
const besides = {};
/** The same as methods: (self, args) => result. @type {Record<string, (self: Tensor, args: unknown[]) => Tensor>} */
export const methods = {};

/** @param {string} name @param {Native} native @param {Argument[]} list */
function addMethod(name, native, list) {
  methods[name] = (self, args) => {
    if (list.length > 0) return native.run([null, self, ...native.method.bind(args)]);
    noArguments(name, args);
    return native.run([null, self]);
  };
}

for (const activation of activations) {
  const { functional, kind, inplace, underscore, in_torch, in_tensor, inplace_saves, calls } = activation;
  if (!functional) continue;
  if (kind === 'glu') {
    functions.glu = gluForm(activation);
    continue;
  }
  const name = nativeNames[functional] ?? functional;
  const list = nativeArguments(activation);
  const plain = new Native(name, list, runOf(activation), true);
  const inPlace =
    functional === 'rrelu'
      ? (/** @type {Call} */ call) => rrelu(activation, [...call.slice(0, 5), true])
      : (/** @type {Call} */ call) => elementwise_(activation, call);
  const changing = inplace || inplace_saves ? new Native(`${name}_`, list, inPlace, false) : undefined;
  if (kind !== 'elementwise' && kind !== 'prelu') functions[functional] = rowwiseForm(activation, plain);
  else if (inplace || calls) functions[functional] = elementwiseForm(activation, plain, changing);
  else if (activation.module) functions[functional] = plain.operation;
  if (underscore && changing) functions[`${functional}_`] = changing.operation;
  if (in_torch) besides[functional] = plain.operation;
  if (in_tensor) addMethod(functional, plain, list);
  if (!changing || !inplace_saves) continue;
  if (in_torch) besides[`${functional}_`] = changing.operation;
  if (in_tensor) addMethod(`${functional}_`, changing, list);
}
functions.gumbel_softmax = (...args) => {
  const list = ['logits', ...gumbelParameters, outKeyword];
  const values = bindPython('gumbel_softmax', /** @type {any} */ (list), args);
  values.push(checkedOut(values.pop(), 'gumbel_softmax'));
  return gumbelSoftmax((input, dim) => methods.softmax(input, [dim]), values);
};
for (const [name, operation] of Object.entries({ ...besides, ...functions })) {
  Object.defineProperty(operation, 'name', { value: name });
}

/** torch.nn.functional. @type {import('./build/activations.js').ActivationFunctions} */
export const functional = namespace('torch.nn.functional', /** @type {any} */ (functions));

/** What torch has beside nn.functional: relu, sigmoid, tanh, softmax, exp and others, and in-place forms. */
export const torchFunctions = /** @type {import('./build/activations.js').TorchFunctions} */ (
  /** @type {unknown} */ (besides)
);
