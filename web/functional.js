// torch.nn.functional, and the activations that PyTorch also has as torch.NAME and tensor.NAME, built from the table.
import { elementwise, elementwise_, rowwise } from './activation.js';
import { neg } from './arithmetic.js';
import { needsGrad } from './autograd.js';
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { swift } from './call.js';
import { AttributeError, NotImplementedError } from './errors.js';
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
const training = /** @type {Argument} */ ({ name: 'training', type: 'bool', default: false });
const generator = /** @type {Argument} */ ({ name: 'generator', type: 'Generator', default: null });
const stacklevel = /** @type {Argument} */ ({ name: '_stacklevel', type: 'any', default: null });
const dtype = /** @type {Argument} */ ({ name: 'dtype', type: 'dtype', default: null });

/** What carries out a call of the C++ function, by kind; the others work along rows. @type {Record<string, (activation: Activation, call: Call) => Tensor>} */
const operations = { elementwise, glu, prelu };

/** The arguments of the C++ function after the input. @param {Activation} activation @returns {Argument[]} */
function nativeArguments({ functional, kind, parameters }) {
  if (kind === 'prelu') return [{ name: 'weight', type: 'Tensor' }];
  if (functional === 'rrelu') return [...parameters, training, generator];
  return kind in operations ? parameters : [{ name: 'dim', type: 'dim' }, dtype];
}

/** The arguments of the Python function after the input, where there is one around the C++ one. @param {Activation} activation @returns {Argument[]} */
function pythonArguments({ functional, kind, parameters, inplace }) {
  if (!(kind in operations)) return [...parameters, stacklevel, dtype];
  const drawn = functional === 'rrelu' ? [training] : [];
  return [...parameters, ...drawn, ...(inplace ? [inplaceFlag] : [])];
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
function elementForm(activation, plain, changing) {
  const { functional, kind, calls, parameters } = activation;
  const method = kind === 'glu' ? 'dim' : calls;
  const list = pythonArguments(activation);
  const count = nativeArguments(activation).length;
  /** Where a call has its inplace; beyond its end where there is none. */
  const at = (changing ? list.indexOf(inplaceFlag) : list.length) + 2;
  const refuse = (/** @type {Call} */ call) => {
    if (functional === 'hardtanh') checkRange(call[2], call[3], parameters);
  };
  const check = (/** @type {Call} */ call) => {
    if (method) requireMethod(call[1], method);
    refuse(call);
    const inplace = truth(call[at]);
    const native = inplace && changing ? changing : plain;
    const bound = native.bind(call.slice(1, Math.min(at, count + 2)));
    bound[0] = call[0];
    bound[at] = inplace;
    return bound;
  };
  const run = (/** @type {Call} */ call) => {
    refuse(call);
    if (!changing || !call[at]) return plain.run(call);
    const result = changing.run(call);
    return call[0] === null || call[0] === result ? result : call[0].copy_(result);
  };
  return pythonForm(activation, check, run);
}

/** softmax and its kin, as torch.softmax. @param {Activation} activation @returns {Run} */
function rowwiseRun(activation) {
  const { kind, kernel } = activation;
  const softmax = /** @type {Activation} */ (activations.find((a) => a.kind === 'softmax'));
  return ([out, input, dim, dtype]) => {
    // The dtype that the input is to be converted to.
    if (dtype !== null && dtype !== input.dtype) {
      throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.short}'`);
    }
    // Recorded, softmin is PyTorch's softmax of -x; otherwise one kernel.
    const isComposed = kind === 'softmin' && out === null && needsGrad(input);
    return isComposed
      ? rowwise(softmax, 'softmax', out, neg(input), Number(dim))
      : rowwise(activation, kind, out, input, Number(dim));
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
  const name = nativeNames[functional] ?? functional;
  const list = nativeArguments(activation);
  const isDrawn = functional === 'rrelu';
  const operation = isDrawn ? rrelu : operations[kind];
  const plain = new Native(
    name,
    list,
    operation ? (call) => operation(activation, call) : rowwiseRun(activation),
    true,
  );
  /** @type {Run} */
  const change = (call) => (isDrawn ? rrelu(activation, [...call.slice(0, 5), true]) : elementwise_(activation, call));
  const changing = inplace || inplace_saves ? new Native(`${name}_`, list, change, false) : undefined;
  if (!operation) functions[functional] = rowwiseForm(activation, plain);
  else if (inplace || calls || kind === 'glu') {
    functions[functional] = elementForm(activation, plain, inplace && changing);
  } else if (activation.module) functions[functional] = plain.operation;
  if (in_torch) besides[functional] = plain.operation;
  if (in_tensor) addMethod(functional, plain, list);
  if (!changing) continue;
  if (underscore) functions[`${functional}_`] = changing.operation;
  if (inplace_saves && in_torch) besides[`${functional}_`] = changing.operation;
  if (inplace_saves && in_tensor) addMethod(`${functional}_`, changing, list);
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
